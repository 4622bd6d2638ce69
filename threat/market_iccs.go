package threat

import "github.com/ocs-framework/ocs"

const (
	iccsSource    = "UNODC, International Classification of Crime for Statistical Purposes (ICCS) 1.0, 2015"
	iccsViaOAS    = iccsSource + ", read in the OAS glossary that quotes it"
	iccsViaPublic = iccsSource + ", read in public code lists"
)

const recalled = ocs.GradeRecalled

// iccsRows is an excerpt of ICCS 1.0. Codes that are often confused:
// trafficking in persons is 0204, while 0203 is slavery and exploitation;
// 0502 is theft; the organised criminal group is 0905, and 0906 is terrorism.
//
// 09051 is for participation in a group itself. A crime committed through a
// group is coded as that crime; the link to organised crime is a
// disaggregating variable, not a second code.
var iccsRows = []categoryRow{
	{code: "01", name: "acts leading to death"},
	{code: "0101", name: "intentional homicide"},
	{code: "0102", name: "attempted intentional homicide"},
	{code: "02", name: "acts causing harm to the person"},
	{code: "0202", name: "acts against liberty"},
	{code: "02022", name: "deprivation of liberty"},
	{code: "020221", name: "kidnapping"},
	{code: "0203", name: "slavery and exploitation", grade: recalled, source: iccsSource},
	{code: "02031", name: "slavery", grade: recalled, source: iccsSource},
	{code: "02032", name: "forced labour", grade: recalled, source: iccsSource},
	{code: "0204", name: "trafficking in persons"},
	{code: "02041", name: "trafficking in persons for sexual exploitation"},
	{code: "02042", name: "trafficking in persons for forced labour or services"},
	{code: "02043", name: "trafficking in persons for organ removal"},
	{code: "02044", name: "trafficking in persons for other purposes"},
	{code: "0205", name: "coercion", grade: recalled, source: iccsSource},
	{code: "02051", name: "extortion or blackmail", grade: recalled, source: iccsSource},
	{code: "03", name: "injurious acts of a sexual nature"},
	{code: "0302", name: "sexual exploitation"},
	{code: "03022", name: "sexual exploitation of children"},
	{code: "030221", name: "child pornography"}, // the source's term
	{code: "04", name: "acts against property with violence"},
	{code: "0401", name: "robbery"},
	{code: "05", name: "acts against property only"},
	{code: "0501", name: "burglary"},
	{code: "0502", name: "theft"},
	{code: "05021", name: "theft of a motorised vehicle or parts thereof", source: iccsViaPublic},
	{code: "050211", name: "theft of a motorised land vehicle"},
	{code: "0503", name: "intellectual property offences", grade: recalled, source: iccsSource},
	{code: "06", name: "acts involving controlled drugs or other psychoactive substances"},
	{code: "0601", name: "unlawful acts involving controlled drugs or precursors"},
	{code: "06011", name: "acts involving drugs for personal use", grade: recalled, source: iccsSource},
	{code: "06012", name: "trafficking, cultivation or production of drugs not for personal use", grade: recalled, source: iccsSource},
	{code: "0602", name: "acts involving alcohol, tobacco or other controlled substances", grade: recalled, source: iccsSource},
	{code: "07", name: "acts involving fraud, deception or corruption"},
	{code: "0701", name: "fraud"},
	{code: "0702", name: "forgery and counterfeiting", grade: recalled, source: iccsSource},
	{code: "07022", name: "counterfeit product offences", grade: recalled, source: iccsSource},
	{code: "0703", name: "corruption"},
	{code: "07031", name: "bribery"},
	{code: "0704", name: "acts involving the proceeds of crime", grade: recalled, source: iccsSource},
	{code: "07041", name: "money laundering", source: iccsViaOAS},
	{code: "07042", name: "illicit trafficking in cultural property", grade: recalled, source: iccsSource},
	{code: "08", name: "acts against public order, authority and provisions of the State"},
	{code: "0804", name: "acts against public revenue or regulatory provisions", grade: recalled, source: iccsSource},
	{code: "08041", name: "customs, tax and subsidy offences", grade: recalled, source: iccsSource},
	{code: "0805", name: "acts related to migration", grade: recalled, source: iccsSource},
	{code: "08051", name: "smuggling of migrants offences", grade: recalled, source: iccsSource},
	{code: "0806", name: "acts against the justice system", grade: recalled, source: iccsSource},
	{code: "09", name: "acts against public safety and state security"},
	{code: "0901", name: "acts involving weapons and explosives", grade: recalled, source: iccsSource},
	{code: "09012", name: "trafficking of weapons and explosives", grade: recalled, source: iccsSource},
	{code: "0903", name: "acts against computer systems"},
	{code: "09031", name: "unlawful access to a computer system", grade: recalled, source: iccsSource},
	{code: "09032", name: "unlawful interference with a computer system or data", grade: recalled, source: iccsSource},
	{code: "09033", name: "unlawful interception or access of computer data", grade: recalled, source: iccsSource},
	{code: "0905", name: "acts related to an organised criminal group", source: iccsViaOAS},
	{code: "09051", name: "participation in an organised criminal group"},
	{code: "0906", name: "terrorism", grade: recalled, source: iccsSource},
	{code: "09062", name: "financing of terrorism", grade: recalled, source: iccsSource},
	{code: "10", name: "acts against the natural environment"},
	{code: "1001", name: "acts causing environmental pollution or degradation"},
	{code: "1002", name: "movement or dumping of waste"},
	{code: "1003", name: "trade or possession of protected or prohibited species"},
	{code: "1004", name: "depletion or degradation of natural resources"},
	{code: "11", name: "other criminal acts"},
	{code: "1101", name: "acts under universal jurisdiction", grade: recalled, source: iccsSource},
	{code: "11012", name: "piracy", grade: recalled, source: iccsSource},
}
