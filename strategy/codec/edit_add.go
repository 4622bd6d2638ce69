package codec

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// add adds a member to a mapping or an entry to a list.
func (e *editor) add(around *node, p *plan, token string, value []byte) error {
	switch {
	case around.kind.list() && token != "-", !around.kind.list() && !around.kind.mapping():
		return around.absent()
	case around.kind == singlePair:
		return errStyle
	}
	after := len(around.entries) - 1 // the entry behind which it goes
	var key []byte
	if around.kind.mapping() {
		key, _ = jsontext.AppendQuote(nil, token)
		after = place(around, p, token)
	}
	if around.kind.flow() {
		return e.addFlow(around, after, key, value)
	}
	en := &around.entries[max(after, 0)]
	text := e.entryText(key, value, around.column)
	if after < 0 {
		e.splice(en.start, en.start, text+e.lineStart(around.column))
		return nil
	}
	end := max(en.value.end, en.colon+1)
	end = trimBreak(e.data, end, end+wholeLine(e.data[end:]))
	e.splice(end, end, e.lineStart(around.column)+text)
	return nil
}

// place returns the index of the entry behind which a new member goes, -1 if it
// goes before all others.
func place(around *node, p *plan, name string) int {
	f := p.fields[name]
	if f == nil || p.kind != object {
		return len(around.entries) - 1
	}
	before, later := -1, false
	for i := range around.entries {
		switch other := p.fields[around.entries[i].key.text]; {
		case other == nil:
		case other.index < f.index:
			before = i
		default:
			later = true
		}
	}
	if before < 0 && !later {
		return len(around.entries) - 1
	}
	return before
}

// lineStart returns the end of a line and the indent of the next.
func (e *editor) lineStart(indent int) string { return e.nl + strings.Repeat(" ", indent) }

// entryText returns an entry of a block collection, from its name or dash.
func (e *editor) entryText(key, value []byte, indent int) string {
	text := string(bytes.TrimSuffix(yamlOf(value), []byte("\n")))
	nested := len(value) > len("{}") && (value[0] == '{' || value[0] == '[')
	inside := indent
	if nested {
		inside += indentStep
	}
	text = e.lines(strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", inside)))
	switch {
	case key == nil:
		return "- " + text
	case nested:
		return e.nameText(key) + ":" + e.lineStart(inside) + text
	}
	return e.nameText(key) + ": " + text
}

// lines gives text the line ends of the document, and takes the indent from
// empty lines.
func (e *editor) lines(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.Trim(l, " ") == "" {
			lines[i] = ""
		}
	}
	return strings.Join(lines, e.nl)
}

// nameText returns a name as it is written in block style.
func (e *editor) nameText(key []byte) string {
	return e.scalar(key, &node{kind: plainNode}, freePlan, true)
}

// addFlow adds an entry to a collection of flow style. If the entries there have
// lines of their own, so has it.
func (e *editor) addFlow(around *node, after int, key, value []byte) error {
	if len(around.entries) == 0 {
		if around.notes {
			return errComment
		}
		e.splice(around.body+1, around.body+1, e.flowEntry(key, value, 0))
		return nil
	}
	en := &around.entries[max(after, 0)]
	begin := lineStart(e.data, en.start)
	indent := en.start - begin
	separator := ", "
	if len(bytes.TrimLeft(e.data[begin:en.start], " \t")) == 0 {
		separator = "," + e.nl + string(e.data[begin:en.start])
	}
	text := e.flowEntry(key, value, indent)
	if after < 0 {
		e.splice(en.start, en.start, text+separator)
	} else {
		e.splice(en.value.end, en.value.end, separator+text)
	}
	return nil
}

// flowEntry returns an entry of flow style.
func (e *editor) flowEntry(key, value []byte, indent int) string {
	name := ""
	if e.format == JSON {
		v := jsontext.Value(bytes.Clone(value))
		// It was just written, so that there can be no error.
		_ = v.Format(jsontext.WithIndent("  "), jsontext.WithIndentPrefix(strings.Repeat(" ", indent)), jsontext.PreserveRawStrings(true))
		if key != nil {
			name = string(key) + ": "
		}
		return name + strings.ReplaceAll(string(v), "\n", e.nl)
	}
	if key != nil {
		name = e.nameText(key) + ": "
	}
	root, err := jsonTree(value)
	if err != nil {
		return name + string(value)
	}
	return name + e.flow(value, root)
}

