package findings

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Explanation is what there is to know of the code that a finding carries.
type Explanation struct {
	// Code is the rule's code.
	Code string

	// Title is what holds where the rule is kept, in one sentence.
	Title string

	// Doc says why, and what to do.
	Doc string

	// Basis is where the demand comes from. It is absent for faults, which are kinds of finding that aren't a rule's.
	Basis string

	// Levels are the severities by stage.
	Levels ocs.Levels

	// Fixed says that no option or waiver lowers the rule.
	Fixed bool

	// NeedsDate says that the rule runs only with an as-of date.
	NeedsDate bool

	// Bad and Good are documents in YAML that break and keep the rule. The lines that break it end in a comment with the code.
	Bad, Good string
}

// Explain explains the rule of that code: one of [strategy.Rules], or of the
// further ones that are given. It is false if there is none.
func Explain(code string, more ...Explanation) (Explanation, bool) {
	e, ok := catalogue(more)[code]
	return e.illustrated(), ok
}

// ExplanationOf explains a rule from what it says of itself, so that an
// agency's own rules are explained and listed like ours.
func ExplanationOf[T any](r ocs.Rule[T]) Explanation {
	return Explanation{Code: r.Code, Title: r.Title, Doc: r.Doc, Basis: r.Basis, Levels: r.Levels, Fixed: r.Fixed, NeedsDate: r.NeedsDate}
}

// ExplanationsOf explains faults from what they say of themselves, such as those
// of a package that reads or writes documents.
func ExplanationsOf(faults []ocs.Fault) []Explanation {
	list := make([]Explanation, len(faults))
	for i, f := range faults {
		list[i] = Explanation{Code: f.Code, Title: f.Title, Doc: f.Doc, Levels: ocs.Levels(strings.Repeat(letters[f.Severity], len(stages)))}
	}
	return list
}

// catalogue is our rules and further explanations by code. Of several further
// ones with one code it has the first.
func catalogue(more []Explanation) map[string]Explanation {
	known := make(map[string]Explanation)
	for _, e := range slices.Backward(more) {
		known[e.Code] = e
	}
	for _, r := range strategy.Rules() {
		known[r.Code] = ExplanationOf(r)
	}
	return known
}

// examples holds for each rule a document that breaks it and one that keeps
// it. They are the fixtures of the rules' tests.
//
//go:embed rules
var examples embed.FS

// illustrated is the explanation with the examples that there are of our rules.
func (e Explanation) illustrated() Explanation {
	if e.Bad == "" && e.Good == "" {
		e.Bad, e.Good = example(e.Code, "bad"), example(e.Code, "good")
	}
	return e
}

var wantComment = regexp.MustCompile(`[ \t]*# want ([^\n]+)`)

// example is a fixture with the comments of the tests made readable.
func example(code, which string) string {
	data, err := examples.ReadFile("rules/" + code + "/" + which + ".yaml")
	if err != nil {
		return "" // not one of our rules
	}
	return wantComment.ReplaceAllStringFunc(string(data), func(comment string) string {
		wants := wantComment.FindStringSubmatch(comment)[1]
		var codes []string
		for wants != "" {
			name, rest, _ := strings.Cut(strings.TrimSpace(wants), ` "`)
			if !slices.Contains(codes, name) {
				codes = append(codes, name)
			}
			_, wants, _ = strings.Cut(rest, `"`)
			wants = strings.TrimSpace(wants)
		}
		return " # <- " + strings.Join(codes, ", ")
	})
}

// stages are the columns of the severity table.
var stages = []ocs.Stage{ocs.StageDraft, ocs.StageConsultation, ocs.StageAdopted, ocs.StageImplementation, ocs.StageReview}

// letters are the severities as [ocs.Levels] writes them, but for a dash that
// is seen in a table.
var letters = map[ocs.Severity]string{ocs.Off: "–", ocs.Info: "i", ocs.Warning: "W", ocs.Error: "E"}

// WriteText writes the explanation for a terminal. The error is that of w.
func (e Explanation) WriteText(w io.Writer) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s: %s\n\n%s\n", e.Code, e.Title, wrap(e.Doc, 96))
	if e.Basis != "" {
		fmt.Fprintf(&out, "\nBasis: %s\n", wrap(e.Basis, 96))
	}
	if e.Levels != "" {
		out.WriteString("\nSeverity:")
		for i, s := range stages {
			if i > 0 {
				out.WriteByte(',')
			}
			fmt.Fprintf(&out, " %s %s", s, e.Levels.At(s))
		}
		out.WriteByte('\n')
	}
	for _, remark := range e.remarks() {
		fmt.Fprintf(&out, "%s\n", remark)
	}
	for _, ex := range []struct{ head, text string }{{"Breaks the rule", e.Bad}, {"Keeps it", e.Good}} {
		if ex.text != "" {
			fmt.Fprintf(&out, "\n%s:\n\n    %s\n", ex.head, strings.ReplaceAll(strings.TrimSpace(ex.text), "\n", "\n    "))
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (e Explanation) remarks() []string {
	var list []string
	if e.Fixed {
		list = append(list, "Fixed: no option or waiver lowers it.")
	}
	if e.NeedsDate {
		list = append(list, "Needs an as-of date; it is skipped without one.")
	}
	return list
}

// wrap breaks text into lines of at most width characters.
func wrap(s string, width int) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}

// WriteReference writes all rules as one page of Markdown: first a table of
// severities by stage, then each rule with its reason, basis and examples, ours
// and the further ones together in the order of their codes. The error is that of w.
func WriteReference(w io.Writer, more ...Explanation) error {
	known := catalogue(more)
	codes := make([]string, 0, len(known))
	for code := range known {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	var out bytes.Buffer
	out.WriteString("# Rules\n\nGenerated from the rules themselves. **E** error, **W** warning, **i** information, – not run. " +
		"Severities are ours. *Fixed* rules can't be lowered or waived; rules *with a date* run only if one is given.\n\n" +
		"| rule | draft | consultation | adopted | implementation | review | |\n|---|---|---|---|---|---|---|\n")
	for _, code := range codes {
		e := known[code]
		fmt.Fprintf(&out, "| [`%s`](#%s) |", code, code)
		for _, s := range stages {
			fmt.Fprintf(&out, " %s |", letters[e.Levels.At(s)])
		}
		var marks []string
		if e.Fixed {
			marks = append(marks, "fixed")
		}
		if e.NeedsDate {
			marks = append(marks, "with a date")
		}
		fmt.Fprintf(&out, " %s |\n", strings.Join(marks, ", "))
	}
	for _, code := range codes {
		e := known[code].illustrated()
		_, size := utf8.DecodeRuneInString(e.Title)
		fmt.Fprintf(&out, "\n## %s\n\n**%s%s.** %s\n", code, strings.ToUpper(e.Title[:size]), e.Title[size:], escapeMarkdown(e.Doc))
		if e.Basis != "" {
			fmt.Fprintf(&out, "\n*Basis:* %s\n", escapeMarkdown(e.Basis))
		}
		for _, ex := range []struct{ head, text string }{{"Breaks the rule", e.Bad}, {"Keeps it", e.Good}} {
			if ex.text != "" {
				fmt.Fprintf(&out, "\n%s:\n\n```yaml\n%s\n```\n", ex.head, strings.TrimSpace(ex.text))
			}
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// escapeMarkdown keeps prose from being read as markup.
func escapeMarkdown(s string) string {
	return strings.NewReplacer("<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`").Replace(s)
}
