package stratml_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

func TestPakistanComesBack(t *testing.T) {
	for _, part := range both {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			s := nsaoc.Strategy()
			data, _, err := stratml.Encode(&s, part, nil)
			require.NoError(t, err)
			if faults := invalid(data, part); len(faults) > 0 {
				t.Errorf("not valid: %q", faults)
			}
			if diff := cmp.Diff(nsaoc.Strategy(), s); diff != "" {
				t.Errorf("writing changed the strategy (-want +got):\n%s", diff)
			}
			d := stratml.Decode("pakistan.xml", data, nil)
			if n := d.Findings.Count(ocs.Warning) + d.Findings.Count(ocs.Error); n > 0 {
				t.Errorf("%d faults in what was written: %v", n, d.Findings)
			}
			if diff := cmp.Diff(s, d.Strategy); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, _, err := stratml.Encode(&d.Strategy, part, nil)
			require.NoError(t, err)
			if !bytes.Equal(data, again) {
				t.Error("the bytes differ when it is written again")
			}
		})
	}
}

// What a bare document loses is what the findings say and nothing else.
func TestLossesAreTrue(t *testing.T) {
	for _, part := range both {
		s := nsaoc.Strategy()
		data, fs, err := stratml.Encode(&s, part, &stratml.EncodeOptions{Bare: true})
		require.NoError(t, err)
		require.NotContains(t, string(data), "<?ocs")
		require.Empty(t, invalid(data, part))
		var said []ocs.Pointer
		for _, f := range fs {
			require.Equal(t, "stratml-lost", f.Rule)
			said = append(said, f.Path)
			for _, r := range f.Related {
				said = append(said, r.Path)
			}
		}
		got := stratml.Decode("bare.xml", data, nil).Strategy
		covered := func(p ocs.Pointer) bool {
			return slices.ContainsFunc(said, func(q ocs.Pointer) bool { return q.Contains(p) || p.Contains(q) })
		}
		for i := range s.Objectives { // by hand, for what can be told apart by ID
			o := &s.Objectives[i]
			at := ocs.Pointer("/objectives").Index(i)
			j := slices.IndexFunc(got.Objectives, func(g pillar.Objective) bool { return g.ID == o.ID })
			require.GreaterOrEqual(t, j, 0)
			g := &got.Objectives[j]
			for _, c := range []struct {
				field string
				same  bool
			}{
				{"title", o.Title == g.Title}, {"description", o.Description == g.Description}, {"threats", len(o.Threats) == len(g.Threats)},
				{"indicators", len(o.Indicators) == len(g.Indicators)}, {"owner", o.Owner == g.Owner}, {"articles", len(o.Articles) == len(g.Articles)},
				{"horizontal", o.Horizontal == g.Horizontal}, {"pillar", o.Pillar == g.Pillar || o.Pillar == ""},
			} {
				if p := at.Append(c.field); c.same == covered(p) && !(c.field == "indicators" && part == stratml.Part2) {
					t.Errorf("Part %d: %s is the same: %v, but a loss is said: %v", part, p, c.same, covered(p))
				}
			}
		}
		for _, p := range []ocs.Pointer{"/threats/0", "/groups/0", "/plans/0", "/risks/0", "/jurisdiction/countries"} {
			if !covered(p) {
				t.Errorf("Part %d: nothing said of %s", part, p)
			}
		}
		if covered("/title") || covered("/vision") || covered("/period") {
			t.Errorf("Part %d: said to be lost, but visible", part)
		}
		if part == stratml.Part1 && !covered("/objectives/0/indicators/0") {
			t.Error("Part 1 is silent about indicators")
		}
	}
}

// Any strategy comes back from either part, and the document is valid.
func TestAnyStrategyComesBack(t *testing.T) {
	for seed := range uint64(60) {
		s := arbitrary(seed)
		for _, part := range both {
			data, _, err := stratml.Encode(&s, part, nil)
			require.NoError(t, err, "seed %d", seed)
			if faults := invalid(data, part); len(faults) > 0 {
				t.Fatalf("seed %d, Part %d isn't valid: %q", seed, part, faults[:min(len(faults), 5)])
			}
			d := stratml.Decode("any.xml", data, nil)
			require.False(t, d.Refused)
			if diff := cmp.Diff(spelt(t, s), spelt(t, d.Strategy), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, Part %d (-want +got):\n%s", seed, part, diff)
			}
			bare, _, err := stratml.Encode(&s, part, &stratml.EncodeOptions{Bare: true})
			require.NoError(t, err)
			require.Empty(t, invalid(bare, part))
		}
	}
}

// spelt is a strategy as JSON gives it back.
func spelt(t *testing.T, s strategy.Strategy) strategy.Strategy {
	t.Helper()
	data, err := json.Marshal(s)
	require.NoError(t, err)
	var out strategy.Strategy
	require.NoError(t, json.Unmarshal(data, &out))
	return out
}

