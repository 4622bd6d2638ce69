package nsaoc

import (
	"slices"

	"github.com/ocs-framework/ocs/strategy"
)

// monitoredProvincial is what the reports on the provincial plan say, all of
// it illustrative. They speak of the time until December 2027: the figures of
// 2028 are owed at the end of the year.
func monitoredProvincial() []strategy.Update {
	return slices.Concat(toldDesks(), toldVictims(), toldCommunities())
}

func toldDesks() []strategy.Update {
	return slices.Concat(
		history("p-desks-pb", onTrack("2026-12-31", 5), onTrack("2027-06-30", 40), onTrack("2027-12-31", 75)),
		history("p-desks-sd", onTrack("2026-12-31", 5), onTrack("2027-06-30", 30),
			delayed("2027-12-31", 45, "Trained officers were posted elsewhere")),
		history("p-desks-kp", notBegun("2026-12-31"), onTrack("2027-06-30", 20), onTrack("2027-12-31", 45)),
		history("p-desks-ba", notBegun("2026-12-31"), notBegun("2027-06-30"), onTrack("2027-12-31", 15)),
		history("p-desks-is", onTrack("2026-12-31", 30), onTrack("2027-06-30", 80), complete("2027-09-20")),
		history("p-desks-gb", notBegun("2027-06-30"), notBegun("2027-12-31")),
		// Of the desks in PK-JK nothing was ever reported.
		history("p-training", onTrack("2026-12-31", 10), onTrack("2027-06-30", 35), onTrack("2027-12-31", 60)),
		history("p-safe-houses", notBegun("2027-06-30"),
			delayed("2027-12-31", 0, "No rules of the witness programme yet, and no budget")),
		history("p-committees", runs("2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31")...),
		history("p-returns", runs("2026-12-31", "2027-06-30", "2027-12-31")...),
	)
}

func toldVictims() []strategy.Update {
	return slices.Concat(
		history("p-shelters", onTrack("2027-06-30", 20), onTrack("2027-12-31", 35)),
		history("p-shelter-men", onTrack("2027-06-30", 20),
			delayed("2027-12-31", 40, "The building is let; the budget is not approved")),
		history("p-legal-aid", notBegun("2027-06-30"),
			delayed("2027-12-31", 5, "The grant was not made; one office works without pay")),
		history("p-children", notBegun("2027-06-30"),
			strategy.Update{Date: halves[2], State: strategy.NotStarted, Note: "Police may not hand children over before the procedure is agreed"}),
		history("p-treatment", onTrack("2027-06-30", 10), onTrack("2027-12-31", 20)),
	)
}

func toldCommunities() []strategy.Update {
	return slices.Concat(
		history("p-labour", onTrack("2026-12-31", 10), onTrack("2027-06-30", 25), onTrack("2027-12-31", 40)),
		history("p-border-kp", onTrack("2027-06-30", 15), onTrack("2027-12-31", 30)),
		history("p-border-ba", notBegun("2027-06-30"), onTrack("2027-12-31", 10)),
	)
}
