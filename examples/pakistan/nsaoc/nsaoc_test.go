package nsaoc_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/threat"
)

func TestStages(t *testing.T) {
	s := nsaoc.Strategy()
	if n := strategy.Validate(&s, &strategy.Options{AsOf: ocs.MustDate("2026-03-01")}).Findings.Count(ocs.Error); n != 0 {
		t.Errorf("%d errors at the strategy's own stage, want none", n)
	}

	missing := map[string]bool{}
	for _, f := range strategy.Validate(&s, &strategy.Options{Stage: ocs.StageAdopted}).Findings {
		missing[f.Rule+" "+f.Element.ID] = true
	}
	for _, gap := range []string{"adoption-missing pk-nsaoc", "indicator-missing o-society", "lead-missing f-wildlife",
		"deadline-missing f-liaison"} {
		if !missing[gap] {
			t.Errorf("gap %q was not found", gap)
		}
	}
}

// TestCopies checks that callers can't spoil each other's strategy.
func TestCopies(t *testing.T) {
	first, want := nsaoc.Strategy(), nsaoc.Strategy()
	blank(reflect.ValueOf(&first).Elem())
	if diff := cmp.Diff(want, nsaoc.Strategy()); diff != "" {
		t.Errorf("changed through an earlier copy (-want +got):\n%s", diff)
	}
}

// blank zeroes every element of every slice within v.
func blank(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				blank(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			blank(v.Index(i))
			v.Index(i).SetZero()
		}
	}
}

// TestGrades checks that every cite says how well it was checked.
func TestGrades(t *testing.T) {
	s := nsaoc.Strategy()
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		if c, ok := v.Interface().(ocs.Cite); ok {
			if c != (ocs.Cite{}) && !c.Grade.Known() {
				t.Errorf("%s: cite of %q has grade %q", path, c.Source, c.Grade)
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					walk(v.Field(i), path+"."+f.Name)
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		}
	}
	walk(reflect.ValueOf(s), "")
}

// TestIndexScores checks the scores against their published mean, 6.30.
func TestIndexScores(t *testing.T) {
	s := nsaoc.Strategy()
	scores := map[threat.Market]ocs.Decimal{}
	for _, th := range s.Threats {
		for _, a := range th.Assessments {
			require.Len(t, th.Markets, 1, "a score is of one market")
			scores[th.Markets[0]] = a.Score
		}
	}
	sum := ocs.Num(0)
	for _, score := range scores {
		var err error
		sum, err = sum.Add(score)
		require.NoError(t, err)
	}
	if len(scores) != 10 || !sum.Equal(ocs.Num(63)) {
		t.Errorf("%d scores with the sum %v, want 10 with the sum 63", len(scores), sum)
	}
}

// TestMoney checks that lines add up to the total, costs to their line, and
// funding to its costs.
func TestMoney(t *testing.T) {
	s := nsaoc.Strategy()
	ix := strategy.NewIndex(&s)
	for _, p := range s.Plans {
		total, inLine := rupees(t), map[strategy.CommitmentID]bool{}
		for _, line := range p.Budget {
			costs := rupees(t)
			for _, id := range line.Commitments {
				c := ix.Commitment(id)
				require.NotNil(t, c, "commitment %q of line %q", id, line.ID)
				costs = add(t, costs, cost(t, c))
				inLine[id] = true
			}
			if diff := cmp.Diff(line.Money, costs); diff != "" {
				t.Errorf("line %s (-stated +sum of costs):\n%s", line.ID, diff)
			}
			total = add(t, total, line.Money)
		}
		if diff := cmp.Diff(p.Total, total); diff != "" {
			t.Errorf("plan %s (-stated +sum of lines):\n%s", p.ID, diff)
		}
		for i := range p.Commitments {
			c := &p.Commitments[i]
			if len(c.Costs) > 0 && !inLine[c.ID] {
				t.Errorf("costs of %q are in no budget line", c.ID)
			}
			if diff := cmp.Diff(cost(t, c), funding(t, c, p.Rates)); diff != "" {
				t.Errorf("commitment %s (-costs +funding):\n%s", c.ID, diff)
			}
		}
	}
}

func rupees(t *testing.T) ocs.Money { t.Helper(); return ocs.MustMoney("PKR 0") }

func add(t *testing.T, a, b ocs.Money) ocs.Money {
	t.Helper()
	sum, err := a.Add(b)
	require.NoError(t, err)
	return sum
}

func cost(t *testing.T, c *strategy.Commitment) ocs.Money {
	t.Helper()
	sum := rupees(t)
	for _, x := range c.Costs {
		sum = add(t, sum, x.Money)
	}
	return sum
}

func funding(t *testing.T, c *strategy.Commitment, rates []strategy.Rate) ocs.Money {
	t.Helper()
	sum := rupees(t)
	for _, f := range c.Funding {
		m := f.Money
		for _, r := range rates {
			if m.Currency == r.From {
				var err error
				m, err = m.Convert(r.Rate, r.To)
				require.NoError(t, err)
			}
		}
		if !m.IsZero() {
			sum = add(t, sum, m)
		}
	}
	return sum
}

// TestRichness keeps the example large enough to be a test of the model.
func TestRichness(t *testing.T) {
	s := nsaoc.Strategy()
	commitments, kinds := 0, map[strategy.SafeguardKind]bool{}
	for _, p := range s.Plans {
		commitments += len(p.Commitments)
	}
	for _, g := range s.Safeguards {
		kinds[g.Kind] = true
	}
	under := map[pillar.ID]bool{}
	for _, o := range s.Objectives {
		under[o.Pillar] = true
	}
	tests := []struct {
		name      string
		got, want int
	}{
		{"threats", len(s.Threats), 10},
		{"groups", len(s.Groups), 3},
		{"actors", len(s.Actors), 20},
		{"objectives", len(s.Objectives), 16},
		{"plans", len(s.Plans), 2},
		{"commitments", commitments, 40},
		{"kinds of safeguard", len(kinds), len(strategy.SafeguardKind("").Terms())},
		{"pillars, and none for the horizontal", len(under), 5},
	}
	for _, test := range tests {
		if test.got < test.want {
			t.Errorf("%d %s, want at least %d", test.got, test.name, test.want)
		}
	}
}

// TestUrdu checks that the translation is of the strategy as it stands, has all
// names of threats and titles of objectives and plans, and nothing of what is
// marked amber.
func TestUrdu(t *testing.T) {
	doc := codec.DecodeCompanion[strategy.Translation]("ur.yaml", nsaoc.Urdu(), nil)
	require.Empty(t, doc.Findings)
	s := nsaoc.Strategy()
	release := strategy.Redact(&s, ocs.MarkingClear)
	got, findings := strategy.Localise(&release.Strategy, &doc.Value)
	for _, f := range findings {
		if f.Rule != strategy.TranslationMissing {
			t.Error(f)
		}
	}
	english := strategy.NewIndex(&s)
	ix := strategy.NewIndex(&got)
	for p := range ix.Pillars() {
		if p.Name == english.Pillar(p.ID).Name {
			t.Errorf("pillar %s isn't translated", p.ID)
		}
	}
	for th := range ix.Threats() {
		if th.Name == english.Threat(th.ID).Name {
			t.Errorf("threat %s isn't translated", th.ID)
		}
	}
	for o := range ix.Objectives() {
		if o.Title == english.Objective(o.ID).Title {
			t.Errorf("objective %s isn't translated", o.ID)
		}
	}
	for p := range ix.Plans() {
		if p.Title == english.Plan(p.ID).Title {
			t.Errorf("plan %s isn't translated", p.ID)
		}
	}
}
