package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// Strategy returns a new copy of the strategy: real in its process, offices
// and law, illustrative in its substance. See the package comment.
func Strategy() strategy.Strategy {
	return strategy.Strategy{
		Schema:  strategy.Schema,
		ID:      "pk-nsaoc",
		Version: "0.4",
		Title:   "National Strategy Against Organised Crime of Pakistan",
		Notice: "Illustrative: an example made from public reports, not the text of any adopted strategy. " +
			"Objectives, indicators, plans, commitments and sums are invented.",
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Level:        ocs.LevelNational,
		Languages:    []ocs.Language{"en", "ur"},
		Stage:        ocs.StageConsultation,
		Period:       ocs.MustPeriod("2026-07-01/2031-06-30"),
		Vision:       "Illustrative: a country in which organised crime finds no shelter and its victims find justice.",
		Mission:      "Illustrative: prevent, pursue, protect and promote, as one government and with society.",
		Principles:   principles(),
		Framework:    pillar.Framework{ID: "unodc-4p"},
		Labels:       strategy.Labels{Pillar: "pillar", Objective: "objective", Plan: "action plan", Commitment: "action", Lead: "lead agency"},
		Relations:    relations(),
		Goals:        goals(),
		Treaties:     treaties(),

		Threats:       threats(),
		Groups:        groups(),
		Actors:        actors(),
		Objectives:    objectives(),
		Plans:         []strategy.Plan{federal(), provincial()},
		Risks:         risks(),
		Safeguards:    safeguards(),
		Consultations: consultations(),
		Evaluations:   evaluations(),
		Reporting:     reporting(),
		Sources:       sources(),
		// No marking: this is the working copy, in which some parts are amber. A public copy is marked clear and lacks them.
	}
}

func principles() []strategy.Principle {
	return []strategy.Principle{
		{Name: "Human rights", Description: "No power is used without a law, a limit and a review."},
		{Name: "Response to gender", Description: "Measures are planned and measured for women, men, girls and boys."},
		{Name: "Victims first", Description: "A victim is not punished for what he or she was compelled to do."},
		{Name: "One lead", Description: "Each action has one agency that answers for it."},
		{Name: "Evidence", Description: "What cannot be measured is said to be so; what is measured is published."},
		{Name: "National ownership", Description: "The strategy is made here and for here."},
	}
}

func relations() []strategy.Relation {
	return []strategy.Relation{
		{
			Kind: strategy.Related, Cite: verified(dawnTrafficPln, ""),
			Title: "National action plan against trafficking in persons and smuggling of migrants 2021–25",
		},
		{
			Kind: strategy.Related, Cite: verified(urduPoint, ""),
			Title: "Yearly plan against trafficking in persons and smuggling of migrants 2024–25",
		},
		{
			Kind: strategy.Related, Date: ocs.MustDate("2022-09-15"), Cite: verified(unodcPakistan, ""),
			Title: "Pilot initiative for the review of the implementation of the Convention against Transnational Organized Crime",
		},
	}
}

// goals are the targets of the 2030 Agenda, titled in our words, and the three
// ends that the reports of the workshops name.
func goals() []strategy.Goal {
	sdg := func(id ocs.ID, code, title string) strategy.Goal {
		return strategy.Goal{ID: id, Scheme: strategy.SDG, Code: code, Title: title, Cite: recalled(agenda2030, "target "+code)}
	}
	return []strategy.Goal{
		{ID: goalJustice, Scheme: strategy.NationalOutcome, Title: "Justice", Cite: reported(mnn, "")},
		{ID: goalSafety, Scheme: strategy.NationalOutcome, Title: "Protected communities", Cite: reported(mnn, "")},
		{ID: goalPeace, Scheme: strategy.NationalOutcome, Title: "Long-term peace and development", Cite: reported(mnn, "")},
		sdg(sdgArms, "16.4", "Less illicit finance and fewer illicit arms; fight organised crime"),
		sdg(sdgCorruption, "16.5", "Less corruption and bribery"),
		sdg(sdgViolence, "16.1", "Less violence and fewer deaths from it"),
		sdg(sdgChildren, "16.2", "An end to exploitation of and trafficking in children"),
		sdg(sdgWomen, "5.2", "An end to violence against women and girls"),
		sdg(sdgLabour, "8.7", "An end to forced labour and trafficking in persons"),
		sdg(sdgWildlife, "15.7", "An end to trafficking in protected species"),
		sdg(sdgSubstances, "3.5", "Prevention and treatment of substance abuse"),
	}
}

// treaties has the status of each as far as known. An older source says that
// none of the protocols was ratified; the status today was not checked.
func treaties() []strategy.TreatyStatus {
	return []strategy.TreatyStatus{
		{Treaty: ocs.UNTOC, Status: strategy.Ratified, Date: ocs.MustDate("2010"), Cite: recalled(untoc, "")},
		{
			Treaty: ocs.TIPProtocol, Status: strategy.StatusUnknown,
			Cite: verified(unodcPakistan, "approval by the Cabinet announced on 15 September 2022; accession not checked"),
		},
		{Treaty: ocs.SOMProtocol, Status: strategy.StatusUnknown, Cite: recalled(somProtocol, "status not checked")},
		{Treaty: ocs.FirearmsProtocol, Status: strategy.StatusUnknown, Cite: recalled(armsProtocol, "status not checked")},
	}
}
