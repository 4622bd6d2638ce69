package pillar

import "github.com/ocs-framework/ocs"

// counted is an indicator with a numeric value.
func counted(id IndicatorID, kind IndicatorKind, name, unit string, d Direction) Indicator {
	return Indicator{ID: id, Kind: kind, Name: name, Unit: unit, Direction: d}
}

// persons is an indicator that counts persons and so is broken down by sex
// and age.
func persons(id IndicatorID, kind IndicatorKind, name string, d Direction) Indicator {
	in := counted(id, kind, name, "persons", d)
	in.People, in.DisaggregatedBy = true, []Disaggregation{BySex, ByAge}
	return in
}

func preventSuggestions() []Suggestion {
	return []Suggestion{
		{
			ID: "close-financial-system", Pillar: Prevent,
			Title:    "Close the financial system to the proceeds of organised crime.",
			Why:      "Profit that cannot be moved or spent is a weaker reason for crime.",
			Articles: []ocs.Article{"untoc/7", "untoc/31"},
			Indicators: []Indicator{
				counted("inspected", Output, "reporting entities inspected in the year", "%", Increase),
				counted("reports-used", Outcome, "suspicious transaction reports that led to an inquiry", "%", Increase),
			},
		},
		{
			ID: "public-integrity", Pillar: Prevent,
			Title:    "Make public bodies and their officials harder to corrupt.",
			Why:      "Organised groups buy protection where integrity is weak.",
			Articles: []ocs.Article{"untoc/9", "untoc/31"},
			Indicators: []Indicator{
				counted("risk-plans", Output, "exposed bodies with a corruption risk plan in force", "%", Increase),
				counted("bribery", Outcome, "people who were asked for a bribe in the last year, by survey", "%", Decrease),
			},
		},
		{
			ID: "legal-person-transparency", Pillar: Prevent,
			Title:    "Let organised groups no longer hide behind companies, licences and public contracts.",
			Why:      "Legal persons give criminal money an owner that nobody sees.",
			Articles: []ocs.Article{"untoc/31", "untoc/10"},
			Indicators: []Indicator{
				counted("owners-recorded", Output, "registered companies with verified beneficial owners", "%", Increase),
			},
		},
		{
			ID: "divert-recruits", Pillar: Prevent,
			Title:    "Give those at risk of recruitment, and those leaving custody, a way other than organised crime.",
			Why:      "Groups recruit among the young, the poor and former prisoners.",
			Articles: []ocs.Article{"untoc/31"},
			Indicators: []Indicator{
				persons("reached", Output, "persons at risk who completed a diversion programme", Increase),
				counted("reoffending", Outcome, "participants convicted again within two years", "%", Decrease),
			},
		},
		{
			ID: "secure-documents-borders", Pillar: Prevent,
			Title:    "Make identity and travel documents and border controls hard to abuse.",
			Why:      "False documents and corrupt crossings enable trafficking and smuggling alike.",
			Articles: []ocs.Article{"tip/11", "tip/12", "tip/13", "som/11", "som/12", "som/13"},
			Indicators: []Indicator{
				counted("checked", Output, "border posts that check documents electronically", "%", Increase),
			},
		},
	}
}

func pursueSuggestions() []Suggestion {
	return []Suggestion{
		{
			ID: "offences-in-law", Pillar: Pursue,
			Title:    "Have every offence of the Convention in national law, with sanctions that match its gravity.",
			Why:      "What is no offence at home can be neither prosecuted nor extradited.",
			Articles: []ocs.Article{"untoc/5", "untoc/6", "untoc/8", "untoc/11", "untoc/15", "untoc/23"},
			Indicators: []Indicator{
				counted("provisions", Outcome, "criminalisation provisions found implemented in review", "%", Increase),
			},
		},
		{
			ID: "dismantle-groups", Pillar: Pursue,
			Title:    "Dismantle the groups that do most harm, from those who direct them down.",
			Why:      "Cases against carriers and lookouts leave the group in business.",
			Articles: []ocs.Article{"untoc/5", "untoc/11", "untoc/20", "untoc/26"},
			Indicators: []Indicator{
				counted("dismantled", Outcome, "priority groups dismantled", "groups", Increase),
				persons("leaders", Outcome, "persons convicted for directing an organised criminal group", Increase),
			},
		},
		{
			ID: "take-proceeds", Pillar: Pursue,
			Title:    "Trace, freeze and confiscate the proceeds of organised crime.",
			Why:      "Confiscation takes the reason for the crime and the means for the next one.",
			Articles: []ocs.Article{"untoc/12", "untoc/14"},
			Indicators: []Indicator{
				counted("parallel", Process, "organised crime cases with a parallel financial investigation", "%", Increase),
				counted("confiscated", Outcome, "value of assets finally confiscated in the year", "national currency", Increase),
			},
		},
		{
			ID: "investigate-lawfully", Pillar: Pursue,
			Title:    "Use special investigative techniques well, under judicial control and within human rights.",
			Why:      "Evidence gained outside the law fails in court and costs trust.",
			Articles: []ocs.Article{"untoc/20", "untoc/26"},
			Indicators: []Indicator{
				counted("excluded", Outcome, "prosecutions in which such evidence was excluded", "%", Decrease),
			},
		},
		{
			ID: "hold-legal-persons", Pillar: Pursue,
			Title:    "Hold companies to account that serve organised crime.",
			Why:      "Persons are replaced; a company that pays a price is not.",
			Articles: []ocs.Article{"untoc/10"},
			Indicators: []Indicator{
				counted("sanctioned", Outcome, "legal persons sanctioned for taking part in organised crime", "legal persons", Increase),
			},
		},
	}
}

