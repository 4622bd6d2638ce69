package codec

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// run is a stretch of entries of a list that came from one file.
type run struct{ first, count int }

// document makes one document of what was read of its files.
func document(parts []part, limits *Options) *Document {
	d := &Document{limits: *limits}
	for _, p := range parts {
		d.sources = append(d.sources, p.source)
		d.Refused = d.Refused || p.refused
	}
	if len(parts) == 1 {
		d.Strategy, d.Findings = parts[0].strategy, parts[0].faults
	} else {
		d.join(parts)
	}
	d.checkSchema(d.Strategy.Schema)
	d.Findings.Sort()
	return d
}

// checkSchema demands a schema, and makes light of unknown fields where it is
// newer than this package.
func (d *Document) checkSchema(schema string) {
	const path = pointer("/schema")
	switch {
	case newer(schema):
		for i := range d.Findings {
			if d.Findings[i].Rule == unknownField {
				d.Findings[i].Severity = ocs.Warning
			}
		}
	case schema == "" && !d.Refused && len(d.sources) > 0 &&
		!slices.ContainsFunc(d.Findings, func(f ocs.Finding) bool { return f.Path == path }):
		f := fault{code: schemaMissing, path: path, message: "the schema is missing", help: "begin with schema: " + strategy.Schema}.finding()
		f.Pos = d.sources[0].locate([]pointer{""})[0]
		d.Findings = append(d.Findings, f)
	}
}

// join joins the parts at their top level: lists follow one another,
// extensions are united, any other member is set once.
func (d *Document) join(parts []part) {
	p := strategyPlan()
	whole := reflect.ValueOf(&d.Strategy).Elem()
	for i := range parts {
		part := &parts[i]
		src := part.source
		src.runs, src.members = make(map[pointer]run), make(map[pointer]bool)
		from := reflect.ValueOf(&part.strategy).Elem()
		for _, name := range p.names {
			f := p.fields[name]
			have, more := whole.Field(f.index), from.Field(f.index)
			path := pointer("").Append(name)
			switch {
			case more.IsZero():
			case f.plan.kind == list:
				src.runs[path] = run{have.Len(), more.Len()}
				have.Set(reflect.AppendSlice(have, more))
			case f.plan.kind == extensions:
				d.unite(src, path, more.Interface().(ocs.Extensions))
			case have.IsZero():
				src.members[path] = true
				have.Set(more)
			case name == "schema" && have.Equal(more):
			default:
				d.setTwice(src, path)
			}
		}
		for _, f := range part.faults {
			f.Path = src.global(f.Path)
			d.Findings = append(d.Findings, f)
		}
	}
}

// unite adds the extensions of one file to those of the files before it.
func (d *Document) unite(src *source, path pointer, more ocs.Extensions) {
	src.members[path] = true
	if d.Strategy.Extensions == nil {
		d.Strategy.Extensions = make(ocs.Extensions, len(more))
	}
	for _, key := range slices.Sorted(maps.Keys(more)) {
		if _, set := d.Strategy.Extensions[key]; set {
			d.setTwice(src, path.Append(key))
			continue
		}
		src.members[path.Append(key)] = true
		d.Strategy.Extensions[key] = more[key]
	}
}

// setTwice reports a member that a file sets although an earlier one did.
func (d *Document) setTwice(src *source, path pointer) {
	f := fault{code: setTwice, path: path, message: "the field " + ocs.Quote(path.Last()) + " is set in more than one file",
		help: "keep one of them; only lists are joined"}.finding()
	f.Pos = src.locate([]pointer{path})[0]
	first := d.Position(path)
	f.Related = []ocs.Related{{Path: path, Pos: first, Message: "set here first"}}
	d.Findings = append(d.Findings, f)
}

// split takes the first two tokens off a pointer, which tell the file: the name
// of a member, and an index or name in it.
func split(p pointer) (member pointer, second string, rest pointer) {
	if p == "" {
		return "", "", ""
	}
	name, after, deeper := strings.Cut(string(p[1:]), "/")
	member = "/" + pointer(name)
	if !deeper {
		return member, "", ""
	}
	second, after, deeper = strings.Cut(after, "/")
	if deeper {
		rest = "/" + pointer(after)
	}
	return member, second, rest
}

// global returns what a pointer into one file is in the whole document.
func (src *source) global(p pointer) pointer {
	member, second, rest := split(p)
	r, listed := src.runs[member]
	if i, err := strconv.Atoi(second); listed && err == nil {
		return member.Index(i+r.first) + rest
	}
	return p
}

// home returns the file in which the value that p points to stands, and the
// pointer to it there. What stands in none is missing from the file that states
// the strategy's ID, or else from the first.
func (d *Document) home(p pointer) (*source, pointer) {
	if len(d.sources) > 1 {
		member, second, rest := split(p)
		i, err := strconv.Atoi(second)
		for _, src := range d.sources {
			switch r, listed := src.runs[member]; {
			case listed && err == nil && r.first <= i && i < r.first+r.count:
				return src, member.Index(i-r.first) + rest
			case listed && err != nil, src.members[member+"/"+pointer(second)]:
				return src, p
			}
		}
		for _, src := range d.sources {
			if src.members[member] {
				return src, p
			}
		}
	}
	for _, src := range d.sources {
		if src.members["/id"] {
			return src, p
		}
	}
	return d.sources[0], p
}
