package nsaoc

import (
	"slices"

	"github.com/ocs-framework/ocs/strategy"
)

// monitoredFederal is what the federal reports say, all of it illustrative.
func monitoredFederal() []strategy.Update {
	return slices.Concat(toldPrevent(), toldPursue(), toldCases(), toldProtect(), toldPromote())
}

func toldPrevent() []strategy.Update {
	return slices.Concat(
		history("f-districts",
			notBegun("2026-09-30"), reached("m-districts-chosen", "2026-11-15"), onTrack("2026-12-31", 5), onTrack("2027-06-30", 20),
			onTrack("2027-12-31", 40), reached("m-districts-running", "2028-03-20"), onTrack("2028-03-31", 52)),
		history("f-campaign", runs("2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31")...),
		history("f-recruiters",
			notBegun("2026-12-31"), onTrack("2027-03-31", 15), onTrack("2027-09-30", 70), complete("2027-12-15")),
		history("f-value-transfer", runs("2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31")...),
		history("f-owners",
			notBegun("2026-12-31"), onTrack("2027-06-30", 25), onTrack("2027-12-31", 60), onTrack("2028-03-31", 85)),
		history("f-integrity",
			onTrack("2027-03-31", 10), onTrack("2027-09-30", 30), delayed("2028-03-31", 40, "Two agencies have not named an integrity officer")),
		history("f-blocking",
			onTrack("2026-12-31", 5), onTrack("2027-03-31", 15), reached("m-blocking-rules", "2027-08-10"),
			delayed("2027-09-30", 35, "The rules on appeal took two months longer to agree"), reached("m-blocking-pilot", "2027-12-20"),
			delayed("2027-12-31", 55, "The pilot began late"),
			delayed("2028-03-31", 70, "Two of five companies are connected; the rest follow by September 2028")),
		history("f-precursors",
			notBegun("2026-12-31"), onTrack("2027-06-30", 20), onTrack("2027-12-31", 40), onTrack("2028-03-31", 50)),
		history("f-firearms",
			onTrack("2027-03-31", 5), delayed("2027-12-31", 10, "Who pays for the common record is not agreed"),
			blocked("2028-03-31", 10, "Who pays for the common record is not agreed, and the working group has stopped meeting")),
	)
}

func toldPursue() []strategy.Update {
	return slices.Concat(
		history("f-sharing-rules",
			onTrack("2026-09-30", 20), onTrack("2026-12-31", 50),
			delayed("2027-03-31", 80, "The review of data protection took longer"), reached("m-rules-signed", "2027-06-10"),
			complete("2027-06-30")),
		history("f-desk",
			notBegun("2027-06-30"), onTrack("2027-09-30", 15),
			delayed("2027-12-31", 35, "Rooms are ready; staff of three agencies are not seconded yet"),
			reached("m-desk-open", "2028-01-31"),
			delayed("2028-03-31", 60, "The case system is not accepted; expected by October 2028")),
		history("f-assessment",
			onTrack("2027-03-31", 30), onTrack("2027-09-30", 80), complete("2027-12-20"),
			strategy.Update{Date: quarters[6], State: strategy.OnTrack, Note: "The second assessment is being drafted"}),
		history("f-laboratories",
			onTrack("2027-03-31", 10), onTrack("2027-09-30", 35), in("PK-IS", complete("2027-11-30")), in("PK-PB", complete("2028-02-15")),
			reached("m-laboratories-two", "2028-02-15"),
			delayed("2028-03-31", 45, "The sum asked of a donor was not given; three laboratories wait for a budget")),
		history("f-surveillance", onTrack("2026-09-30", 40), onTrack("2026-12-15", 90), complete("2027-01-20")),
		history("f-ports",
			onTrack("2027-06-30", 20), reached("m-ports-sea", "2027-12-10"), onTrack("2027-12-31", 45), onTrack("2028-03-31", 55)),
		history("f-wildlife", notBegun("2027-06-30"), onTrack("2027-12-31", 30), onTrack("2028-03-31", 45)),
	)
}

func toldCases() []strategy.Update {
	return slices.Concat(
		history("f-teams",
			onTrack("2027-03-31", 10), reached("m-teams-first", "2027-09-15"), onTrack("2027-09-30", 30), onTrack("2028-03-31", 45)),
		history("f-deliveries", runs("2026-12-31", "2027-06-30", "2027-12-31", "2028-03-31")...),
		history("f-parallel", onTrack("2027-06-30", 30), onTrack("2027-12-31", 45), onTrack("2028-03-31", 52)),
		history("f-asset-office",
			onTrack("2027-06-30", 20), onTrack("2027-12-31", 50),
			delayed("2028-03-31", 60, "The bill is with the Cabinet committee and was not tabled by March")),
		history("f-analysis", onTrack("2027-06-30", 20), onTrack("2027-12-31", 65), onTrack("2028-03-31", 90)),
	)
}

func toldProtect() []strategy.Update {
	return slices.Concat(
		history("f-referral",
			onTrack("2026-12-31", 20), onTrack("2027-03-31", 50),
			delayed("2027-06-30", 70, "The text is agreed but for who pays for interpreters and transport"),
			delayed("2027-09-30", 70, "Two provinces have not answered"),
			blocked("2027-12-31", 75, "Two provinces will not sign before costs are shared"),
			blocked("2028-03-31", 75, "Two provinces will not sign before costs are shared; before the steering committee since February")),
		history("f-instruction", complete("2026-09-20")),
		history("f-screening",
			notBegun("2027-09-30"), notBegun("2027-12-31"),
			strategy.Update{Date: quarters[6], State: strategy.NotStarted, Note: "Cannot begin before the procedure is agreed"}),
		history("f-witness-law", onTrack("2027-06-30", 15), onTrack("2027-12-31", 35), onTrack("2028-03-31", 50)),
	)
}

func toldPromote() []strategy.Update {
	return slices.Concat(
		history("f-secretariat", runs("2026-09-30", "2026-12-31", "2027-06-30", "2027-12-31", "2028-03-31")...),
		history("f-requests", onTrack("2027-03-31", 20), onTrack("2027-09-30", 60), complete("2028-03-25")),
		history("f-agreements", onTrack("2027-06-30", 20), onTrack("2028-03-31", 40)),
		history("f-liaison",
			notBegun("2027-06-30"), givenUp("2027-12-31", "The posts were not sanctioned; embassies name a contact point instead")),
		history("f-forum", runs("2026-12-31", "2027-06-30", "2027-12-31", "2028-03-31")...),
		history("f-statistics", onTrack("2027-09-30", 15), onTrack("2027-12-31", 25), onTrack("2028-03-31", 35)),
		history("f-baseline",
			onTrack("2026-12-31", 40), delayed("2027-03-31", 85, "Figures of two provinces came late"), complete("2027-05-31")),
		history("f-papers", onTrack("2027-06-30", 35), onTrack("2027-12-31", 70), onTrack("2028-03-31", 90)),
	)
}
