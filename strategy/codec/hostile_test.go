package codec_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/ocs-framework/ocs/strategy/codec"
)

// bomb is a document whose aliases stand for 9 to the 9th values.
func bomb() string {
	var b strings.Builder
	b.WriteString("schema: ocs/v1\nextensions:\n  a.b:\n    - &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 9; i++ {
		fmt.Fprintf(&b, "    - &a%d [%s]\n", i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), ", "))
	}
	return b.String()
}

func inUTF16(s string, order []byte) []byte {
	b := bytes.Clone(order)
	for _, u := range utf16.Encode([]rune(s)) {
		if len(order) > 0 && order[0] == 0xFE {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

// Whatever the bytes are, decoding ends soon, without a panic, and says what is
// wrong with them.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	const n = 100_000
	minimal := "schema: ocs/v1\n"
	long := strings.Repeat("x", 1<<20)
	tests := []struct {
		name, file string
		data       string
		want       string // code of the first finding
	}{
		{"alias bomb", "a.yaml", bomb(), "limit-exceeded"},
		{"alias inside itself", "a.yaml", minimal + "extensions: {a.b: &x [*x]}", "limit-exceeded"},
		{"aliases of long text", "a.yaml", minimal + "extensions: {a.b: [&x " + long + strings.Repeat(", *x", 1000) + "]}", "limit-exceeded"},
		{"YAML flow lists", "a.yaml", minimal + "extensions: " + strings.Repeat("[", n), "limit-exceeded"},
		{"YAML flow mappings", "a.yaml", minimal + "extensions: " + strings.Repeat("{a: ", n), "limit-exceeded"},
		{"YAML block lists", "a.yaml", strings.Repeat("- ", n), "limit-exceeded"},
		{"YAML explicit keys", "a.yaml", strings.Repeat("? ", n), "limit-exceeded"},
		{"YAML indentation", "a.yaml", indented(500), "limit-exceeded"},
		{"JSON lists", "a.json", `{"schema":"ocs/v1","extensions":{"a.b":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}}", "limit-exceeded"},
		{"JSON lists, not closed", "a.json", strings.Repeat("[", n), "limit-exceeded"},
		{"JSON mappings", "a.json", `{"schema":"ocs/v1","extensions":` + strings.Repeat(`{"a":`, n), "limit-exceeded"},
		{"JSON lists behind an escaped name", "a.json", `{"schema":"ocs/v1","\u0065xtensions":{"a.b":` + strings.Repeat("[", 70) + strings.Repeat("]", 70) + "}}", "limit-exceeded"},
		{"many small entries", "a.json", `{"schema":"ocs/v1","plans":[{}` + strings.Repeat(",{}", n/2) + "]}", ""},
		{"too many small entries in YAML", "a.yaml", minimal + "plans: [{}" + strings.Repeat(",{}", 3*n) + "]", "limit-exceeded"},
		{"unknown names", "a.json", `{"schema":"ocs/v1"` + strings.Repeat(`,"stratgy":1`, n) + "}", "unknown-field"},
		{"distinct unknown names", "a.json", `{"schema":"ocs/v1"` + distinct(n, `,"%040d":1`) + "}", "unknown-field"},
		{"distinct unknown names in YAML", "a.yaml", minimal + distinct(n, "\"%040d\": 1\n"), "unknown-field"},
		{"faults on one line of YAML", "a.yaml", "{schema: ocs/v1" + distinct(n, ", %040d: é") + "}", "unknown-field"},
		{"long line of wrong values", "a.json", `{"schema":"ocs/v1","languages":[1` + strings.Repeat(",1", n) + "]}", "wrong-type"},
		{"far too many small entries in YAML", "a.yaml", "[" + strings.Repeat("a,", 40*n) + "]", "limit-exceeded"},
		{"far too many lines", "a.yaml", minimal + "threats:\n" + strings.Repeat("-\n", 50*n), "limit-exceeded"},
		{"bare entries", "a.yaml", minimal + "threats:\n" + strings.Repeat("-\n", 10*n), "null-value"},
		{"entries of a wrong type", "a.json", `{"schema":"ocs/v1","threats":[1` + strings.Repeat(",1", 10*n) + "]}", "wrong-type"},
		{"keys of extensions", "a.json", `{"schema":"ocs/v1","extensions":{"a.b":1` + distinct(n, `,"a.%d":1`) + "}}", ""},
		{"nulls", "a.yaml", minimal + "languages: [" + strings.Repeat("~,", n) + "]", "null-value"},
		{"quotes", "a.json", strings.Repeat(`"`, n), "syntax"},
		{"backslashes", "a.json", `{"extensions":"` + strings.Repeat(`\`, n) + `"}`, "schema-missing"},
		{"names of extensions", "a.json", `{"schema":"ocs/v1","title":[` + strings.Repeat(`"extensions":[[[`, n), "syntax"},
		{"null null", "a.json", `{"schema":"ocs/v1","title":"` + strings.Repeat("null ", n) + `"}`, ""},
		{"blanks around null", "a.json", strings.Repeat(" ", n) + "null" + strings.Repeat(" ", n), "empty-document"},
		{"anchors", "a.yaml", strings.Repeat("&a ", n), "syntax"},
		{"tags", "a.yaml", strings.Repeat("!a ", n), "syntax"},
		{"comments", "a.yaml", strings.Repeat("# a\n", n), "empty-document"},
		{"comments behind values", "a.yaml", minimal + "languages:\n" + strings.Repeat("  - en # a\n", n), ""},
		{"comments before values", "a.yaml", minimal + "languages:\n" + strings.Repeat("  # a\n  - en\n", n), ""},
		{"colons", "a.yaml", strings.Repeat(": ", n), "limit-exceeded"},
		{"commas", "a.yaml", "[" + strings.Repeat(",", n), "syntax"},
		{"dashes", "a.yaml", strings.Repeat("---\n", n), "multiple-documents"},
		{"declared tags", "a.yaml", distinct(n, "%%TAG !a%d! tag:a,2000:\n"), "unsupported-yaml"},
		{"declared tags after a document", "a.yaml", minimal + "...\n# a\n\n" + distinct(n, "%%TAG !a%d! tag:a,2000:\n"), "unsupported-yaml"},
		{"ends of documents", "a.yaml", minimal + strings.Repeat("...\n", n), ""},
		{"points", "a.yaml", minimal + "title: %" + strings.Repeat(".", n), "syntax"},
		{"percent", "a.yaml", strings.Repeat("%a\n", n), "syntax"},
		{"tabs", "a.yaml", strings.Repeat("\t", n), "empty-document"},
		{"open quote", "a.yaml", `a: "` + strings.Repeat("\n", n), "syntax"},
		{"literal of empty lines", "a.yaml", minimal + "title: |\n" + strings.Repeat("\n", n), ""},
		{"long key", "a.yaml", long + ": a", "schema-missing"},
		{"long text", "a.yaml", minimal + "title: " + long, ""},
		{"long text of many lines", "a.yaml", minimal + "title: a\n" + strings.Repeat(" b\n", n), ""},
		{"null character", "a.yaml", "schema: ocs/v1\ntitle: a\x00b", "unsupported-encoding"},
		{"null character in JSON", "a.json", "{\"schema\":\"ocs/v1\",\"title\":\"a\x00b\"}", "unsupported-encoding"},
		{"UTF-16, little end first", "a.yaml", string(inUTF16(minimal, []byte("\xff\xfe"))), "unsupported-encoding"},
		{"UTF-16, big end first", "a.json", string(inUTF16(`{"schema":"ocs/v1"}`, []byte("\xfe\xff"))), "unsupported-encoding"},
		{"UTF-16 without mark", "a.json", string(inUTF16(`{"schema":"ocs/v1"}`, nil)), "unsupported-encoding"},
		{"invalid UTF-8", "a.json", "{\"schema\":\"ocs/v1\",\"title\":\"\xff\"}", "unsupported-encoding"},
		{"invalid UTF-8 in YAML", "a.yaml", "schema: ocs/v1\ntitle: \xff", "unsupported-encoding"},
		{"byte order mark", "a.yaml", "\uFEFF" + minimal, ""},
		{"byte order mark in JSON", "a.json", "\uFEFF" + `{"schema":"ocs/v1"}`, ""},
		{"line ends of Windows", "a.yaml", "schema: ocs/v1\r\ntitle: a\r\n", ""},
		{"line ends of Windows in JSON", "a.json", "{\r\n\"schema\":\"ocs/v1\"}\r\n", ""},
		{"surrogates in JSON that is named YAML", "a.yaml", `{"schema":"ocs/v1","title":"\ud83d\ude00"}`, ""},
		{"lone surrogate", "a.json", `{"schema":"ocs/v1","title":"\ud83d"}`, "syntax"},
		{"nothing", "a.yaml", "", "empty-document"},
		{"nothing in JSON", "a.json", " \n", "empty-document"},
		{"nothing but a mark", "a.json", "\uFEFF", "empty-document"},
		{"a document without contents", "a.yaml", "---\n", "empty-document"},
		{"text", "a.yaml", "strategy", "wrong-type"},
		{"text in JSON", "a.json", `"strategy"`, "wrong-type"},
		{"text without a name", "", "strategy", "wrong-type"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			d := codec.Decode(test.file, []byte(test.data), nil)
			d.Position("/plans/0/commitments/1/lead")
			elapsed := time.Since(start)
			if elapsed > 3*time.Minute { // each takes a fraction of a second; with the race detector on a busy machine a minute
				t.Errorf("took %v", elapsed)
			}
			got := ""
			if len(d.Findings) > 0 {
				got = d.Findings[0].Rule
			}
			if got != test.want {
				t.Errorf("first finding is %q, want %q", got, test.want)
			}
			for _, f := range d.Findings {
				if f.Pos.Line < 1 || f.Pos.Column < 1 || f.Pos.Offset > len(test.data) {
					t.Fatalf("impossible position: %+v", f.Pos)
				}
			}
		})
	}
}

// After very many faults the rest of a file is not read.
func TestManyFaults(t *testing.T) {
	const most = 10_000
	for _, test := range []struct {
		name, file, data string
		want             int
		refused          bool
	}{
		{"as many as are listed", "a.json", `{"schema":"ocs/v1","languages":[1` + strings.Repeat(",1", most-1) + "]}", most, false},
		{"one more", "a.json", `{"schema":"ocs/v1","languages":[1` + strings.Repeat(",1", most) + `,"en"]}`, most + 1, true},
		{"one more in YAML", "a.yaml", "schema: ocs/v1\nlanguages:\n" + strings.Repeat("-\n", most+1) + "title: x\n", most + 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := codec.Decode(test.file, []byte(test.data), nil)
			if len(d.Findings) != test.want || d.Refused != test.refused {
				t.Fatalf("%d findings, Refused = %v; want %d, %v", len(d.Findings), d.Refused, test.want, test.refused)
			}
			if last := d.Findings[len(d.Findings)-1].Rule; (last == "limit-exceeded") != test.refused {
				t.Errorf("the last finding is %q", last)
			}
		})
	}
}

// indented is YAML whose mappings are nested to that depth.
func indented(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// distinct repeats a text with a number in it.
func distinct(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}
