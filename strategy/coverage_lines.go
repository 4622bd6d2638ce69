package strategy

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// victims fills the lines of victims, in the order of the vocabulary, then of
// the document.
func (v *coverageView) victims() {
	ix := v.ix
	harmedBy := make(map[threat.Victim][]int)
	order := threat.Victim("").Terms()
	for i := range ix.s.Threats {
		for _, who := range ix.s.Threats[i].Victims {
			if len(harmedBy[who]) == 0 && !who.Known() {
				order = append(order, string(who))
			}
			if n := len(harmedBy[who]); n == 0 || harmedBy[who][n-1] != i {
				harmedBy[who] = append(harmedBy[who], i)
			}
		}
	}
	protects := make([]bool, len(ix.s.Objectives))
	for i := range ix.s.Objectives {
		protects[i] = slices.Contains(ix.UNODCPillars(&ix.s.Objectives[i]), pillar.Protect)
	}
	for _, word := range order {
		who := threat.Victim(word)
		if len(harmedBy[who]) == 0 {
			continue
		}
		line := VictimCoverage{Victim: who, Persons: who.Persons()}
		v.g.begin()
		for _, i := range harmedBy[who] {
			line.Threats = append(line.Threats, ix.s.Threats[i].ID)
			for _, o := range ix.threatObjectives.of(find(ix, threatKind, ix.s.Threats[i].ID)) {
				if v.g.left <= 0 {
					v.g.partial = true
					break
				}
				v.g.left--
				if protects[o] {
					v.g.objective(o)
				}
			}
		}
		line.Work = v.g.work()
		v.c.Victims = append(v.c.Victims, line)
	}
}

// areas fills the lines of areas, in alphabetical order.
func (v *coverageView) areas() {
	ix := v.ix
	whole := ocs.Area("")
	if j := &ix.s.Jurisdiction; len(j.Countries) == 1 && len(j.Areas) == 0 {
		whole = ocs.Area(j.Countries[0])
	}
	in := make(map[ocs.Area][]int32)
	name := func(areas []ocs.Area) {
		for _, a := range areas {
			if _, named := in[a]; !named && a != whole && a != "" {
				in[a] = nil // named, with no work as yet
			}
		}
	}
	name(ix.s.Jurisdiction.Areas)
	for _, c := range ix.s.Jurisdiction.Countries {
		if len(ix.s.Jurisdiction.Countries) > 1 {
			name([]ocs.Area{ocs.Area(c)})
		}
	}
	for i := range ix.s.Actors {
		if a := &ix.s.Actors[i]; a.Country == "" || slices.Contains(ix.s.Jurisdiction.Countries, a.Country) {
			name(a.Areas)
		}
	}
	for i := range ix.s.Groups {
		name(ix.s.Groups[i].Areas)
	}
	var everywhere []int32
	for i, c := range ix.commitments {
		switch {
		case !v.t.counts[i]:
		case len(c.Areas) == 0 || whole != "" && slices.Contains(c.Areas, whole):
			everywhere = append(everywhere, int32(i))
		default:
			for _, a := range c.Areas {
				in[a] = append(in[a], int32(i))
			}
		}
	}
	for _, a := range slices.Sorted(maps.Keys(in)) {
		v.c.Areas = append(v.c.Areas, CoverageLine{Key: string(a), Work: v.gatherCommitments(in[a])})
	}
	v.c.Everywhere = CoverageLine{Name: ix.s.Jurisdiction.Name, Work: v.gatherCommitments(everywhere)}
}

// gatherCommitments returns the work that those commitments are, with the
// objectives that they serve.
func (v *coverageView) gatherCommitments(commitments []int32) Work {
	v.g.begin()
	for _, n := range commitments {
		v.g.commitment(n)
		for _, id := range v.ix.objectivesOf(v.ix.commitments[n].Commitment) {
			if v.g.left <= 0 {
				v.g.partial = true
				break
			}
			v.g.left--
			if o := find(v.ix, objectiveKind, id); o >= 0 && v.g.seenO[o] != v.g.round {
				v.g.seenO[o] = v.g.round
				v.g.objectives = append(v.g.objectives, int32(o))
			}
		}
	}
	return v.g.work()
}

// wholeArticle is an article without its paragraph.
type wholeArticle struct {
	treaty ocs.Treaty
	number int
}

