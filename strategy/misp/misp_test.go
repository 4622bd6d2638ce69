package misp_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/misp"
	"github.com/ocs-framework/ocs/threat"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var (
	isUUID = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	isName = regexp.MustCompile(`^[^\s:="]+$`)
)

// check holds a taxonomy to the rules of the public schema, and to what it can't
// say: which members there may be and of what type, what must not be empty or
// stand twice, and that values belong to a predicate.
func check(t testing.TB, taxonomy misp.Taxonomy) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, taxonomy.WriteJSON(&out))
	object := func(v any, required, optional []string) map[string]any {
		m, ok := v.(map[string]any)
		require.True(t, ok)
		for _, name := range required {
			require.Contains(t, m, name)
		}
		for name, value := range m {
			require.Contains(t, append(required, optional...), name)
			if text, ok := value.(string); ok {
				require.NotEmpty(t, text, name)
			}
			if name == "uuid" {
				require.Regexp(t, isUUID, value)
			}
		}
		return m
	}
	uuids := make(map[any]bool)
	named := func(list any) map[any]bool {
		seen := make(map[any]bool)
		require.NotEmpty(t, list)
		for _, v := range list.([]any) {
			m := object(v, []string{"value"}, []string{"expanded", "description", "uuid", "numerical_value", "colour", "exclusive"})
			require.Regexp(t, isName, m["value"])
			require.False(t, seen[m["value"]], m["value"])
			require.False(t, uuids[m["uuid"]], m["uuid"])
			seen[m["value"]], uuids[m["uuid"]] = true, true
		}
		return seen
	}
	var whole any
	require.NoError(t, json.Unmarshal(out.Bytes(), &whole))
	top := object(whole, []string{"namespace", "description", "version", "predicates"}, []string{"expanded", "uuid", "exclusive", "type", "refs", "values"})
	require.Regexp(t, isName, top["namespace"])
	version, ok := top["version"].(float64)
	require.True(t, ok && version == float64(int(version)) && version > 0)
	predicates := named(top["predicates"])
	for _, v := range top["values"].([]any) {
		m := object(v, []string{"predicate", "entry"}, []string{"uuid"})
		require.True(t, predicates[m["predicate"]], m["predicate"])
		delete(predicates, m["predicate"]) // each has its values once
		named(m["entry"])
	}
	require.Empty(t, predicates)
	return out.Bytes()
}

// The taxonomy is what is published: a change needs a higher version.
func TestVocabulary(t *testing.T) {
	file := filepath.Join("testdata", "machinetag.json")
	got := check(t, misp.Vocabulary())
	old, err := os.ReadFile(file)
	if *update && !bytes.Equal(old, got) {
		var published misp.Taxonomy
		if err == nil {
			require.NoError(t, json.Unmarshal(old, &published))
		}
		require.Greater(t, misp.Vocabulary().Version, published.Version, "raise vocabularyVersion")
		require.NoError(t, os.WriteFile(file, got, 0o644))
		old = got
	} else {
		require.NoError(t, err)
	}
	if diff := cmp.Diff(string(old), string(got)); diff != "" {
		t.Errorf("%s (-want +got, raise vocabularyVersion and rewrite with -update):\n%s", file, diff)
	}
}

