package nsaoc

import "github.com/ocs-framework/ocs"

// News and other reports that were read. Their addresses are given only as far
// as they are known.
const (
	mnn            ocs.SourceID = "mnn-2025-10-02"
	dawnWorkshop   ocs.SourceID = "dawn-2025-10-07"
	spokesman      ocs.SourceID = "spokesman-2026-02-19"
	mediaNetwork   ocs.SourceID = "media-network"
	rozana         ocs.SourceID = "rozana-alerts"
	digitalRights  ocs.SourceID = "digital-rights-monitor"
	techJuice      ocs.SourceID = "tech-juice"
	pakistanToday  ocs.SourceID = "pakistan-today-2018"
	dailyTimes     ocs.SourceID = "daily-times-2018"
	observer       ocs.SourceID = "pakistan-observer-2018"
	propakistani   ocs.SourceID = "propakistani-2023-08"
	frontierPost   ocs.SourceID = "frontier-post"
	recorder       ocs.SourceID = "brecorder-40189181"
	dawnTrafficPln ocs.SourceID = "dawn-1637812"
	urduPoint      ocs.SourceID = "urdupoint-1871398"
	dawnNiftac     ocs.SourceID = "dawn-1902695"
	southAsian     ocs.SourceID = "south-asian-daily"
	joshMak        ocs.SourceID = "josh-and-mak"
	cgr            ocs.SourceID = "cgr"
	unodcPakistan  ocs.SourceID = "unodc-pakistan"
	ocIndex        ocs.SourceID = "oc-index-2021"
	unchecked      ocs.SourceID = "unchecked"
)

// Laws and treaties.
const (
	trafficAct    ocs.SourceID = "law-tip-2018"
	smugglingAct  ocs.SourceID = "law-som-2018"
	peca          ocs.SourceID = "law-peca-2016"
	amla          ocs.SourceID = "law-amla-2010"
	amlAct        ocs.SourceID = "law-amlcft-2023"
	anfAct        ocs.SourceID = "law-anf-1997"
	cnsa          ocs.SourceID = "law-cnsa-1997"
	constitution  ocs.SourceID = "law-constitution"
	mergerOrder   ocs.SourceID = "law-sro-83-2025"
	procedureCode ocs.SourceID = "law-crpc-1898"
	customsAct    ocs.SourceID = "law-customs-1969"
	fiaAct        ocs.SourceID = "law-fia-1974"
	nabOrdinance  ocs.SourceID = "law-nao-1999"
	mlaAct        ocs.SourceID = "law-mla-2020"
	businessRules ocs.SourceID = "law-rules-of-business"
	untoc         ocs.SourceID = "treaty-untoc"
	somProtocol   ocs.SourceID = "treaty-som"
	armsProtocol  ocs.SourceID = "treaty-firearms"
	agenda2030    ocs.SourceID = "un-agenda-2030"
)

// verified cites a source in which the fact was read.
func verified(s ocs.SourceID, locator string) ocs.Cite {
	return ocs.Cite{Source: s, Locator: locator, Grade: ocs.GradeVerified}
}

// reported cites a source, mostly a law, of which a report was read but not
// the text.
func reported(s ocs.SourceID, locator string) ocs.Cite {
	return ocs.Cite{Source: s, Locator: locator, Grade: ocs.GradeSecondHand}
}

// recalled cites a source from memory: the fact is not verified.
func recalled(s ocs.SourceID, locator string) ocs.Cite {
	return ocs.Cite{Source: s, Locator: locator, Grade: ocs.GradeRecalled}
}

// fromMemory is the cite of a fact that was checked against nothing.
func fromMemory() []ocs.Cite { return []ocs.Cite{recalled(unchecked, "")} }

// sources is the bibliography. Titles of reports say in our words what they
// report.
func sources() []ocs.Source {
	return append(reports(), laws()...)
}

