package strategy

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// How many characters of a document's text are repeated: of a value, as much as
// in findings, and of a title.
const (
	longestEcho  = 40
	longestTitle = 60
)

// String says in words what was edited, for a reader who knows the element:
// "deadline moved from 2027-06-30 to 2028". Free text is cut.
func (e Edit) String() string {
	name := e.name()
	switch e.Op {
	case EditAdded, EditRemoved:
		value := e.After
		if e.Op == EditRemoved {
			value = e.Before
		}
		if e.Field == "" {
			return string(e.Op)
		}
		return fmt.Sprintf("%s %s: %s", name, e.Op, echoEntry(value))
	case EditMoved:
		if name != "" {
			name += " "
		}
		if e.Before == e.After {
			return name + "moved within its list"
		}
		return fmt.Sprintf("%smoved from %v to %v", name, e.Before, e.After)
	case EditRenamed:
		text := fmt.Sprintf("renamed from %s to %s (%s", echo(e.Before), echo(e.After), strings.ReplaceAll(e.Evidence, "-", " "))
		if e.References > 0 {
			text += fmt.Sprintf("; %s", plural(e.References, "reference follows", "references follow"))
		}
		return text + ")"
	}
	return changeText(name, e.Before, e.After)
}

// name names what was edited, and of an entry as a whole its list.
func (e *Edit) name() string {
	field := ocs.Pointer("/" + e.Field)
	if e.Op == EditAdded || e.Op == EditRemoved {
		field = field.Parent()
	}
	if e.Entry == "" {
		return fieldName(trimSlash(string(field)))
	}
	var tokens []string // behind the entry
	for token := range field.Tokens() {
		if _, err := strconv.Atoi(token); err == nil {
			tokens = nil
		} else {
			tokens = append(tokens, token)
		}
	}
	if len(tokens) == 0 {
		return e.Entry
	}
	return fieldName(strings.Join(tokens, "/")) + " of " + e.Entry
}

// changeText says how a value was changed.
func changeText(name string, before, after any) string {
	switch {
	case before == nil && after == true:
		return name + " set"
	case before == nil:
		return fmt.Sprintf("%s set to %s", name, echo(after))
	case before == true:
		return name + " no longer set"
	case after == nil:
		return fmt.Sprintf("%s %s deleted", name, echo(before))
	}
	verb := "changed"
	switch b := before.(type) {
	case ocs.Deadline, ocs.Date:
		verb = "moved"
	case ocs.Decimal:
		verb = direction(after.(ocs.Decimal).Compare(b))
	case ocs.Money:
		if order, ok := after.(ocs.Money).Compare(b); ok {
			verb = direction(order)
		}
	case int:
		verb = direction(after.(int) - b)
	case string:
		a := after.(string)
		if m, n := utf8.RuneCountInString(b), utf8.RuneCountInString(a); max(m, n) > longestEcho {
			return fmt.Sprintf("%s reworded, from %d to %d characters", name, m, n)
		}
	}
	return fmt.Sprintf("%s %s from %s to %s", name, verb, echo(before), echo(after))
}

func direction(order int) string {
	switch {
	case order < 0:
		return "lowered"
	case order > 0:
		return "raised"
	}
	return "respelt"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// fieldName reads a field for people: "targets/0/value" is "value of targets
// no. 1".
func fieldName(field string) string {
	if field == "" {
		return ""
	}
	text := ""
	for token := range ocs.Pointer("/" + field).Tokens() {
		switch i, err := strconv.Atoi(token); {
		case err == nil && text != "":
			text += fmt.Sprintf(" no. %d", i+1)
		case text == "":
			text = echoText(token, false)
		default:
			text = echoText(token, false) + " of " + text
		}
	}
	return text
}

// echo repeats a value, cut and without control characters.
func echo(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case string:
		return echoText(v, true)
	case json.RawMessage:
		return echoText(string(v), false)
	case encoding.TextMarshaler:
		text, err := v.MarshalText()
		if err != nil {
			return "something"
		}
		return echoText(string(text), false)
	case ocs.Decimal:
		return v.String()
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.String:
		return echoText(v.String(), false)
	case reflect.Struct:
		return echoEntry(value)
	}
	return fmt.Sprint(value)
}

// echoText repeats text, in quotes if it is prose or holds what a terminal or
// reader might take for something else.
func echoText(s string, prose bool) string { return echoCut(s, prose, longestEcho) }

func echoCut(s string, prose bool, longest int) string {
	cut := s
	if utf8.RuneCountInString(s) > longest {
		cut = string([]rune(s[:min(len(s), longest*utf8.UTFMax)])[:longest]) + "…"
	}
	quoted := strconv.Quote(cut)
	if prose || s == "" || quoted[1:len(quoted)-1] != cut {
		return quoted
	}
	return cut
}

