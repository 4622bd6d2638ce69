package strategy_test

import (
	"crypto/sha256"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

func digestOf(t *testing.T, s *strategy.Strategy) string {
	t.Helper()
	d, err := s.Digest()
	require.NoError(t, err)
	return d
}

// What is recorded after a text was adopted doesn't change its digest; what
// belongs to the text does.
func TestDigestIsOfTheText(t *testing.T) {
	base := measured()
	base.Plans[1].Stage = ocs.StageDraft
	want := digestOf(t, &base)
	for name, tc := range map[string]struct {
		edit func(*strategy.Strategy)
		same bool
	}{
		"nothing":              {func(*strategy.Strategy) {}, true},
		"empty list":           {func(s *strategy.Strategy) { s.Risks = []strategy.Risk{} }, true},
		"schema":               {func(s *strategy.Strategy) { s.Schema = "ocs/v1.9" }, true},
		"stage":                {func(s *strategy.Strategy) { s.Stage = ocs.StageAdopted }, true},
		"adoption":             {func(s *strategy.Strategy) { s.Adoption = strategy.Adoption{Body: "interior", Digest: want} }, true},
		"report":               {func(s *strategy.Strategy) { s.Reports = []strategy.Report{{ID: "r"}} }, true},
		"waiver":               {func(s *strategy.Strategy) { s.Waivers = []strategy.Waiver{{Rule: "r"}} }, true},
		"plan of its own":      {func(s *strategy.Strategy) { s.Plans[1].Title = "Another" }, true},
		"commitment ended":     {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Ended.How = strategy.Completed }, true},
		"evaluation done":      {func(s *strategy.Strategy) { s.Evaluations[0].Done = ocs.MustDate("2029") }, true},
		"title":                {func(s *strategy.Strategy) { s.Title += "." }, false},
		"version":              {func(s *strategy.Strategy) { s.Version = "2" }, false},
		"commitment":           {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Lead = "interior" }, false},
		"plan becomes its own": {func(s *strategy.Strategy) { s.Plans[0].Stage = ocs.StageDraft }, false},
		"order":                {func(s *strategy.Strategy) { s.Threats[0], s.Threats[1] = s.Threats[1], s.Threats[0] }, false},
		"extension":            {func(s *strategy.Strategy) { s.Extensions = ocs.Extensions{"a.b/c": []byte("1")} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := deep(reflect.ValueOf(&base).Elem()).Interface().(strategy.Strategy)
			tc.edit(&s)
			if got := digestOf(t, &s); (got == want) != tc.same {
				t.Errorf("digest %s, and before %s", got, want)
			}
		})
	}
}

func TestDigestFails(t *testing.T) {
	for name, s := range map[string]strategy.Strategy{
		"not UTF-8":    {Title: "\xff"},
		"not JSON":     {Extensions: ocs.Extensions{"a.b/c": []byte("{")}},
		"endless":      {Extensions: ocs.Extensions{"a.b/c": []byte("1e999")}},
		"name no text": {Extensions: ocs.Extensions{"\xff": []byte("1")}},
	} {
		if d, err := s.Digest(); err == nil {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// A digest that is stated is that of the text, and stays so through the life of
// a plan.
func TestDigestOfPlan(t *testing.T) {
	s := nsaoc.Strategy()
	p := &s.Plans[0]
	before, err := p.Digest()
	require.NoError(t, err)
	p.Stage, p.Adoption = ocs.StageAdopted, strategy.Adoption{Body: "cabinet", Date: ocs.MustDate("2026-08"), Digest: before}
	p.Commitments[3].Ended = strategy.Ending{How: strategy.Completed}
	if found := places(strategy.Validate(&s, nil).Findings, "digest-mismatch"); len(found) > 0 {
		t.Error(found)
	}
	p.Commitments[3].Lead = "anf"
	if found := places(strategy.Validate(&s, nil).Findings, "digest-mismatch"); len(found) != 1 || found[0].Path != "/plans/0/adoption/digest" {
		t.Errorf("found %v", found)
	}
}

// The vectors of RFC 8785: section 3.2.2, section 3.2.3 and appendix B. Each is
// put into an extension, and the digest held against that of what the RFC says.
func TestDigestIsOfRFC8785(t *testing.T) {
	vectors := map[string]string{
		`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`: `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
		`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
		  "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`: "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
	}
	for bits, want := range map[uint64]string{
		0x0000000000000000: "0", 0x8000000000000000: "0", 0x0000000000000001: "5e-324", 0x8000000000000001: "-5e-324",
		0x7fefffffffffffff: "1.7976931348623157e+308", 0xffefffffffffffff: "-1.7976931348623157e+308",
		0x4340000000000000: "9007199254740992", 0xc340000000000000: "-9007199254740992", 0x4430000000000000: "295147905179352830000",
		0x44b52d02c7e14af5: "9.999999999999997e+22", 0x44b52d02c7e14af6: "1e+23", 0x44b52d02c7e14af7: "1.0000000000000001e+23",
		0x444b1ae4d6e2ef4e: "999999999999999700000", 0x444b1ae4d6e2ef4f: "999999999999999900000", 0x444b1ae4d6e2ef50: "1e+21",
		0x3eb0c6f7a0b5ed8c: "9.999999999999997e-7", 0x3eb0c6f7a0b5ed8d: "0.000001", 0x41b3de4355555553: "333333333.3333332",
		0x41b3de4355555554: "333333333.33333325", 0x41b3de4355555555: "333333333.3333333", 0x41b3de4355555556: "333333333.3333334",
		0x41b3de4355555557: "333333333.33333343", 0xbecbf647612f3696: "-0.0000033333333333333333", 0x43143ff3c1cb0959: "1424953923781206.2",
	} {
		vectors[strconv.FormatFloat(math.Float64frombits(bits), 'e', -1, 64)] = want
	}
	for in, canonical := range vectors {
		s := strategy.Strategy{Extensions: ocs.Extensions{"a.b/c": []byte(in)}}
		want := fmt.Sprintf("sha-256:%x", sha256.Sum256([]byte(`{"extensions":{"a.b/c":`+canonical+`}}`)))
		if got := digestOf(t, &s); got != want {
			t.Errorf("%s: digest %s, want %s", in, got, want)
		}
	}
}
