package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// objectives are illustrative: no published objective of the strategy was
// found. Their subjects follow what the two workshops are reported to have
// discussed.
func objectives() []pillar.Objective {
	all := append(preventObjectives(), pursueObjectives()...)
	all = append(all, protectObjectives()...)
	all = append(all, promoteObjectives()...)
	return append(all, horizontalObjective())
}

// pending is the baseline of an indicator for which no figure was found.
func pending() pillar.Baseline {
	return pillar.Baseline{
		Pending: "No national figure was found; the baseline study is to establish it",
		By:      ocs.MustDate("2027-03-31"),
	}
}

// none is the baseline of something that does not exist before the strategy.
func none() pillar.Baseline {
	return pillar.Baseline{Value: ocs.Num(0), Date: ocs.MustDate("2026-06-30")}
}

// scored is the baseline of an indicator that follows the index of 2021.
func scored(score string) pillar.Baseline {
	return pillar.Baseline{Value: ocs.MustDecimal(score), Date: ocs.MustDate("2021"), Cite: verified(ocIndex, "")}
}

// by is a single target.
func by(date, value string) []pillar.Target {
	return []pillar.Target{{By: ocs.MustDate(date), Value: ocs.MustDecimal(value)}}
}

// horizontalObjective stands outside the pillars, as the horizontal objective
// on document fraud does among the European Union's priorities.
func horizontalObjective() pillar.Objective {
	return pillar.Objective{
		ID: documents, Horizontal: true,
		Title:    "Make identity, travel and trade papers hard to forge and easy to check",
		Problem:  "False papers serve every market: they move persons, goods and money alike.",
		Approach: "One standard for issuing papers, one way to query them, one register of lost and false ones.",
		Threats:  []threat.ID{documentFraud, transnationalTraffic, migrantSmuggling, laundering},
		Owner:    passports, Articles: []ocs.Article{"som/12", "som/13", "tip/12", "tip/13"},
		Indicators: []pillar.Indicator{
			{
				ID: "i-documents-checked", Name: "Border posts that can query the register of lost and false papers",
				Kind: pillar.Output, Unit: "border posts", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
				Targets: by("2029-06-30", "24"), Source: "Register's access log", Responsible: passports,
				Frequency: ocs.CadenceSemiannually,
			},
			{
				ID: "i-documents-detected", Name: "False papers detected before they are used, as a share of all detected",
				Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
				Targets: by("2031-06-30", "60"), Source: "Case records of the agencies", Responsible: fia,
				Frequency: ocs.CadenceAnnually,
			},
		},
	}
}