// flow returns a value in flow style.
func (e *editor) flow(data []byte, n *node) string {
	if !n.kind.flow() {
		return e.scalar(data[n.start:n.end], &node{kind: plainNode}, freePlan, true)
	}
	var parts []string
	for i := range n.entries {
		en := &n.entries[i]
		part := e.flow(data, en.value)
		if en.key != nil {
			part = e.flow(data, en.key) + ": " + part
		}
		parts = append(parts, part)
	}
	return string(data[n.start]) + strings.Join(parts, ", ") + string(data[n.end-1])
}

// scalar returns a JSON scalar as YAML, in the style of what stands there if it
// can be.
func (e *editor) scalar(value []byte, old *node, p *plan, flow bool) string {
	if value[0] != '"' {
		return string(value)
	}
	raw, _ := jsontext.AppendUnquote(nil, value)
	s := string(raw)
	switch {
	case old.kind == blockScalar && literal(s) && old.end < len(e.data) && e.data[old.body] == '|' && readHeader(e.data, old.body).indicator == 0:
		return e.block(s, old)
	case old.kind == singleQuoted && printable(s):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	case old.kind == doubleQuoted || old.kind == singleQuoted:
	case flow && strings.ContainsAny(s, ",[]{}"):
	case plainText(s), p.kind == text && verbatim(s):
		return s
	}
	return string(appendQuoted(nil, s))
}

// verbatim reports whether a plain scalar of that text is text where the model
// wants text, as 2027, 1.10 and 2026-07/2031-06 are.
func verbatim(s string) bool {
	return s != "" && '0' <= s[0] && s[0] <= '9' && strings.Trim(s, "0123456789.-/Q") == ""
}

// block returns text as a literal block in place of another.
func (e *editor) block(s string, old *node) string {
	header := "|-"
	if strings.HasSuffix(s, "\n") {
		header = "|"
	}
	text := header
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		text += e.nl
		if line != "" {
			text += strings.Repeat(" ", old.column) + line
		}
	}
	return text
}

// pending is a change and what of its path is left.
type pending struct {
	tokens []string
	change
}

// expected returns what a document of that JSON says after changes, in the form
// of canonical. It is made from what was read of the document alone, to judge
// the bytes that were edited.
func expected(data []byte, changes []change) ([]byte, error) {
	root, err := jsonTree(data)
	if err != nil {
		return nil, err
	}
	var all []pending
	for _, c := range changes {
		var tokens []string
		for token := range c.path.Tokens() {
			tokens = append(tokens, token)
		}
		all = append(all, pending{tokens, c})
	}
	return canonical(appendChanged(nil, data, root, all))
}

// outcome is what becomes of an entry of an object or list.
type outcome struct {
	gone   bool
	name   []byte    // another name, if any
	value  []byte    // another value, if any
	inside []pending // changes in its value
}

// outcomeOf returns what becomes of an entry by the changes about it.
func outcomeOf(changes []pending) (o outcome) {
	for _, c := range changes {
		switch {
		case len(c.tokens) > 1:
			o.inside = append(o.inside, pending{c.tokens[1:], c.change})
		case c.op == set:
			o.value = c.value
		case c.op == rename:
			o.name = c.value
		default:
			o.gone = true
		}
	}
	return o
}

// appendChanged appends a value with the changes in it.
func appendChanged(dst, data []byte, n *node, changes []pending) []byte {
	if len(changes) == 0 || !n.kind.flow() {
		return append(dst, data[n.start:n.end]...)
	}
	dst = append(dst, data[n.start])
	empty := true
	begin := func(name []byte) {
		if !empty {
			dst = append(dst, ',')
		}
		empty = false
		if name != nil {
			dst = append(append(dst, name...), ':')
		}
	}
	about := make(map[string][]pending)
	for _, c := range changes {
		about[c.tokens[0]] = append(about[c.tokens[0]], c)
	}
	for i := range n.entries {
		en := &n.entries[i]
		token, name := strconv.Itoa(i), []byte(nil)
		if en.key != nil {
			token, name = en.key.text, data[en.key.start:en.key.end]
		}
		o := outcomeOf(about[token])
		delete(about, token) // of names that stand twice, the first counts
		if o.gone {
			continue
		}
		if o.name != nil {
			name = o.name
		}
		begin(name)
		if o.value != nil {
			dst = append(dst, o.value...)
		} else {
			dst = appendChanged(dst, data, en.value, o.inside)
		}
	}
	for _, c := range changes { // what is added
		if about[c.tokens[0]] == nil || len(c.tokens) > 1 || c.op != set {
			continue
		}
		var name []byte
		if n.kind == flowMapping {
			name, _ = jsontext.AppendQuote(nil, c.tokens[0])
		}
		begin(name)
		dst = append(dst, c.value...)
	}
	return append(dst, data[n.end-1])
}
