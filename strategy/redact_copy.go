package strategy

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// copy makes what the copy has of a part that isn't gone, and keeps account of
// what it lacks.
func (r *redactor) copy(p *branch) reflect.Value {
	f, hidden := r.fates[p]
	if hidden {
		r.leaveOut(p, f)
	}
	out := p.rebuild(func(c *branch) (reflect.Value, bool) {
		if r.fates[c].gone() {
			c.all(func(inner *branch) { r.leaveOut(inner, r.fates[inner]) })
			r.lose(p, c.field)
			return reflect.Value{}, false
		}
		return r.copy(c), true
	}, func(at ocs.Pointer, v reflect.Value) reflect.Value {
		switch {
		case v.Kind() == reflect.Slice && (!hidden || p == r.root):
			return r.copyEntries(v, p, at)
		case hidden:
			return reflect.Zero(v.Type())
		}
		return v
	})
	if hidden {
		out.FieldByName("ID").SetString(string(p.id))
		if m := out.FieldByName("Marking"); m.IsValid() {
			m.SetString(string(r.level))
		}
	}
	return out
}

// copyEntries copies a list that holds no elements, without what is about
// withheld ones.
func (r *redactor) copyEntries(list reflect.Value, p *branch, at ocs.Pointer) reflect.Value {
	_, hidden := r.fates[p]
	out := reflect.Zero(list.Type())
	if hidden && !aboutElements(at) {
		return out
	}
	kept := 0
	for i := range list.Len() {
		entry := list.Index(i)
		if !r.isAboutWithheld(entry) {
			kept++
			out = reflect.Append(out, entry)
			continue
		}
		id, _ := topic(entry)
		r.account = append(r.account, Withheld{Element: p.element(), Path: p.path + at.Index(i), Reason: WithheldAbout, Marking: r.withheld[id]})
		if !aboutElements(at) {
			r.lose(p, string(at[1:]))
		}
	}
	if kept == list.Len() {
		return list
	}
	return out
}

func (r *redactor) leaveOut(p *branch, f fate) {
	r.account = append(r.account, Withheld{Element: p.element(), Path: p.path, Reason: f.reason, Marking: p.marking, Stub: f.stub})
}

// lose notes that a list of a shown part lacks something.
func (r *redactor) lose(p *branch, field string) {
	if _, hidden := r.fates[p]; !hidden && p.id != "" {
		r.loseOf(p.id, field)
	}
}

func (r *redactor) loseOf(id ocs.ID, field string) {
	if r.lost[id] == nil {
		r.lost[id] = make(map[string]bool)
	}
	r.lost[id][field] = true
}

// explain returns the redactions of the copy: those that it has, without those
// that redacting added before, and then one for each element that is now a stub
// or lacks something.
func (r *redactor) explain(have []Redaction) []Redaction {
	whole := make(map[ocs.ID]bool)
	have = slices.DeleteFunc(slices.Clone(have), func(d Redaction) bool {
		if d.Ground != ReleaseGround || d.By != "" || d.Law != (ocs.Cite{}) || !d.Date.IsZero() {
			return false
		}
		whole[d.Element] = whole[d.Element] || len(d.Fields) == 0
		for _, field := range d.Fields {
			r.loseOf(d.Element, field)
		}
		return true
	})
	r.root.all(func(p *branch) {
		if f, hidden := r.fates[p]; hidden && !f.gone() {
			whole[p.id] = true
		}
	})
	explained := make(map[ocs.ID]bool)
	r.root.all(func(p *branch) {
		if p.id == "" || r.fates[p].gone() || explained[p.id] {
			return
		}
		explained[p.id] = true
		switch fields := slices.Collect(maps.Keys(r.lost[p.id])); {
		case whole[p.id]:
			have = append(have, Redaction{Element: p.id, Ground: ReleaseGround})
		case len(fields) > 0:
			names := fieldNames(p.value.Type())
			slices.SortFunc(fields, func(a, b string) int {
				return cmp.Or(cmp.Compare(slices.Index(names, a), slices.Index(names, b)), cmp.Compare(a, b))
			})
			have = append(have, Redaction{Element: p.id, Fields: fields, Ground: ReleaseGround})
		}
	})
	if len(have) == 0 {
		return nil
	}
	return have
}

// review looks in what is shown for what tells of something withheld.
func (r *redactor) review() ocs.Findings {
	if len(r.withheld) == 0 {
		return nil
	}
	q := &quotes{byHash: make(map[hash]*quotable)}
	r.root.all(func(p *branch) {
		if f, hidden := r.fates[p]; hidden && f.reason != WithheldUncited {
			q.withhold(p)
		}
	})
	var found ocs.Findings
	report := func(p *branch, at ocs.Pointer, rule, message, help string) {
		found = append(found, ocs.Finding{Rule: rule, Severity: ocs.Warning, Path: p.path + at, Element: p.element(), Message: message, Help: help})
	}
	search := func(p *branch, at ocs.Pointer, text string) {
		q.search(text, func(t *quotable) {
			report(p, at, ReleaseText, fmt.Sprintf("text quotes the %s %q, which is withheld", noun(t.kind), short(t.id)), "say it in other words, or mark the two alike")
		})
	}
	r.root.all(func(p *branch) {
		r.shown(p, func(at ocs.Pointer, v reflect.Value) {
			switch value := v.Interface().(type) {
			case string:
				search(p, at, value)
			case ocs.Extensions:
				for _, key := range slices.Sorted(maps.Keys(value)) {
					search(p, at.Append(key), key+" "+string(value[key]))
				}
			default:
				id := reference(at, v)
				if _, hidden := r.withheld[id]; hidden && !about(at) {
					report(p, at, ReleaseReference, fmt.Sprintf("%q is withheld, and its identifier stays since this refers to it", short(id)),
						"leave the reference out if the identifier says too much, or mark the two alike")
				}
			}
		})
	})
	return found
}

// withhold adds the identifier and the names of an element. Of a criminal
// group any counts, of an office its acronym too; other names must be long, and
// identifiers peculiar, enough to be known again.
func (q *quotes) withhold(p *branch) {
	t := quotable{id: p.id, kind: p.kind, marking: p.marking}
	if p.id != "" && (peculiar(string(p.id)) || p.kind == groupKind) {
		q.add(t, string(p.id), true)
	}
	switch e := p.value.Addr().Interface().(type) {
	case *threat.Group:
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			q.add(t, name, len(q.split(name)) < longName)
		}
		return
	case *actor.Actor:
		q.add(t, e.Acronym, true)
	}
	for _, field := range []string{"Name", "Title"} {
		if f := p.value.FieldByName(field); f.IsValid() {
			q.addName(t, f.String())
		}
	}
}