// words are texts that are hard on somebody.
var words = []string{"", "a", "a", "b", "Prevent", "two words", " spaces ", "line\nbreak", "return\r\nline", "tab\tbed", "<b>&amp;\"'", "]]>", "?>", "-->",
	"<?ocs v1?>", "[ocs] Threats: x.", "${uuid}", "nul\x00bell\x07", "\ufffe", "ہدف", "Ünï.cödé", "_a", "1a", "o/1", strings.Repeat("long ", 40), "\u2028", "{\"~\":1}",
	"2027-06-30", "1.2", "Owner", "Person", "stratml-source", "stratml-results", "no-pillar", "😀"}

// arbitrary fills every field of the model now and then.
func arbitrary(seed uint64) strategy.Strategy {
	r := rand.New(rand.NewPCG(seed, 1))
	var s strategy.Strategy
	fill(r, reflect.ValueOf(&s).Elem(), 0)
	for i := range s.Objectives { // references that lead somewhere, some of them
		if r.IntN(2) == 0 && len(s.Actors) > 0 {
			s.Objectives[i].Owner = s.Actors[r.IntN(len(s.Actors))].ID
		}
		if r.IntN(2) == 0 {
			s.Objectives[i].Parent = s.Objectives[r.IntN(len(s.Objectives))].ID
		}
	}
	return s
}

