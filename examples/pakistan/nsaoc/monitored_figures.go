package nsaoc

import (
	"slices"

	"github.com/ocs-framework/ocs/strategy"
)

// monitoredCases is what was read of offices, cases and money, all of it
// illustrative.
func monitoredCases() []strategy.Reading {
	return slices.Concat(
		series("i-economy-supervised", read("2027-12-31", "58")),
		series("i-integrity-plans", read("2027-06-30", "2"), read("2027-12-31", "4")),
		series("i-online-blocked", read("2027-06-30", "90"), read("2027-09-30", "58"), read("2027-12-31", "70"), read("2028-03-31", "61")),
		series("i-supply-marked", unknown("2027-12-31", "Two provinces did not send their returns")),
		series("i-intelligence-agencies",
			read("2027-06-30", "4"), read("2027-09-30", "6"), read("2027-12-31", "6"), read("2028-03-31", "9")),
		series("i-intelligence-cases", read("2027-06-30", "12"), read("2027-12-31", "19")),
		series("i-intelligence-assessment", answer("2027-12-31", "yes")),
		series("i-assets-confiscated", read("2027-06-30", "640")),
		series("i-assets-parallel", read("2027-06-30", "15"), read("2027-12-31", "24")),
		series("i-cyber-charged", read("2027-06-30", "4.2"), read("2027-09-30", "4.4"), read("2027-12-31", "5.1"), read("2028-03-31", "5.3")),
		series("i-cyber-forensics", read("2027-06-30", "131"), read("2027-09-30", "118"), read("2027-12-31", "99"), read("2028-03-31", "86")),
		series("i-borders-units",
			read("2027-06-30", "2", area("PK-SD", 2)), read("2027-12-31", "5", area("PK-SD", 3), area("PK-KP", 1), area("PK-BA", 1))),
		series("i-borders-targeted", read("2027-12-31", "19")),
		series("i-government-meetings", read("2026-12-31", "2"), read("2027-06-30", "4"), read("2027-12-31", "6")),
		series("i-government-overlaps", read("2027-12-31", "44")),
		series("i-cases-heroin", unknown("2027-12-31", "No later edition of the index has been read")),
		series("i-world-requests", read("2027-06-30", "38"), read("2027-12-31", "55")),
		series("i-world-liaison", read("2027-12-31", "5")),
		series("i-society-conclusions", read("2027-06-30", "40"), read("2027-12-31", "55")),
		series("i-evidence-coded", read("2027-06-30", "1"), read("2027-12-31", "3")),
		series("i-evidence-used", read("2027-12-31", "14")),
		series("i-documents-checked", read("2026-12-31", "2"), read("2027-06-30", "9"), read("2027-12-31", "15")),
		series("i-documents-detected", unknown("2027-12-31", "Agencies do not count in the same way yet")),
		series("i-districts-running", read("2027-06-30", "4"), read("2027-12-31", "9")),
		series("i-recruiters-open", answer("2027-12-31", "yes")),
		series("i-laboratories", read("2027-12-31", "1", area("PK-IS", 1))),
		series("i-teams", read("2027-06-30", "1"), read("2027-12-31", "4")),
		series("i-agreements", read("2027-06-30", "1"), read("2027-12-31", "2")),
	)
}

// correction replaces the figure for September 2027, three months later.
func correction() strategy.Reading {
	r := read("2027-09-30", "78")
	r.Indicator = "i-online-blocked"
	r.Note = "Corrected from 58: weekends had not been counted"
	return r
}

// monitoredPeople is what was counted of persons, by sex and age, all of it
// illustrative.
func monitoredPeople() []strategy.Reading {
	return slices.Concat(
		series("i-recruitment-youth",
			read("2027-06-30", "6200", female(2700), male(3500), under18(4900), adult(1300)),
			read("2027-12-31", "11400", female(5100), male(6300), under18(8800), adult(2600))),
		series("i-migration-informed",
			read("2026-12-31", "31000", female(11000), male(20000)), read("2027-06-30", "98000", female(39000), male(59000)),
			read("2027-12-31", "176000", female(73000), male(103000))),
		series("i-migration-trust", unknown("2027-12-31", "The survey is planned for 2029")),
		series("i-online-trained",
			read("2027-06-30", "2100", female(1000), male(1100)), read("2027-12-31", "5300", female(2600), male(2700))),
		series("i-cases-organisers", read("2027-06-30", "14", male(13), female(1), adult(14))),
		series("i-victims-index", unknown("2027-12-31", "No later edition of the index has been read")),
		series("i-migrants-screened", read("2027-06-30", "22"), read("2027-12-31", "23")),
		series("i-witnesses-protected", unknown("2027-12-31", "The federal programme has no law yet and keeps no figures")),
		series("i-online-helped", read("2027-06-30", "37"), read("2027-09-30", "41"), read("2027-12-31", "46"), read("2028-03-31", "50")),
		series("i-parallel-trained",
			read("2027-06-30", "120", female(22), male(98), adult(120)), read("2027-12-31", "190", female(40), male(150), adult(190))),
	)
}

// monitoredProvinces is what the provinces counted, all of it illustrative.
func monitoredProvinces() []strategy.Reading {
	return slices.Concat(
		series("i-domestic-units",
			read("2027-06-30", "19", area("PK-PB", 12), area("PK-SD", 5), area("PK-IS", 2)),
			read("2027-12-31", "37", area("PK-PB", 20), area("PK-SD", 9), area("PK-KP", 5), area("PK-IS", 3))),
		series("i-domestic-convictions", read("2027-06-30", "31", male(26), female(5), adult(31))),
		series("i-victims-assisted",
			read("2026-12-31", "410", female(290), male(120), under18(220), adult(190)),
			read("2027-06-30", "760", female(520), male(240), under18(390), adult(370)),
			read("2027-12-31", "905", female(600), male(305), under18(470), adult(435))),
		series("i-victims-punished", read("2027-06-30", "3", female(2), male(1), adult(3))),
		series("i-health-treated", read("2027-06-30", "1900", male(1650), female(250), adult(1800), under18(100))),
		series("i-training",
			read("2026-12-31", "80", female(20), male(60), adult(80)), read("2027-06-30", "310", female(90), male(220), adult(310)),
			read("2027-12-31", "560", female(170), male(390), adult(560))),
		series("i-shelters", read("2027-06-30", "610"), read("2027-12-31", "680", area("PK-PB", 360), area("PK-SD", 220), area("PK-KP", 100))),
	)
}
