package threat_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
	"github.com/stretchr/testify/require"
)

var schemes = []threat.CodeScheme{threat.ICCS, threat.FATF, threat.SHERLOC, threat.GITOC}

func TestMarketsAreSound(t *testing.T) {
	names := map[string]bool{}
	for _, info := range threat.Markets() {
		t.Run(string(info.Market), func(t *testing.T) {
			if info.Name == "" || names[info.Name] {
				t.Errorf("name %q is empty or taken", info.Name)
			}
			names[info.Name] = true
			for _, b := range info.Broader {
				if !b.Known() || !b.Covers(info.Market) || info.Market.Covers(b) {
					t.Errorf("broader market %q is unknown or not broader", b)
				}
			}
			for _, a := range info.Articles {
				if !a.Known() {
					t.Errorf("article %q is unknown", a)
				}
			}
			if len(info.Cells) == 0 {
				t.Error("no counterpart in any scheme")
			}
			seen := map[threat.Code]bool{}
			for _, c := range info.Cells {
				code := threat.Code{Scheme: c.Category.Scheme, Code: c.Category.Code}
				if seen[code] {
					t.Errorf("cell %v stands twice", code)
				}
				seen[code] = true
				if c.Grade != ocs.GradeInferred && c.Grade != c.Category.Grade {
					t.Errorf("cell %v: grade %q, category's grade %q", code, c.Grade, c.Category.Grade)
				}
			}
			got, ok := info.Market.Info()
			if diff := cmp.Diff(info, got); !ok || diff != "" {
				t.Errorf("Info differs (-Markets +Info):\n%s", diff)
			}
		})
	}
}

func TestEveryClosedCategoryHasAMarket(t *testing.T) {
	reached := map[threat.Code]bool{}
	for _, info := range threat.Markets() {
		for _, c := range info.Cells {
			reached[threat.Code{Scheme: c.Category.Scheme, Code: c.Category.Code}] = true
		}
	}
	for _, s := range []threat.CodeScheme{threat.FATF, threat.SHERLOC, threat.GITOC} {
		for _, c := range threat.Categories(s) {
			if !reached[threat.Code{Scheme: s, Code: c.Code}] {
				t.Errorf("no market for %s category %q", s, c.Code)
			}
		}
	}
}

func TestCategories(t *testing.T) {
	sizes := map[threat.CodeScheme]int{}
	for _, s := range schemes {
		codes := map[string]bool{}
		for _, c := range threat.Categories(s) {
			sizes[s]++
			code := threat.Code{Scheme: s, Code: c.Code}
			if codes[c.Code] || !code.WellFormed() {
				t.Errorf("%v is ill-formed or stands twice", code)
			}
			codes[c.Code] = true
			if c.Name == "" || c.Source == "" || !c.Grade.Known() || c.Scheme != s {
				t.Errorf("%v lacks name, source, grade or scheme: %+v", code, c)
			}
			if got, ok := code.Category(); !ok || got != c {
				t.Errorf("%v: lookup gives %+v, want %+v", code, got, c)
			}
			if s == threat.ICCS && len(c.Code) > 2 && !codes[iccsParent(c.Code)] {
				t.Errorf("ICCS %s stands before or without its parent %s", c.Code, iccsParent(c.Code))
			}
			if (s == threat.GITOC) != (c.Since == 2021 || c.Since == 2023) {
				t.Errorf("%v: since %d", code, c.Since)
			}
		}
	}
	delete(sizes, threat.ICCS) // an excerpt, free to grow
	want := map[threat.CodeScheme]int{threat.FATF: 21, threat.SHERLOC: 15, threat.GITOC: 15}
	if diff := cmp.Diff(want, sizes); diff != "" {
		t.Errorf("categories by scheme (-want +got):\n%s", diff)
	}
	if got := threat.Categories("ucr"); got != nil {
		t.Errorf("categories of an unknown scheme: %v", got)
	}
}