func fill(r *rand.Rand, v reflect.Value, depth int) {
	if depth > 2 && r.IntN(4) > 0 {
		return
	}
	switch p := v.Addr().Interface().(type) {
	case *ocs.Date:
		*p = ocs.MustDate([]string{"2027", "2027-Q2", "2027-06", "2027-06-30", "0001-01-01"}[r.IntN(5)])
		return
	case *ocs.Period:
		*p = ocs.MustPeriod([]string{"2027", "2026-07-01/2031-06-30", "/2025-04", "2025-04/"}[r.IntN(4)])
		return
	case *ocs.Deadline:
		_ = p.UnmarshalText([]byte([]string{"2027", "continuous", "quarterly", "adoption+90d"}[r.IntN(4)]))
		return
	case *ocs.Decimal:
		*p = ocs.MustDecimal([]string{"0", "-1.50", "1.5", "42"}[r.IntN(4)])
		return
	case *ocs.Money:
		_ = p.UnmarshalText([]byte("PKR 1500.00"))
		return
	case *ocs.Extensions:
		if r.IntN(3) == 0 {
			values := []string{`{"b":1,"a":[1.50,null]}`, `null`, `"?>"`, `{"sequence-indicator":"7","identifier":"x","stakeholders":[{"actor":"a","name":"n"},{"name":"loose"}]}`,
				`{"description":"d","residue":["<!-- -- -->","<?ocs v1?>","<?xml x?>","<!--ok-->","<x/>"]}`, `{"organization":{"residue":["<?fine y?>"]},"type":"Person"}`,
				`{"measurement-instances":[{"target-results":[{"end-date":"x"}],"actual-results":[{"baseline":true},{}]},{}]}`}
			*p = ocs.Extensions{"x.y": json.RawMessage(values[r.IntN(len(values))]), stratml.Extension: json.RawMessage(values[r.IntN(len(values))])}
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(words[r.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int64, reflect.Uint8:
		if v.CanInt() {
			v.SetInt(int64(r.IntN(3)))
		}
	case reflect.Slice:
		n := r.IntN(4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() && r.IntN(3) > 0 {
				fill(r, f, depth)
			}
		}
	}
}

// A document that was edited after it was written says what it now says, and
// not what it was written with.
func TestEditsOfTheDocumentStand(t *testing.T) {
	s := nsaoc.Strategy()
	data, _, err := stratml.Encode(&s, stratml.Part2, nil)
	require.NoError(t, err)
	o := s.Objectives[0]
	edited := bytes.Replace(data, []byte("<Name>"+o.Title+"</Name>"), []byte("<Name>Another title</Name>"), 1)
	edited = bytes.Replace(edited, []byte("<Name>Ministry of Interior and Narcotics Control</Name>"), []byte("<Name>Interior</Name>"), 1)
	edited = bytes.Replace(edited, []byte("<Acronym>MoI&amp;NC</Acronym>"), []byte("<Acronym>MI</Acronym>"), 1)
	require.NotEqual(t, data, edited)
	d := stratml.Decode("edited.xml", edited, nil)
	got := d.Strategy
	if got.Objectives[0].Title != "Another title" {
		t.Errorf("the title is %q", got.Objectives[0].Title)
	}
	i := slices.IndexFunc(got.Actors, func(a actor.Actor) bool { return a.ID == "moi" })
	if i < 0 || got.Actors[i].Acronym != "MI" {
		t.Errorf("the acronym did not change")
	}
	if diff := cmp.Diff(s.Threats, got.Threats); diff != "" {
		t.Errorf("threats (-want +got):\n%s", diff)
	}
}

// Where a visible value was changed that an instruction meant to replace, the
// document counts, and a finding says so.
func TestEditedUnderAnInstruction(t *testing.T) {
	s := strategy.Strategy{Schema: strategy.Schema, ID: "s", Title: "T", Period: ocs.MustPeriod("2026/2030"),
		Framework: pillar.Framework{ID: "f", Name: "F", Pillars: []pillar.Pillar{{ID: "p", Name: "P"}}}}
	data, _, err := stratml.Encode(&s, stratml.Part2, nil)
	require.NoError(t, err)
	edited := strings.Replace(string(data), "<EndDate>2030-12-31", "<EndDate>2031-05-31", 1)
	d := stratml.Decode("e.xml", []byte(edited), nil)
	if got, want := d.Strategy.Period.String(), "2026-01-01/2031-05-31"; got != want {
		t.Errorf("the period is %s, want %s", got, want)
	}
	require.Equal(t, 1, len(d.Findings))
	require.Equal(t, "stratml-edited", d.Findings[0].Rule)
}

// Instructions that nobody could have written leave the visible document as it
// is.
func TestUnreadableInstructions(t *testing.T) {
	const doc = `<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>N</Name><StrategicPlanCore><Goal><Name>G</Name><Description>D</Description></Goal></StrategicPlanCore><?ocs v1?><?ocs %s?></StrategicPlan>`
	want := stratml.Decode("d.xml", fmt.Appendf(nil, doc, "v1"), nil).Strategy
	for _, body := range []string{"title", "title ", "title x", "title []", `title ["a","b","c","d"]`, `title [7,"2s"]`, "nothing [1]", `framework {"x":[1]}`, `framework []`,
		`framework {"pillars":[{"~":"g","name":["N","?"],"x":[1]}]}`, `framework {"pillars":[{"=":true},{"+":{}}]}`, `framework {"pillars":[{"+":7}]}`, `extensions [1]`,
		`extensions {"a":{"b":[1]}}`, `threats [[{"id":7}]]`, `threats [{}]`, `period ["x"]`} {
		d := stratml.Decode("d.xml", fmt.Appendf(nil, doc, body), nil)
		if len(d.Findings) != 1 || d.Findings[0].Rule != "stratml-carried" && d.Findings[0].Rule != "stratml-edited" {
			t.Errorf("%s: %v", body, d.Findings)
		}
		if diff := cmp.Diff(want, d.Strategy); diff != "" {
			t.Errorf("%s (-want +got):\n%s", body, diff)
		}
	}
}

func TestEncodeFails(t *testing.T) {
	for name, s := range map[string]strategy.Strategy{
		"utf-8":      {Title: "\xff"},
		"extensions": {Extensions: ocs.Extensions{"a.b": json.RawMessage("{")}},
	} {
		if _, _, err := stratml.Encode(&s, stratml.Part2, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, _, err := stratml.Encode(&strategy.Strategy{}, 3, nil); err == nil {
		t.Error("Part 3 is written")
	}
}

// XML can't hold control characters: they show as replaced, are reported, and
// come back from beside.
func TestControlCharacters(t *testing.T) {
	s := strategy.Strategy{Schema: strategy.Schema, ID: "s", Title: "nul\x00, bell\x07 and \ufffe?>", Vision: "plain"}
	data, fs, err := stratml.Encode(&s, stratml.Part1, nil)
	require.NoError(t, err)
	require.Empty(t, invalid(data, stratml.Part1))
	require.Contains(t, string(data), "<Name>nul\ufffd, bell\ufffd and \ufffd?&gt;</Name>")
	require.True(t, slices.ContainsFunc(fs, func(f ocs.Finding) bool { return f.Rule == "stratml-character" }))
	if got := stratml.Decode("c.xml", data, nil).Strategy; got.Title != s.Title {
		t.Errorf("the title came back as %q", got.Title)
	}
}

// Codes are told apart from those of rules and of YAML and JSON.
func TestCodesAreOurOwn(t *testing.T) {
	taken := map[string]bool{}
	for _, r := range strategy.Rules() {
		taken[r.Code] = true
	}
	for _, f := range codec.Faults() {
		taken[f.Code] = true
	}
	for _, f := range stratml.Faults() {
		if taken[f.Code] {
			t.Errorf("%s stands for two things", f.Code)
		}
		taken[f.Code] = true
		if f.Title == "" || f.Doc == "" || f.Severity == ocs.Off {
			t.Errorf("%s isn't described", f.Code)
		}
	}
}
