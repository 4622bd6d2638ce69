package stratml_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a golden file.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, got, 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// fixtures returns the names of our own documents.
func fixtures(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.xml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	return names
}

// places lists findings without their messages.
func places(d *stratml.Document) []byte {
	var out bytes.Buffer
	for _, f := range d.Findings {
		fmt.Fprintf(&out, "%d:%d %s %s %s", f.Pos.Line, f.Pos.Column, f.Severity, f.Rule, f.Path)
		for _, r := range f.Related {
			fmt.Fprintf(&out, " < %d:%d", r.Pos.Line, r.Pos.Column)
		}
		fmt.Fprintln(&out)
	}
	for _, u := range d.Unified {
		fmt.Fprintf(&out, "unified %s", u.Actor)
		for _, p := range u.Mentions {
			fmt.Fprintf(&out, " %d:%d", p.Line, p.Column)
		}
		fmt.Fprintln(&out)
	}
	return out.Bytes()
}

// Every deviation that documents show is survived, reported where it stands and
// mapped as the goldens say.
func TestDocuments(t *testing.T) {
	for _, name := range fixtures(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			d := stratml.Decode(name, data, nil)
			require.False(t, d.Refused)
			golden(t, strings.TrimSuffix(name, ".xml")+".findings", places(d))
			yaml, err := codec.Encode(&d.Strategy, codec.YAML)
			require.NoError(t, err)
			golden(t, strings.TrimSuffix(name, ".xml")+".yaml", yaml)
			for _, part := range both {
				out := roundTrip(t, d, part)
				golden(t, fmt.Sprintf("%s.part%d", strings.TrimSuffix(name, ".xml"), part), out)
				if part == d.Part {
					keepsText(t, data, out)
				}
			}
		})
	}
}

// roundTrip checks that a strategy that was read comes back from StratML of
// either part as it was, directly and by way of YAML.
func roundTrip(t *testing.T, d *stratml.Document, part stratml.Part) []byte {
	t.Helper()
	out, _, err := stratml.Encode(&d.Strategy, part, nil)
	require.NoError(t, err)
	if faults := invalid(out, part); len(faults) > 0 {
		t.Errorf("Part %d isn't valid: %q", part, faults)
	}
	again := stratml.Decode("again.xml", out, nil)
	if diff := cmp.Diff(d.Strategy, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("back from Part %d (-want +got):\n%s", part, diff)
	}
	yaml, err := codec.Encode(&d.Strategy, codec.YAML)
	require.NoError(t, err)
	same, err := codec.Encode(&again.Strategy, codec.YAML)
	require.NoError(t, err)
	if diff := cmp.Diff(string(yaml), string(same)); diff != "" {
		t.Errorf("YAML, back from Part %d (-want +got):\n%s", part, diff)
	}
	kept := codec.Decode("kept.yaml", yaml, nil)
	require.Empty(t, kept.Findings)
	fromYAML, _, err := stratml.Encode(&kept.Strategy, part, nil)
	require.NoError(t, err)
	if diff := cmp.Diff(string(out), string(fromYAML)); diff != "" {
		t.Errorf("Part %d by way of YAML (-direct +by way of YAML):\n%s", part, diff)
	}
	return out
}

// keepsText checks that each text of a document is in what was made of it, as
// often: as a text, or else in an instruction of ocs.
func keepsText(t *testing.T, in, out []byte) {
	t.Helper()
	root, err := parseXML(in)
	require.NoError(t, err)
	made, err := parseXML(out)
	require.NoError(t, err)
	have := leaves(made, map[string]int{})
	var carried strings.Builder
	for _, l := range strings.Split(string(out), "\n") {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "<?ocs ") {
			carried.WriteString(l)
		}
	}
	for text, n := range leaves(root, map[string]int{}) {
		if strings.Contains(text, "${") {
			continue // nobody's words, but those of a form
		}
		// Instructions hold JSON and, in it, pieces of XML as they stood.
		inside := strings.Count(carried.String(), jsonText(t, text)) + strings.Count(carried.String(), jsonText(t, html.EscapeString(text)))
		if have[text]+inside < n {
			t.Errorf("text is lost: %q", text)
		}
	}
}

