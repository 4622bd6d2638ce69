package codec

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"

	"github.com/ocs-framework/ocs"
)

// Set returns a document in which the value that p points to is another, and
// every other byte is the same: comments, quotes, order, line ends and byte
// order mark. The name tells the format as for [Decode].
//
// A scalar is replaced by a scalar, in the style in which the old one is written
// as far as that can hold the new one. If p points to a member that isn't there,
// in a mapping that is, the member is added, behind those that come before it in
// the order of the model; "-" as the last token of p adds an entry to the end of a
// list. What is added may be any value: value is written as JSON is by
// github.com/go-json-experiment/json, so that types of the model, text, numbers
// and json.RawMessage will do.
//
// The document is read again, and must then say exactly what it said before but
// for that value. Where this can't be had, the error says so and nothing is
// returned: if p leads through an alias, if what it points to is written with an
// anchor that an alias elsewhere stands for, if a list or mapping would have to be
// replaced. A document that would be refused by Decode gives [ocs.Findings] as
// an error.
func Set(name string, data []byte, p ocs.Pointer, value any, o *Options) ([]byte, error) {
	raw, err := json.Marshal(value, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("codec: %w", err)
	}
	return edit(name, data, []change{{op: set, path: p, value: raw}}, o)
}

// Remove returns a document without the member or entry that p points to, and
// without the comment behind it on its line; every other byte is the same, as for
// [Set]. The last member of a mapping in block style, and the last entry of such a
// list, can't be removed, since nothing would be left to write. It fails for that,
// if p points to nothing, and as [Set] does.
func Remove(name string, data []byte, p ocs.Pointer, o *Options) ([]byte, error) {
	return edit(name, data, []change{{op: remove, path: p}}, o)
}

// change is one change of a document.
type change struct {
	op    operation
	path  pointer
	value []byte // what is set, or the new name, as JSON
}

// operation is what a change does.
type operation uint8

const (
	set    operation = iota // a value, whether there is one or not
	remove                  // a member or entry
	rename                  // a member
)

// editor edits a document.
type editor struct {
	data    []byte // without a byte order mark
	format  Syntax
	nl      string
	splices []splice
}

// splice is a stretch of bytes and what is to stand there.
type splice struct {
	from, to int
	text     string
}

// edit makes changes, all of which are about the document as it is.
func edit(name string, data []byte, changes []change, o *Options) ([]byte, error) {
	limits := o.limits()
	before := read(name, data, &limits)
	switch {
	case before.refused:
		return nil, before.faults.Err()
	case before.source.converted():
		return nil, errOlder
	}
	mark, text := cutMark(data)
	e := editor{data: text, format: before.source.format, nl: lineEndOf(text)}
	var root *node
	var err error
	if e.format == JSON {
		root, err = jsonTree(text)
	} else {
		root, err = yamlTree(text, &limits)
	}
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if err := e.change(root, c); err != nil {
			return nil, fmt.Errorf("codec: %s: %w", c.path, err)
		}
	}
	spliced, err := e.result()
	if err != nil {
		return nil, err
	}
	out := slices.Concat(mark, spliced)
	want, err := expected(before.source.json, changes)
	if err != nil {
		return nil, err
	}
	after := read(name, out, &limits)
	if after.refused {
		return nil, fmt.Errorf("codec: the document can't be edited there: %w", after.faults.Err())
	}
	if got, err := canonical(after.source.json); err != nil || !bytes.Equal(got, want) {
		return nil, errOther
	}
	return out, nil
}

// The reasons why a document can't be edited.
var (
	errOther     = errors.New("codec: the document would not say what it is to say")
	errAbsent    = errors.New("there is no such value")
	errAlias     = errors.New("an alias stands there")
	errStyle     = errors.New("it is written in a way that can't be edited")
	errOnly      = errors.New("nothing would be left beside it")
	errScalar    = errors.New("only a scalar can be replaced, by a scalar")
	errComment   = errors.New("a comment stands in the way")
	errOlder     = errors.New("codec: the document is written in an earlier version of the format: write it with Encode first")
	errOverlap   = errors.New("codec: two changes are about one place")
	errWholeFile = errors.New("the whole document can't be replaced")
)

// result returns the document with its splices made.
func (e *editor) result() ([]byte, error) {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	var out []byte
	at := 0
	for _, s := range e.splices {
		if s.from < at {
			return nil, errOverlap
		}
		out = append(append(out, e.data[at:s.from]...), s.text...)
		at = s.to
	}
	return append(out, e.data[at:]...), nil
}

