package pillar

import "github.com/ocs-framework/ocs"

// Frameworks returns the built-in frameworks: [UNODC], [UK2018] and
// [Scotland]. Any other framework is written out in the document that uses
// it.
func Frameworks() []Framework { return []Framework{UNODC(), UK2018(), Scotland()} }

// BuiltIn returns the built-in framework of that ID, and false if there is
// none.
func BuiltIn(id ocs.ID) (Framework, bool) {
	for _, f := range Frameworks() {
		if f.ID == id {
			return f, true
		}
	}
	return Framework{}, false
}

// UNODC returns the framework of UNODC's strategy toolkit: Prevent, Pursue,
// Protect, Promote, in that order. Its ID is "unodc-4p". A strategy that
// names no framework uses it.
//
// Source: UNODC, Organized Crime Strategy Toolkit for Developing High-impact
// Strategies, Vienna, 2021. Names and order were verified in UNODC's news; the
// toolkit's text was not read. The aims are ours, from memory, and not a
// quotation; that of Promote agrees with a second-hand report.
func UNODC() Framework {
	return Framework{ID: "unodc-4p", Name: "UNODC: Prevent, Pursue, Protect, Promote", Pillars: []Pillar{
		{
			ID: Prevent, Name: "Prevent", Grade: ocs.GradeRecalled, MapsTo: []ID{Prevent},
			Aim: "Keep organised crime from taking root in communities, the economy and public institutions.",
		},
		{
			ID: Pursue, Name: "Pursue", Grade: ocs.GradeRecalled, MapsTo: []ID{Pursue},
			Aim: "Bring organised criminal groups to justice and take from them what they gain.",
		},
		{
			ID: Protect, Name: "Protect", Grade: ocs.GradeRecalled, MapsTo: []ID{Protect},
			Aim: "Keep victims, witnesses and those most at risk from harm.",
		},
		{
			ID: Promote, Name: "Promote", Grade: ocs.GradeSecondHand, MapsTo: []ID{Promote},
			Aim: "Build partnerships and cooperation at home and abroad.",
		},
	}}
}

// UK2018 returns the framework of the United Kingdom's strategy of 2018:
// Pursue, Prevent, Protect, Prepare. Its ID is "uk-4p-2018".
//
// It is a different set from [UNODC]'s, descended from the British
// counter-terrorism strategy, so its pillars have IDs of their own: Prevent is
// about people who might engage in crime, Prepare about reducing the impact
// of crime that occurs, and no pillar is for cooperation.
//
// Source: HM Government, Serious and Organised Crime Strategy, Cm 9718, 2018.
// The pillars were verified for its predecessor of 2013, Cm 8715, in an
// abstract. The aims are in our words and the mapping onto UNODC's pillars is
// our inference.
func UK2018() Framework {
	return Framework{ID: "uk-4p-2018", Name: "United Kingdom 2018: Pursue, Prevent, Protect, Prepare", Pillars: []Pillar{
		{
			ID: "uk-pursue", Name: "Pursue", Grade: ocs.GradeInferred, MapsTo: []ID{Pursue},
			Aim: "Prosecute and disrupt those engaged in serious and organised crime.",
		},
		{
			ID: "uk-prevent", Name: "Prevent", Grade: ocs.GradeInferred, MapsTo: []ID{Prevent},
			Aim: "Stop people from engaging in serious and organised crime.",
		},
		{
			ID: "uk-protect", Name: "Protect", Grade: ocs.GradeInferred, MapsTo: []ID{Prevent, Protect},
			Aim: "Make people, businesses and institutions harder to harm.",
		},
		{
			ID: "uk-prepare", Name: "Prepare", Grade: ocs.GradeInferred, MapsTo: []ID{Protect},
			Aim: "Reduce the impact of serious and organised crime where it occurs.",
		},
	}}
}

// Scotland returns the framework of Scotland's strategy of 2022: Divert,
// Deter, Detect, Disrupt. Its ID is "scotland-4d".
//
// Source: Scottish Government, Scotland's Serious Organised Crime Strategy,
// 2022, where the four are called strands. The aims are in our words and from
// memory, and the mapping onto UNODC's pillars is our inference.
func Scotland() Framework {
	return Framework{ID: "scotland-4d", Name: "Scotland: Divert, Deter, Detect, Disrupt", Pillars: []Pillar{
		{
			ID: "divert", Name: "Divert", Grade: ocs.GradeInferred, MapsTo: []ID{Prevent},
			Aim: "Turn people away from serious organised crime and from its products.",
		},
		{
			ID: "deter", Name: "Deter", Grade: ocs.GradeInferred, MapsTo: []ID{Prevent, Protect},
			Aim: "Help communities, businesses and public bodies to protect themselves.",
		},
		{
			ID: "detect", Name: "Detect", Grade: ocs.GradeInferred, MapsTo: []ID{Pursue},
			Aim: "Identify and prosecute those involved in serious organised crime.",
		},
		{
			ID: "disrupt", Name: "Disrupt", Grade: ocs.GradeInferred, MapsTo: []ID{Pursue},
			Aim: "Break up the activities and finances of organised crime groups.",
		},
	}}
}