// jsonText is a text as JSON writes it, without the quotes.
func jsonText(t *testing.T, s string) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(s))
	return strings.Trim(strings.TrimSpace(out.String()), `"`)
}

// What can't be read is refused by name, where it stands.
func TestRefused(t *testing.T) {
	want := map[string]string{
		"ampersand.xml": "2:15 xml-syntax", "attribute.xml": "1:1 xml-syntax", "control.xml": "1:26 xml-syntax", "declaration.xml": "2:1 xml-syntax",
		"dialect.xml": "1:1 stratml-dialect", "doctype.xml": "2:1 xml-directive", "empty.xml": "1:1 xml-syntax", "html.xml": "1:1 not-stratml",
		"latin.xml": "2:25 xml-encoding", "mismatch.xml": "2:16 xml-syntax", "part3.xml": "1:1 stratml-part-3", "roots.xml": "2:1 xml-syntax",
		"tag.xml": "3:5 xml-syntax", "trailing.xml": "1:17 xml-syntax", "unfinished.xml": "3:1 xml-syntax", "wrapper.xml": "3:3 stratml-dialect",
	}
	got := map[string]string{}
	names, err := filepath.Glob("testdata/refused/*.xml")
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		d := stratml.Decode(name, data, nil)
		if !d.Refused || len(d.Findings) != 1 || d.Findings.Max() != ocs.Error {
			t.Errorf("%s: refused %v with %d findings", name, d.Refused, len(d.Findings))
			continue
		}
		f := d.Findings[0]
		got[filepath.Base(name)] = fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Rule)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The fixtures between them show every code of reading.
func TestFixturesShowEveryFault(t *testing.T) {
	seen := map[string]bool{}
	names, err := filepath.Glob("testdata/*/*.xml")
	require.NoError(t, err)
	for _, name := range append(fixtures(t), names...) {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, f := range stratml.Decode(name, data, nil).Findings {
			seen[f.Rule] = true
		}
	}
	elsewhere := []string{"xml-limit", "stratml-carried", "stratml-edited", "stratml-only-carried", "stratml-lost", "stratml-character"}
	for _, f := range stratml.Faults() {
		if !seen[f.Code] && !slices.Contains(elsewhere, f.Code) {
			t.Errorf("no fixture shows %s", f.Code)
		}
		delete(seen, f.Code)
	}
	if len(seen) > 0 {
		t.Errorf("not listed by Faults: %q", slices.Sorted(maps.Keys(seen)))
	}
}

var both = []stratml.Part{stratml.Part1, stratml.Part2}

// shared returns a folder of reference documents that the project may use but
// doesn't hold.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	dir := os.Getenv("OCS_SHARED")
	if dir == "" {
		t.Skip("OCS_SHARED isn't set: the documents of others aren't at hand")
	}
	return filepath.Join(append([]string{dir, "stratml"}, elem...)...)
}

// What others wrote is read, written valid, and loses no text.
func TestRealDocuments(t *testing.T) {
	for _, dir := range []string{"real", "templates"} {
		names, err := filepath.Glob(filepath.Join(shared(t, "docs", dir), "*.xml"))
		require.NoError(t, err)
		require.NotEmpty(t, names)
		for _, name := range names {
			t.Run(filepath.Base(name), func(t *testing.T) {
				data, err := os.ReadFile(name)
				require.NoError(t, err)
				d := stratml.Decode(filepath.Base(name), data, nil)
				require.False(t, d.Refused)
				for _, part := range both {
					if out := roundTrip(t, d, part); part == d.Part {
						keepsText(t, data, out)
					}
				}
			})
		}
	}
}

func TestRealDialect(t *testing.T) {
	data, err := os.ReadFile(shared(t, "docs", "dialect", "WGlascoeCCIP.xml"))
	require.NoError(t, err)
	d := stratml.Decode("ccip.xml", data, nil)
	require.True(t, d.Refused)
	require.Equal(t, "stratml-dialect", d.Findings[0].Rule)
}