// iccsParent is the code one level up: levels have 2, 4, 5 and 6 digits.
func iccsParent(code string) string {
	if len(code) == 4 {
		return code[:2]
	}
	return code[:len(code)-1]
}

func TestGITOCFirstTen(t *testing.T) {
	var added []string
	for _, c := range threat.Categories(threat.GITOC) {
		if c.Since == 2023 {
			added = append(added, c.Code)
		}
	}
	want := []string{"extortion and protection racketeering", "trade in counterfeit goods",
		"illicit trade in excisable goods", "cyber-dependent crimes", "financial crimes"}
	if diff := cmp.Diff(want, added); diff != "" {
		t.Errorf("markets added in 2023 (-want +got):\n%s", diff)
	}
}

// The first fifteen markets are the index's, in its order.
func TestMarketsBeginWithGITOC(t *testing.T) {
	markets := threat.Markets()
	for i, c := range threat.Categories(threat.GITOC) {
		cells := markets[i].In(threat.GITOC)
		if len(cells) != 1 || cells[0].Category != c || cells[0].Grade != c.Grade {
			t.Errorf("market %d, %q, has GI-TOC cells %v, want %q", i, markets[i].Market, cells, c.Code)
		}
	}
}

func TestICCSTraps(t *testing.T) {
	for _, tt := range []struct {
		market threat.Market
		want   string
	}{
		{threat.TraffickingInPersons, "0204"},
		{threat.SmugglingOfMigrants, "08051"},
		{threat.MoneyLaundering, "07041"},
		{threat.CriminalGroupParticipation, "09051"},
		{threat.Terrorism, "0906"},
		{threat.TerrorismFinancing, "09062"},
	} {
		t.Run(string(tt.market), func(t *testing.T) {
			info, ok := tt.market.Info()
			require.True(t, ok)
			var got []string
			for _, c := range info.In(threat.ICCS) {
				got = append(got, c.Category.Code)
			}
			if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
				t.Errorf("ICCS codes (-want +got):\n%s", diff)
			}
		})
	}
	for code, word := range map[string]string{"0203": "slavery", "0502": "theft", "0905": "criminal group", "0906": "terrorism"} {
		c, ok := threat.Code{Scheme: threat.ICCS, Code: code}.Category()
		if !ok || !strings.Contains(c.Name, word) {
			t.Errorf("ICCS %s is %q, want it to speak of %q", code, c.Name, word)
		}
	}
}

// 09051 is for participation itself: no other market may carry it.
func TestParticipationIsOnlyParticipation(t *testing.T) {
	for _, info := range threat.Markets() {
		for _, c := range info.In(threat.ICCS) {
			if strings.HasPrefix(c.Category.Code, "0905") && info.Market != threat.CriminalGroupParticipation {
				t.Errorf("%q is coded %s", info.Market, c.Category.Code)
			}
		}
	}
}

func TestCodeWellFormed(t *testing.T) {
	for _, tt := range []struct {
		name   string
		code   threat.Code
		formed bool
		listed bool
	}{
		{"iccs section", threat.Code{Scheme: threat.ICCS, Code: "11"}, true, true},
		{"iccs not in the excerpt", threat.Code{Scheme: threat.ICCS, Code: "0201"}, true, false},
		{"iccs section out of range", threat.Code{Scheme: threat.ICCS, Code: "1201"}, false, false},
		{"iccs section zero", threat.Code{Scheme: threat.ICCS, Code: "0001"}, false, false},
		{"iccs three digits", threat.Code{Scheme: threat.ICCS, Code: "020"}, false, false},
		{"iccs seven digits", threat.Code{Scheme: threat.ICCS, Code: "0202211"}, false, false},
		{"iccs with a prefix", threat.Code{Scheme: threat.ICCS, Code: "ICCS01"}, false, false},
		{"iccs lost its zero", threat.Code{Scheme: threat.ICCS, Code: "204"}, false, false},
		{"fatf", threat.Code{Scheme: threat.FATF, Code: "Tax Crimes"}, true, true},
		{"fatf has no laundering", threat.Code{Scheme: threat.FATF, Code: "money laundering"}, false, false},
		{"sherloc", threat.Code{Scheme: threat.SHERLOC, Code: "smuggling of migrants"}, true, true},
		{"sherloc unknown", threat.Code{Scheme: threat.SHERLOC, Code: "gambling"}, false, false},
		{"unknown scheme", threat.Code{Scheme: "national", Code: "A-17"}, true, false},
		{"no code", threat.Code{Scheme: "national"}, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, listed := tt.code.Category()
			if got := tt.code.WellFormed(); got != tt.formed || listed != tt.listed {
				t.Errorf("%v: well-formed %t, listed %t, want %t, %t", tt.code, got, listed, tt.formed, tt.listed)
			}
		})
	}
}