func (e *editor) splice(from, to int, text string) {
	e.splices = append(e.splices, splice{from, to, text})
}

// change makes the splices of a change.
func (e *editor) change(root *node, c change) error {
	tokens := slices.Collect(c.path.Tokens())
	last := len(tokens) - 1
	switch {
	case c.path == "":
		return errWholeFile
	case last < 0: // no pointer at all
		return errAbsent
	}
	around, plan := root, strategyPlan()
	for _, token := range tokens[:last] {
		i := around.entry(token)
		if i < 0 {
			return around.absent()
		}
		around, plan = around.entries[i].value, childPlan(plan, &around.entries[i])
	}
	i := around.entry(tokens[last])
	switch {
	case around.odd:
		return errStyle
	case c.op == set && i < 0:
		return e.add(around, plan, tokens[last], c.value)
	case i < 0:
		return around.absent()
	case c.op == set:
		return e.replace(around, i, plan, c.value)
	case c.op == remove:
		return e.remove(around, i)
	}
	return e.rename(around.entries[i].key, c.value, around.kind.flow())
}

// absent says why a value has no such entry.
func (n *node) absent() error {
	if n.kind == aliasNode {
		return errAlias
	}
	return errAbsent
}

// entry returns the index of the entry that a token of a pointer stands for, or
// -1.
func (n *node) entry(token string) int {
	switch {
	case n.kind.mapping():
		return slices.IndexFunc(n.entries, func(e entry) bool { return e.key.kind.scalar() && e.key.text == token })
	case n.kind.list():
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.entries) && strconv.Itoa(i) == token {
			return i
		}
	}
	return -1
}

// replace gives an entry another value.
func (e *editor) replace(around *node, i int, p *plan, value []byte) error {
	en := &around.entries[i]
	v := en.value
	switch {
	case v.kind == aliasNode:
		return errAlias
	case v.odd:
		return errStyle
	case !v.kind.scalar() || value[0] == '{' || value[0] == '[':
		return errScalar
	}
	text := string(value)
	if e.format == YAML {
		text = e.scalar(value, v, childPlan(p, en), around.kind.flow())
	}
	switch {
	case v.kind != emptyNode:
		e.splice(v.body, v.end, text)
	case v.start < v.end: // an anchor or tag alone
		e.splice(v.end, v.end, " "+text)
	case en.colon < 0:
		e.splice(en.key.end, en.key.end, ": "+text)
	default:
		e.splice(en.colon+1, en.colon+1, " "+text)
	}
	return nil
}

// rename gives a member another name.
func (e *editor) rename(key *node, name []byte, flow bool) error {
	if key == nil || !key.kind.scalar() || key.kind == aliasNode || key.odd {
		return errStyle
	}
	text := string(name)
	if e.format == YAML {
		text = e.scalar(name, key, freePlan, flow)
	}
	e.splice(key.body, key.end, text)
	return nil
}

// remove takes an entry away.
func (e *editor) remove(around *node, i int) error {
	en := &around.entries[i]
	at := en.start
	end := en.value.end
	more := i+1 < len(around.entries)
	switch {
	case around.kind == singlePair:
		return errStyle
	case around.kind.flow() && more:
		return e.cut(at, around.entries[i+1].start, readGap(e.data, end, around.entries[i+1].start).notes())
	case around.kind.flow() && i > 0:
		before := around.entries[i-1].value.end
		return e.cut(before, end, readGap(e.data, before, at).notes())
	case around.kind.flow():
		e.splice(at, end, "")
		return nil
	case len(around.entries) == 1:
		return errOnly
	}
	begin := lineStart(e.data, at)
	if len(bytes.TrimLeft(e.data[begin:at], " ")) > 0 { // it begins behind a dash
		to := around.entries[i+1].start
		return e.cut(at, to, len(texts(readGap(e.data, end, to).lines)) > 0)
	}
	next := end + wholeLine(e.data[end:])
	if next == len(e.data) && begin > 0 && breakLen(e.data[trimBreak(e.data, end, next):]) == 0 {
		begin = trimBreak(e.data, 0, begin) // the file doesn't end with a line end
	}
	e.splice(begin, next, "")
	return nil
}

// cut takes away what is between two offsets, unless comments would go too.
func (e *editor) cut(from, to int, notes bool) error {
	if notes {
		return errComment
	}
	e.splice(from, to, "")
	return nil
}