// echoEntry repeats what tells an element or entry apart.
func echoEntry(value any) string {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Struct {
		return echo(value)
	}
	if _, text := value.(encoding.TextMarshaler); text {
		return echo(value)
	}
	var parts []string
	for i := range v.NumField() {
		field := v.Field(i)
		if !v.Type().Field(i).IsExported() || field.IsZero() || field.Kind() == reflect.Slice || field.Kind() == reflect.Map {
			continue
		}
		if parts = append(parts, echo(field.Interface())); len(parts) == 3 {
			break
		}
	}
	if len(parts) == 0 {
		return "an entry"
	}
	return strings.Join(parts, ", ")
}

// label returns the title or name of an element, cut.
func label(n *treeNode) string {
	for _, name := range []string{"title", "name"} {
		if m := n.form.member(name); m != nil {
			if text := n.value.Field(m.index).String(); text != "" {
				quoted := echoCut(text, true, longestTitle)
				return quoted[1 : len(quoted)-1]
			}
		}
	}
	return ""
}

// shown are the edits that stand for themselves, element by element.
func (r *Revision) shown(element func(first *Edit), edit func(*Edit)) {
	var last ocs.Element
	for i := range r.Edits {
		e := &r.Edits[i]
		if e.Follows {
			continue
		}
		if e.Element != last || e.Op == EditAdded && e.Field == "" || i == 0 {
			element(e)
			last = e.Element
		}
		edit(e)
	}
}

// summary says what is compared and how much was edited.
func (r *Revision) summary() string {
	text := plural(len(r.Edits), "edit", "edits")
	if n := r.Weakenings(); n > 0 {
		text += fmt.Sprintf(", of which %s the strategy", plural(n, "weakens", "weaken"))
	}
	return text
}

// String names the version.
func (v Version) String() string {
	text := echoText(string(v.ID), false)
	if v.Version != "" {
		text += ", version " + echoText(v.Version, false)
	}
	if v.Stage != "" {
		text += " (" + echoText(string(v.Stage), false) + ")"
	}
	return text
}

// WriteText writes the revision for a terminal: the edits under their elements,
// those that weaken the strategy marked with "!". References that follow a
// renamed element are counted with it. Free text is cut, but every element is
// shown, whatever its marking. The error is that of w.
func (r *Revision) WriteText(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "from %v\nto   %v\n%s\n", r.From, r.To, r.summary())
	r.shown(func(e *Edit) {
		fmt.Fprintf(&b, "\n%v", e.Element)
		if e.Title != "" {
			fmt.Fprintf(&b, ": %s", e.Title)
		}
		b.WriteByte('\n')
	}, func(e *Edit) {
		mark, why := " ", ""
		if e.Weakens != "" {
			mark, why = "!", " ["+string(e.Weakens)+"]"
		}
		fmt.Fprintf(&b, "  %s %v%s\n", mark, *e, why)
	})
	_, err := w.Write(b.Bytes())
	return err
}

// WriteMarkdown writes the revision as a page for readers: first what weakens
// the strategy, then everything under its elements. The error is that of w.
func (r *Revision) WriteMarkdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# What changed\n\nFrom %s to %s: %s.\n", escapeMarkdown(r.From.String()), escapeMarkdown(r.To.String()), r.summary())
	if r.Weakenings() > 0 {
		b.WriteString("\n## What weakens the strategy\n\n")
		for i := range r.Edits {
			if e := &r.Edits[i]; e.Weakens != "" {
				fmt.Fprintf(&b, "- **%s**: %s: %s\n", e.Weakens, escapeMarkdown(e.heading()), escapeMarkdown(e.String()))
			}
		}
	}
	if len(r.Edits) > 0 {
		b.WriteString("\n## All edits\n")
	}
	r.shown(func(e *Edit) {
		fmt.Fprintf(&b, "\n### %s\n\n", escapeMarkdown(e.heading()))
	}, func(e *Edit) {
		if e.Weakens != "" {
			fmt.Fprintf(&b, "- %s (**%s**)\n", escapeMarkdown(e.String()), e.Weakens)
		} else {
			fmt.Fprintf(&b, "- %s\n", escapeMarkdown(e.String()))
		}
	})
	_, err := w.Write(b.Bytes())
	return err
}

// heading names the element.
func (e *Edit) heading() string {
	if e.Title == "" {
		return e.Element.String()
	}
	return e.Element.String() + ": " + e.Title
}

// escapeMarkdown makes text stand for itself in Markdown.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|&~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// WriteJSON writes the revision as JSON: the fields of [Revision] and of its
// edits, with their values before and after as short texts and the edit in words. The error
// is that of w.
func (r *Revision) WriteJSON(w io.Writer) error {
	type edit struct {
		*Edit
		Before string `json:"before,omitzero"`
		After  string `json:"after,omitzero"`
		Text   string `json:"text"`
	}
	out := struct {
		From  Version `json:"from"`
		To    Version `json:"to"`
		Edits []edit  `json:"edits"`
	}{r.From, r.To, make([]edit, len(r.Edits))}
	short := func(v any) string {
		if v == nil {
			return ""
		}
		return echo(v)
	}
	for i := range r.Edits {
		e := &r.Edits[i]
		out.Edits[i] = edit{e, short(e.Before), short(e.After), e.String()}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