func reports() []ocs.Source {
	news := func(id ocs.SourceID, title, publisher, date, url string) ocs.Source {
		s := ocs.Source{ID: id, Kind: ocs.SourceNews, Title: title, Publisher: publisher, URL: url}
		if date != "" {
			s.Date = ocs.MustDate(date)
		}
		return s
	}
	return []ocs.Source{
		news(mnn, "Report on the two-day workshop in Islamabad to prepare the first national strategy",
			"MNN News", "2025-10-02", "https://mnnnews.online"),
		news(dawnWorkshop, "Report on the Islamabad workshop; places it on a Monday, which conflicts with the earlier report",
			"Dawn", "2025-10-07", ""),
		news(spokesman, "Report on the consultative workshop of 16 and 17 February 2026",
			"Daily Spokesman", "2026-02-19", "https://dailyspokesman.net"),
		news(mediaNetwork, "Report that the strategy was launched; contradicted by the report of February 2026",
			"Pakistan Media Network", "", "https://pakistanmedianetwork.com"),
		news(rozana, "Notice of the merger of the narcotics control ministry into the interior ministry (S.R.O. 83(1)/2025)",
			"Rozana Alerts", "", ""),
		news(digitalRights, "Report on the creation of the National Cyber Crime Investigation Agency",
			"Digital Rights Monitor", "", ""),
		news(techJuice, "Report on the cybercrime agency and the amended electronic crimes act", "TechJuice", "2025", ""),
		news(pakistanToday, "Report on the bills against trafficking and smuggling and on who investigates what",
			"Pakistan Today", "2018", ""),
		news(dailyTimes, "Report on the penalties of the trafficking bill", "Daily Times", "2018", ""),
		news(observer, "Report on the trafficking and smuggling bills", "Pakistan Observer", "2018", ""),
		news(propakistani, "Report on the passage of the bill for a National AML/CFT Authority", "ProPakistani", "2023-08", ""),
		news(frontierPost, "Report on the membership of the National AML/CFT Authority", "The Frontier Post", "", ""),
		news(recorder, "Report 40189181 on the national plan and committees against trafficking and smuggling",
			"Business Recorder", "", ""),
		news(dawnTrafficPln, "Report 1637812 on the national action plan against trafficking and smuggling",
			"Dawn", "", "https://dawn.com"),
		news(urduPoint, "Report 1871398 on the yearly plan against trafficking for 2024 and 2025", "UrduPoint", "", ""),
		news(dawnNiftac, "Report 1902695 on the approval of the national intelligence fusion centre", "Dawn", "2025-04", "https://dawn.com"),
		news(southAsian, "Report on the laws against laundering and the financing of terrorism", "South Asian Daily", "", ""),
		{ID: joshMak, Kind: ocs.SourceWebsite, Title: "Note on the law of trafficking in Pakistan",
			Publisher: "Josh and Mak International", URL: "https://joshandmakinternational.com"},
		{ID: cgr, Kind: ocs.SourceWebsite, Title: "National Initiative against Organized Crime: about the initiative",
			Publisher: "Centre for Governance Research", URL: "https://cgr.com.pk"},
		{ID: unodcPakistan, Kind: ocs.SourceWebsite, Title: "News and pages of the Country Office Pakistan",
			Publisher: "UNODC", URL: "https://unodc.org/pakistan"},
		{ID: ocIndex, Kind: ocs.SourceDataset, Title: "Global Organized Crime Index 2021, country profile Pakistan",
			Publisher: "Global Initiative Against Transnational Organized Crime", Date: ocs.MustDate("2021"),
			URL: "https://ocindex.net/2021/country/pakistan"},
		{ID: unchecked, Title: "No source: written from memory and not verified"},
	}
}

func laws() []ocs.Source {
	statute := func(id ocs.SourceID, title, date string) ocs.Source {
		return ocs.Source{ID: id, Kind: ocs.SourceLaw, Title: title, Publisher: "Pakistan", Date: ocs.MustDate(date)}
	}
	treaty := func(id ocs.SourceID, title, date string) ocs.Source {
		return ocs.Source{ID: id, Kind: ocs.SourceTreaty, Title: title, Publisher: "United Nations", Date: ocs.MustDate(date)}
	}
	return []ocs.Source{
		statute(trafficAct, "Prevention of Trafficking in Persons Act 2018", "2018"),
		statute(smugglingAct, "Prevention of Smuggling of Migrants Act 2018", "2018"),
		statute(peca, "Prevention of Electronic Crimes Act 2016, as amended in January 2025", "2016"),
		statute(amla, "Anti-Money Laundering Act 2010", "2010"),
		statute(amlAct, "National Anti-Money Laundering and Counter Financing of Terrorism Authority Act 2023", "2023"),
		statute(anfAct, "Anti-Narcotics Force Act 1997", "1997"),
		statute(cnsa, "Control of Narcotic Substances Act 1997", "1997"),
		statute(constitution, "Constitution of the Islamic Republic of Pakistan", "1973"),
		statute(mergerOrder, "S.R.O. 83(1)/2025", "2025-02-04"),
		statute(procedureCode, "Code of Criminal Procedure 1898", "1898"),
		statute(customsAct, "Customs Act 1969", "1969"),
		statute(fiaAct, "Federal Investigation Agency Act 1974", "1975"),
		statute(nabOrdinance, "National Accountability Ordinance 1999", "1999"),
		statute(mlaAct, "Mutual Legal Assistance (Criminal Matters) Act 2020", "2020"),
		statute(businessRules, "Rules of Business 1973", "1973"),
		treaty(untoc, "United Nations Convention against Transnational Organized Crime", "2000"),
		treaty(somProtocol, "Protocol against the Smuggling of Migrants by Land, Sea and Air", "2000"),
		treaty(armsProtocol, "Protocol against the Illicit Manufacturing of and Trafficking in Firearms", "2001"),
		{ID: agenda2030, Kind: ocs.SourceOfficialDocument, Title: "Transforming our world: the 2030 Agenda for Sustainable Development",
			Publisher: "United Nations", Date: ocs.MustDate("2015")},
	}
}
