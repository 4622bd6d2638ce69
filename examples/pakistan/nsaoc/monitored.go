package nsaoc

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// pretended is the source of all that is invented about the time after the
// adoption: no such act and no such report was found.
const pretended ocs.SourceID = "pretended"

// Monitored returns the strategy as it might stand on 30 June 2028, two years
// into its implementation: adopted, its gaps closed, most baselines
// established, and with reports on two years. It is the example of a strategy
// that is followed. All that it adds to [Strategy] is illustrative.
//
// What isn't well is part of the example: work is blocked and carries others
// with it, figures are missing, one was corrected, and the report that the
// public is owed has not been made.
func Monitored() strategy.Strategy {
	s := Strategy()
	s.Version = "1.0"
	s.Notice = "Illustrative: an example made from public reports, not the text of any adopted strategy. " +
		"Objectives, indicators, plans, commitments and sums are invented, and so are the adoption, the baselines and all that is reported."
	s.Stage = ocs.StageImplementation
	s.Adoption = adoption("2026-06-25")
	s.Sources = append(s.Sources, ocs.Source{
		ID: pretended, Kind: ocs.SourceReport, Title: "No document: an act or report that this example makes up", Publisher: "none",
		Date: ocs.MustDate("2026-06-25"),
	})
	for i := range s.Plans {
		p := &s.Plans[i]
		p.Stage, p.Version = ocs.StageImplementation, "1.0"
		for k := range p.Commitments {
			c := &p.Commitments[k]
			closeGap(c)
			agree(c)
			establish(c.Indicators)
		}
	}
	s.Plans[0].Adoption = adoption("2026-06-25")
	s.Plans[1].Adoption = adoption("2026-09-15")
	for i := range s.Objectives {
		o := &s.Objectives[i]
		if o.ID == promoteSociety {
			o.Indicators = []pillar.Indicator{conclusions()}
		}
		establish(o.Indicators)
	}
	for i := range s.Evaluations {
		switch e := &s.Evaluations[i]; e.ID {
		case "ev-baseline":
			e.Done, e.Cite = ocs.MustDate("2027-05-31"), invented()
		case "ev-rights":
			e.Done, e.Cite = ocs.MustDate("2027-08-15"), invented()
		}
	}
	s.Reports = monitoredReports(&s)
	s.Waivers = []strategy.Waiver{{
		Rule: "report-overdue", Element: "d-public", By: cabinet, Until: ocs.MustDate("2028-09-30"),
		Reason: "The first public report waits for the provinces' figures; the Cabinet has given time until September 2028",
	}}
	return s
}

// adoption is an act by the Cabinet that never was.
func adoption(date string) strategy.Adoption {
	return strategy.Adoption{Instrument: invented(), Body: cabinet, Date: ocs.MustDate(date), Published: invented()}
}

func invented() ocs.Cite { return ocs.Cite{Source: pretended, Grade: ocs.GradeInferred} }

// closeGap states what the text lacked before its adoption.
func closeGap(c *strategy.Commitment) {
	switch c.ID {
	case "f-wildlife":
		c.Lead, c.Unfunded = customs, "Done within the budget for training"
	case "f-liaison":
		c.Deadline = ocs.MustDeadline("2028-12-31")
	case "p-safe-houses":
		c.Unfunded = "To be costed with the rules of the witness programme"
	}
}

// agree turns what was asked for before the adoption into what was agreed:
// partners, but for those abroad, and the budgets, but for a few sums that the
// treasuries still owe an answer on. No donor has promised anything.
func agree(c *strategy.Commitment) {
	for i := range c.Partners {
		if p := &c.Partners[i]; p.Actor != britishHC && p.Actor != unodc {
			p.Status = strategy.Agreed
		}
	}
	open := map[strategy.CommitmentID]bool{"f-ports": true, "f-asset-office": true, "p-treatment": true, "p-shelter-men": true}
	for i := range c.Funding {
		f := &c.Funding[i]
		switch {
		case f.Source == strategy.DonorFunds || open[c.ID]:
		case f.Status == strategy.Requested:
			f.Status = strategy.Committed
		}
	}
}