func TestMarketCovers(t *testing.T) {
	for _, tt := range []struct {
		m, n threat.Market
		want bool
	}{
		{threat.DrugTrafficking, threat.HeroinTrafficking, true},
		{threat.HeroinTrafficking, threat.DrugTrafficking, false},
		{threat.HeroinTrafficking, threat.HeroinTrafficking, true},
		{threat.FinancialCrime, threat.CyberEnabledFraud, true}, // by way of fraud
		{threat.Cybercrime, threat.CyberEnabledFraud, true},
		{threat.Cybercrime, threat.Fraud, false},
		{threat.TraffickingInPersons, threat.SmugglingOfMigrants, false},
		{threat.SmugglingOfMigrants, threat.TraffickingInPersons, false},
		{threat.FinancialCrime, threat.MoneyLaundering, false},
		{"gold-smuggling", "gold-smuggling", true},
		{threat.GoodsSmuggling, "gold-smuggling", false},
	} {
		t.Run(string(tt.m)+" "+string(tt.n), func(t *testing.T) {
			if got := tt.m.Covers(tt.n); got != tt.want {
				t.Errorf("got %t, want %t", got, tt.want)
			}
		})
	}
}

func TestMarketProtocolAndProfit(t *testing.T) {
	for _, info := range threat.Markets() {
		var want ocs.Treaty
		for _, a := range info.Articles {
			if a.Treaty() != ocs.UNTOC {
				want = a.Treaty()
			}
		}
		if got := info.Market.Protocol(); got != want {
			t.Errorf("%q: protocol %q, but its articles say %q", info.Market, got, want)
		}
	}
	var without []threat.Market
	for _, info := range threat.Markets() {
		if !info.Market.ProfitDriven() {
			without = append(without, info.Market)
		}
	}
	want := []threat.Market{threat.ObstructionOfJustice, threat.CriminalGroupParticipation, threat.Terrorism,
		threat.TerrorismFinancing, threat.OrganisedViolence}
	if diff := cmp.Diff(want, without); diff != "" {
		t.Errorf("markets not driven by profit (-want +got):\n%s", diff)
	}
	if threat.Market("gold-smuggling").ProfitDriven() {
		t.Error("an unknown market is called profit-driven")
	}
}

func TestUnknownMarket(t *testing.T) {
	for _, m := range []threat.Market{"", "gold-smuggling", "Fraud"} {
		if _, ok := m.Info(); ok || m.Known() {
			t.Errorf("%q is known", m)
		}
	}
}

func TestCrosswalkCannotBeSpoilt(t *testing.T) {
	spoil, ok := threat.CyberEnabledFraud.Info()
	require.True(t, ok)
	spoil.Broader[0], spoil.Cells[0].Category.Code = "x", "x"
	threat.Categories(threat.FATF)[0].Code = "x"
	slices.Reverse(threat.Markets())

	fresh, _ := threat.CyberEnabledFraud.Info()
	if fresh.Broader[0] != threat.Fraud || fresh.Cells[0].Category.Code != "0701" {
		t.Errorf("the crosswalk changed: %+v", fresh)
	}
	if threat.Categories(threat.FATF)[0].Code == "x" || threat.Markets()[0].Market != threat.TraffickingInPersons {
		t.Error("the tables changed")
	}
}