// Every market and pillar is a tag.
func TestVocabularyIsWhole(t *testing.T) {
	var want []string
	for _, m := range threat.Market("").Terms() {
		want = append(want, fmt.Sprintf(`ocs:market="%s"`, m))
	}
	for _, f := range pillar.Frameworks() {
		for _, p := range f.Pillars {
			want = append(want, fmt.Sprintf(`ocs:pillar="%s"`, p.ID))
		}
	}
	if diff := cmp.Diff(want, misp.Vocabulary().Tags()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOf(t *testing.T) {
	s := nsaoc.Strategy()
	marking := strategy.NewIndex(&s).Markings()
	last := 0
	for _, level := range []ocs.Marking{"", ocs.MarkingGreen, ocs.MarkingAmber, ocs.MarkingRed} {
		taxonomy, found := misp.Of(&s, level)
		check(t, taxonomy)
		if level == "" {
			level = ocs.MarkingClear
		}
		tags, withheld := 0, 0
		for _, v := range taxonomy.Values {
			for _, e := range v.Entry {
				tags++
				if m := marking(ocs.ID(e.Value)); m.Compare(level) > 0 {
					t.Errorf("at %s there is %s, which is %s", level, e.Value, m)
				}
			}
		}
		for _, f := range found {
			if f.Rule == "misp-withheld" {
				withheld++
			}
		}
		pillars := len(strategy.NewIndex(&s).Framework().Pillars)
		require.Equal(t, pillars+len(s.Threats)+len(s.Groups)+len(s.Objectives), tags+withheld)
		require.GreaterOrEqual(t, tags, last)
		last = tags
	}
}

func TestFindings(t *testing.T) {
	s := &strategy.Strategy{
		ID: "s", Version: "2.1", Title: "a\xffb", Framework: pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "law"}}},
		Threats:    []threat.Threat{{ID: "t", Name: `"x" <y>`}, {ID: "t"}, {ID: `a"b`}, {}},
		Groups:     []threat.Group{{ID: "g", Name: "Ring"}},
		Objectives: []pillar.Objective{{ID: "law", Title: "same as the pillar"}},
	}
	type seen struct {
		Rule     string
		Path     ocs.Pointer
		Severity ocs.Severity
	}
	look := func(found ocs.Findings) (list []seen) {
		for _, f := range found {
			list = append(list, seen{f.Rule, f.Path, f.Severity})
		}
		return list
	}
	taxonomy, found := misp.Of(s, ocs.MarkingGreen)
	check(t, taxonomy)
	if diff := cmp.Diff([]seen{
		{"misp-version", "/version", ocs.Info},
		{"misp-character", "/title", ocs.Warning},
		{"misp-shared-id", "/threats/1/id", ocs.Warning},
		{"misp-id", "/threats/2/id", ocs.Warning},
		{"misp-id", "/threats/3/id", ocs.Warning},
		{"misp-withheld", "/groups/0", ocs.Info},
		{"misp-shared-id", "/objectives/0/id", ocs.Warning},
		{"misp-left-out", "", ocs.Info},
	}, look(found)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{`s:pillar="law"`, `s:threat="t"`}, taxonomy.Tags()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	// Of a document that is stricter as a whole not even the title is told.
	hidden := &strategy.Strategy{ID: "s", Version: "3", Title: "Secret", Notice: "Secret", Marking: ocs.MarkingRed, Threats: []threat.Threat{{ID: "t", Name: "Secret"}}}
	taxonomy, found = misp.Of(hidden, ocs.MarkingAmber)
	var out bytes.Buffer
	require.NoError(t, taxonomy.WriteJSON(&out))
	require.NotContains(t, out.String(), "Secret")
	require.Equal(t, 3, taxonomy.Version)
	require.Equal(t, ocs.Error, found.Max())

	_, found = misp.Of(&strategy.Strategy{Threats: make([]threat.Threat, 5_000)}, ocs.MarkingClear)
	require.Less(t, len(found), 1_010)
}

func FuzzOf(f *testing.F) {
	f.Add("s", "1", "t", "Title", "clear")
	f.Add("a b", "-7", `"`, "\xff\u2028", "x")
	f.Fuzz(func(t *testing.T, id, version, threatID, text, level string) {
		s := &strategy.Strategy{ID: ocs.ID(id), Version: version, Title: text, Notice: text,
			Threats:    []threat.Threat{{ID: threat.ID(threatID), Name: text, Description: text}},
			Objectives: []pillar.Objective{{ID: pillar.ObjectiveID(threatID), Title: text}}}
		taxonomy, _ := misp.Of(s, ocs.Marking(level))
		check(t, taxonomy)
	})
}
