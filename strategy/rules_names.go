package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

var duplicateName = ocs.Rule[Index]{
	Code:  "duplicate-name",
	Title: "no two actors, threats or criminal groups share a name",
	Doc: "Two entries of one name are one thing written down twice, so that its work and its answers are counted apart, or two things that no reader can tell apart. " +
		"Join the entries, or make the names differ. Case and spaces don't make a difference. " +
		"Actors of different countries, areas, parents or times may share a name.",
	Basis:  "practice of stakeholder lists: one entry for one body",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		actors := newNames(len(ix.s.Actors))
		for i := range ix.s.Actors {
			a := &ix.s.Actors[i]
			if n := actors.add(&a.Name, i); n >= 0 && same(&ix.s.Actors[n], a) {
				sameName(p.On(a), &a.Name, "actor", short(ix.s.Actors[n].ID), &ix.s.Actors[n].Name)
			}
		}
		threats := newNames(len(ix.s.Threats))
		for i := range ix.s.Threats {
			t := &ix.s.Threats[i]
			if n := threats.add(&t.Name, i); n >= 0 {
				sameName(p.On(t), &t.Name, "threat", short(ix.s.Threats[n].ID), &ix.s.Threats[n].Name)
			}
		}
		groups := newNames(len(ix.s.Groups))
		for i := range ix.s.Groups {
			g := &ix.s.Groups[i]
			if n := groups.add(&g.Name, i); n >= 0 {
				sameName(p.On(g), &g.Name, "group", short(ix.s.Groups[n].ID), &ix.s.Groups[n].Name)
			}
		}
	},
}

func sameName(p *ocs.Pass, name *string, what, earlier string, first *string) {
	p.Report(name, "%s %q has the same name", what, earlier).Help("join the two entries, or make the names differ").
		Related(first, "the other entry")
}

// same reports whether nothing but a name could tell two actors of one name
// apart: they belong to the same country, areas, parent and time.
func same(a, b *actor.Actor) bool {
	apart := !a.Active.IsZero() && !b.Active.IsZero() && (a.Active.End.Before(b.Active.Start) || b.Active.End.Before(a.Active.Start))
	return a.Country == b.Country && a.Parent == b.Parent && slices.Equal(a.Areas, b.Areas) && !apart
}

var duplicateAcronym = ocs.Rule[Index]{
	Code:  "duplicate-acronym",
	Title: "no two actors share an acronym",
	Doc: "Tables and charts show actors by their acronyms, and readers take two that are equal for one body. " +
		"Leave one of them out, or use the form by which the public tells the two apart. " +
		"Actors of different countries or times may share an acronym.",
	Basis:  "practice of stakeholder lists: one acronym for one body",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		acronyms := newNames(len(ix.s.Actors))
		for i := range ix.s.Actors {
			a := &ix.s.Actors[i]
			n := acronyms.add(&a.Acronym, i)
			if n < 0 {
				continue
			}
			b := &ix.s.Actors[n]
			if a.Country != b.Country || a.Active.End.Before(b.Active.Start) || b.Active.End.Before(a.Active.Start) {
				continue
			}
			p.On(a).Report(&a.Acronym, "acronym %q is also that of actor %q", short(a.Acronym), short(b.ID)).Help("leave one out, or make them differ").
				Related(&b.Acronym, "the other actor's")
		}
	},
}

// names finds equal names among the elements of a list.
type names map[uint64]nameUse // by the hash of the folded name

// nameUse is the last element of a name.
type nameUse struct {
	name *string
	at   int32
}

func newNames(n int) names { return make(names, n) }

// add enters the name of element i and returns the last earlier element of the
// same name, or -1. An empty name is like no other.
func (n names) add(name *string, i int) int {
	if blank(*name) {
		return -1
	}
	key := foldedHash(*name)
	earlier, taken := n[key]
	n[key] = nameUse{name, int32(i)}
	if taken && (*earlier.name == *name || fold(*earlier.name) == fold(*name)) {
		return int(earlier.at)
	}
	return -1
}

// hash is the FNV-1a hash of a sequence of numbers.
type hash uint64

func newHash() hash { return 14695981039346656037 }

func (h *hash) add(r rune) { *h = (*h ^ hash(r)) * 1099511628211 }