func protectSuggestions() []Suggestion {
	return []Suggestion{
		{
			ID: "assist-victims", Pillar: Protect,
			Title:    "Identify the victims of organised crime early, and assist them whether or not they testify.",
			Why:      "Victims who are not recognised are punished, deported or exploited again.",
			Articles: []ocs.Article{"untoc/25", "tip/6"},
			Indicators: []Indicator{
				persons("identified", Output, "victims identified in the year", Increase),
				counted("assisted", Outcome, "identified victims who received the assistance they needed", "%", Increase),
			},
		},
		{
			ID: "trafficked-persons-stay", Pillar: Protect,
			Title:    "Give trafficked persons safe stay, or return that is safe and preferably voluntary.",
			Why:      "Fear of removal keeps trafficked persons with those who exploit them.",
			Articles: []ocs.Article{"tip/7", "tip/8"},
			Indicators: []Indicator{
				persons("stay", Output, "trafficked persons granted leave to stay", Increase),
			},
		},
		{
			ID: "migrants-not-criminals", Pillar: Protect,
			Title:    "Protect smuggled migrants, and prosecute none for having been smuggled.",
			Why:      "The protocol punishes smugglers, not those they carry.",
			Articles: []ocs.Article{"som/5", "som/9", "som/16", "som/18"},
			Indicators: []Indicator{
				persons("prosecuted", Outcome, "migrants prosecuted for having been smuggled", Decrease),
			},
		},
		{
			ID: "protect-witnesses", Pillar: Protect,
			Title:    "Protect witnesses, and others who help the law, from reprisal and intimidation.",
			Why:      "Without witnesses there are no convictions of those who direct groups.",
			Articles: []ocs.Article{"untoc/24", "untoc/26"},
			Indicators: []Indicator{
				persons("protected", Output, "persons under protection", Increase),
				counted("withdrawn", Outcome, "organised crime cases that fell for want of a witness", "%", Decrease),
			},
		},
		{
			ID: "victims-heard", Pillar: Protect,
			Title:    "Let victims be heard in proceedings and be compensated.",
			Why:      "The Convention gives victims a voice and a way to redress.",
			Articles: []ocs.Article{"untoc/25", "untoc/14", "tip/6"},
			Indicators: []Indicator{
				persons("compensated", Outcome, "victims who were paid compensation", Increase),
			},
		},
	}
}

func promoteSuggestions() []Suggestion {
	return []Suggestion{
		{
			ID: "work-as-one", Pillar: Promote,
			Title:    "Have national and subnational bodies work to one plan and share what they know.",
			Why:      "Groups use the gaps between agencies and between levels of government.",
			Articles: []ocs.Article{"untoc/27", "untoc/28", "untoc/31"},
			Indicators: []Indicator{
				counted("joint-cases", Output, "investigations run by joint teams", "cases", Increase),
			},
		},
		{
			ID: "cooperate-abroad", Pillar: Promote,
			Title:    "Answer and send requests for extradition, mutual legal assistance and confiscation without delay.",
			Why:      "Transnational cases are won or lost by how fast evidence and suspects cross borders.",
			Articles: []ocs.Article{"untoc/13", "untoc/16", "untoc/18", "untoc/19"},
			Indicators: []Indicator{
				counted("response", Outcome, "median time to answer a request for mutual legal assistance", "days", Decrease),
				counted("granted", Outcome, "requests sent abroad that were granted", "%", Increase),
			},
		},
		{
			ID: "partner-with-society", Pillar: Promote,
			Title:    "Plan, deliver and review the strategy with civil society, academia and the private sector.",
			Why:      "They see the harm first and reach people whom the State does not.",
			Articles: []ocs.Article{"untoc/28", "untoc/31", "tip/9"}, // 28.1 names academia, 31.5 the public
			Indicators: []Indicator{
				counted("partners", Output, "commitments with a partner outside government", "%", Increase),
			},
		},
		{
			ID: "know-the-threat", Pillar: Promote,
			Title:    "Build a shared picture of organised crime, its markets and its trends, and publish what can be published.",
			Why:      "Priorities that rest on evidence can be defended and revised.",
			Articles: []ocs.Article{"untoc/28"},
			Indicators: []Indicator{
				{ID: "assessment", Kind: Output, Name: "national threat assessment published in the last two years", Value: YesNo},
			},
		},
		{
			ID: "build-skills", Pillar: Promote,
			Title:    "Train investigators, prosecutors, judges and those who assist victims, and keep them.",
			Why:      "Powers and laws work only in hands that know them.",
			Articles: []ocs.Article{"untoc/29", "untoc/30", "tip/10", "som/14", "firearms/14"},
			Indicators: []Indicator{
				persons("trained", Output, "officials who passed a specialised course", Increase),
			},
		},
	}
}