// articles fills the lines of treaty articles, by treaty and number.
func (v *coverageView) articles() {
	ix := v.ix
	served := make(map[wholeArticle][]int32)
	touched := map[ocs.Treaty]bool{ocs.UNTOC: true}
	for i := range ix.s.Objectives {
		for _, a := range ix.s.Objectives[i].Articles {
			at := wholeArticle{a.Treaty(), a.Number()}
			if at.number == 0 {
				continue
			}
			touched[at.treaty] = true
			served[at] = append(served[at], int32(i))
		}
	}
	for i := range ix.s.Threats {
		for _, m := range ix.s.Threats[i].Markets {
			if p := m.Protocol(); p != "" {
				touched[p] = true
			}
		}
	}
	for _, p := range pillar.UNODC().Pillars {
		for _, a := range pillar.Articles(p.ID) {
			if at := (wholeArticle{a.Treaty(), a.Number()}); touched[at.treaty] {
				if _, counted := served[at]; !counted {
					served[at] = nil // a line of its own, though nothing serves it
				}
			}
		}
	}
	rank := func(t ocs.Treaty) int {
		if n := slices.Index([]ocs.Treaty{ocs.UNTOC, ocs.TIPProtocol, ocs.SOMProtocol, ocs.FirearmsProtocol}, t); n >= 0 {
			return n
		}
		return 4
	}
	order := slices.SortedFunc(maps.Keys(served), func(a, b wholeArticle) int {
		return cmp.Or(cmp.Compare(rank(a.treaty), rank(b.treaty)), cmp.Compare(a.treaty, b.treaty), cmp.Compare(a.number, b.number))
	})
	for _, at := range order {
		id := ocs.Article(string(at.treaty) + "/" + strconv.Itoa(at.number))
		v.c.Articles = append(v.c.Articles, CoverageLine{Key: string(id), Name: id.Title(), Work: v.gather(served[at])})
	}
}

// goals fills the lines of higher goals and of the SDGs they belong to.
func (v *coverageView) goals() {
	ix := v.ix
	served := gatherRelation(len(ix.s.Goals), func(add func(int, int32)) {
		for i := range ix.s.Objectives {
			for _, id := range ix.s.Objectives[i].Goals {
				add(find(ix, goalKind, id), int32(i))
			}
		}
	})
	sdgs := make(map[string][]int32)
	for i := range ix.s.Goals {
		g := &ix.s.Goals[i]
		var objectives []int32
		if find(ix, goalKind, g.ID) == i {
			objectives = served.of(i)
		}
		v.c.Goals = append(v.c.Goals, CoverageLine{Key: string(g.ID), Name: strings.TrimSpace(g.Code + " " + g.Title), Work: v.gather(objectives)})
		if number, _, _ := strings.Cut(g.Code, "."); g.Scheme == SDG && number != "" {
			sdgs[number] = append(sdgs[number], objectives...)
		}
	}
	order := slices.SortedFunc(maps.Keys(sdgs), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	for _, number := range order {
		v.c.SDGs = append(v.c.SDGs, CoverageLine{Key: number, Name: "SDG " + number, Work: v.gather(sdgs[number])})
	}
}

// markets fills the lines of markets: the vocabulary's, then others that a
// threat names.
func (v *coverageView) markets() {
	ix := v.ix
	by := make(map[threat.Market][]int)
	var others []threat.Market
	for i := range ix.s.Threats {
		for _, m := range ix.s.Threats[i].Markets {
			if len(by[m]) == 0 && !m.Known() {
				others = append(others, m)
			}
			by[m] = append(by[m], i)
		}
	}
	named := make(map[threat.Market]bool)
	for i := range ix.s.Groups {
		for _, m := range ix.s.Groups[i].Markets {
			named[m] = true
		}
	}
	for i := range ix.s.Actors {
		for _, mandate := range ix.s.Actors[i].Mandates {
			for _, m := range mandate.Markets {
				named[m] = true
			}
		}
	}
	known := threat.Markets()
	for i := range known {
		m := known[i].Market
		var places []int
		for j := range known {
			if n := known[j].Market; len(by[n]) > 0 && (m.Covers(n) || n.Covers(m)) {
				places = append(places, by[n]...)
			}
		}
		v.market(m, known[i].Name, places, named[m])
	}
	for _, m := range others {
		v.market(m, "", by[m], named[m])
	}
}

func (v *coverageView) market(m threat.Market, name string, places []int, named bool) {
	slices.Sort(places)
	line := MarketCoverage{Market: m, Name: name, Named: named}
	for _, i := range slices.Compact(places) {
		line.Threats = append(line.Threats, v.ix.s.Threats[i].ID)
	}
	v.c.Markets = append(v.c.Markets, line)
}