// conclusions measures the objective that had no indicator.
func conclusions() pillar.Indicator {
	return pillar.Indicator{
		ID: "i-society-conclusions", Name: "Conclusions of the forum that were answered in writing within three months",
		Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: none(), Targets: by("2029-06-30", "80"),
		Source: "Register of the secretariat", Responsible: interior, Frequency: ocs.CadenceSemiannually,
	}
}

// baselines are what the study found. A few indicators are left without: for
// them no figure could be established.
var baselines = map[pillar.IndicatorID]string{
	"i-migration-trust":     "48",
	"i-economy-supervised":  "52",
	"i-online-blocked":      "96",
	"i-supply-marked":       "40",
	"i-assets-parallel":     "12",
	"i-cyber-charged":       "4",
	"i-cyber-forensics":     "140",
	"i-borders-targeted":    "15",
	"i-domestic-units":      "11",
	"i-migrants-screened":   "20",
	"i-witnesses-protected": "60",
	"i-online-helped":       "35",
	"i-government-overlaps": "30",
	"i-world-requests":      "35",
	"i-world-liaison":       "5",
	"i-evidence-used":       "10",
	"i-documents-detected":  "25",
	"i-agreements":          "1",
	"i-shelters":            "540",
}

// establish sets the baselines that were pending. What is counted in
// increments is counted from the start of the strategy, so that it begins at
// 0; but where the target is 0 as well, the years before are what it is to be
// held against, and these are not known.
func establish(list []pillar.Indicator) {
	for i := range list {
		in := &list[i]
		switch value, found := baselines[in.ID]; {
		case in.Baseline.Pending == "":
		case found:
			in.Baseline = pillar.Baseline{Value: ocs.MustDecimal(value), Date: ocs.MustDate("2027-03-31"), Cite: invented()}
		case in.Reading == pillar.Increment && in.Direction == pillar.Increase:
			in.Baseline = none()
		}
	}
}

// monitoredReports puts what is told of commitments and indicators, history by
// history, into the reports on the time in which it falls.
func monitoredReports(s *strategy.Strategy) []strategy.Report {
	federal, provincial := monitoredFederal(), monitoredProvincial()
	figures := append(monitoredCases(), monitoredPeople()...)
	var list []strategy.Report
	for i, end := range quarters {
		first := end.Add(1, ocs.Days).Add(-3, ocs.Months)
		r := strategy.Report{
			ID: ocs.ID(fmt.Sprint("rep-federal-", i+1)), Kind: strategy.QuarterlyReport, By: interior, Plan: federalPlan,
			To: []actor.ID{steering}, Marking: ocs.MarkingAmber, // since it tells of an amber operation
			Title: "Quarterly report on the federal plan (illustrative)", Covers: ocs.Period{Start: first, End: end},
			Made: end.Add(50, ocs.Days), Due: end.Add(1, ocs.Days).Add(3, ocs.Months).Add(-1, ocs.Days),
		}
		r.Updates, r.Readings = within(r.Covers, federal), readWithin(r.Covers, figures)
		if end == ocs.MustDate("2027-12-31") {
			r.Readings = append(r.Readings, correction())
		}
		list = append(list, r)
	}
	for i, end := range halves {
		first := end.Add(1, ocs.Days).Add(-6, ocs.Months)
		r := strategy.Report{
			ID: ocs.ID(fmt.Sprint("rep-provincial-", i+1)), Kind: strategy.Progress, By: provincialBoard, To: []actor.ID{steering}, Plan: provincialPlan,
			Title: "Report on the provincial plan (illustrative)", Covers: ocs.Period{Start: first, End: end},
			Made: end.Add(130, ocs.Days),
		}
		r.Updates, r.Readings = within(r.Covers, provincial), readWithin(r.Covers, monitoredProvinces())
		list = append(list, r)
	}
	return list
}
