package threat

import "github.com/ocs-framework/ocs"

// marketRow is a market's line in the crosswalk.
type marketRow struct {
	market   Market
	name     string
	broader  []Market
	noProfit bool
	articles []ocs.Article
	same     []Code // categories that name the same conduct
	near     []Code // categories that are wider, narrower or near; the correspondence is our inference
}

// Categories that stand in several rows.
var (
	fatfTraffickingSmuggling = Code{FATF, "trafficking in human beings and migrant smuggling"}
	fatfDrugs                = Code{FATF, "illicit trafficking in narcotic drugs and psychotropic substances"}
	fatfEnvironment          = Code{FATF, "environmental crime"}
	fatfProducts             = Code{FATF, "counterfeiting and piracy of products"}
	fatfTerrorism            = Code{FATF, "terrorism, including terrorist financing"}
	fatfStolen               = Code{FATF, "illicit trafficking in stolen and other goods"}
	sherlocDrugs             = Code{SHERLOC, "drug offences"}
	sherlocEnvironment       = Code{SHERLOC, "crimes that affect the environment"}
	sherlocCounterfeiting    = Code{SHERLOC, "counterfeiting"}
	sherlocCybercrime        = Code{SHERLOC, "cybercrime"}
	gitocFinancial           = Code{GITOC, "financial crimes"}
	iccsDrugTrafficking      = Code{ICCS, "06012"}
	iccsSpecies              = Code{ICCS, "1003"}
	iccsDepletion            = Code{ICCS, "1004"}
	iccsRevenue              = Code{ICCS, "08041"}
	drugsNear                = []Code{iccsDrugTrafficking, fatfDrugs, sherlocDrugs}
)

var marketRows = []marketRow{
	{
		market: TraffickingInPersons, name: "Trafficking in persons", articles: []ocs.Article{"tip/5"},
		same: []Code{{GITOC, "human trafficking"}, {ICCS, "0204"}, {SHERLOC, "trafficking in persons"}},
		near: []Code{fatfTraffickingSmuggling},
	},
	{
		market: SmugglingOfMigrants, name: "Smuggling of migrants", articles: []ocs.Article{"som/6"},
		same: []Code{{GITOC, "human smuggling"}, {ICCS, "08051"}, {SHERLOC, "smuggling of migrants"}},
		near: []Code{fatfTraffickingSmuggling},
	},
	{
		market: Extortion, name: "Extortion and protection racketeering",
		same: []Code{{GITOC, "extortion and protection racketeering"}, {ICCS, "02051"}, {FATF, "extortion"}},
	},
	{
		market: FirearmsTrafficking, name: "Trafficking in firearms", articles: []ocs.Article{"firearms/5"},
		same: []Code{{GITOC, "arms trafficking"}, {SHERLOC, "trafficking in firearms"}, {FATF, "illicit arms trafficking"}},
		near: []Code{{ICCS, "09012"}},
	},
	{
		market: CounterfeitGoods, name: "Trade in counterfeit goods",
		same: []Code{{GITOC, "trade in counterfeit goods"}, {ICCS, "07022"}, fatfProducts},
		near: []Code{{ICCS, "0503"}, sherlocCounterfeiting},
	},
	{
		market: ExcisableGoods, name: "Illicit trade in excisable goods",
		same: []Code{{GITOC, "illicit trade in excisable goods"}},
		near: []Code{{ICCS, "0602"}, iccsRevenue, {FATF, "smuggling"}},
	},
	{
		market: FloraCrime, name: "Flora crime", broader: []Market{EnvironmentalCrime},
		same: []Code{{GITOC, "flora crimes"}},
		near: []Code{iccsSpecies, iccsDepletion, fatfEnvironment, sherlocEnvironment},
	},
	{
		market: FaunaCrime, name: "Fauna crime", broader: []Market{EnvironmentalCrime},
		same: []Code{{GITOC, "fauna crimes"}},
		near: []Code{iccsSpecies, fatfEnvironment, sherlocEnvironment},
	},
	{
		market: NonRenewableResources, name: "Non-renewable resource crime", broader: []Market{EnvironmentalCrime},
		same: []Code{{GITOC, "non-renewable resource crimes"}},
		near: []Code{iccsDepletion, fatfEnvironment, sherlocEnvironment},
	},
	{
		market: HeroinTrafficking, name: "Heroin trafficking", broader: []Market{DrugTrafficking},
		same: []Code{{GITOC, "heroin trade"}}, near: drugsNear,
	},
	{
		market: CocaineTrafficking, name: "Cocaine trafficking", broader: []Market{DrugTrafficking},
		same: []Code{{GITOC, "cocaine trade"}}, near: drugsNear,
	},
	{
		market: CannabisTrafficking, name: "Cannabis trafficking", broader: []Market{DrugTrafficking},
		same: []Code{{GITOC, "cannabis trade"}}, near: drugsNear,
	},
	{
		market: SyntheticDrugTrafficking, name: "Synthetic drug trafficking", broader: []Market{DrugTrafficking},
		same: []Code{{GITOC, "synthetic drug trade"}}, near: drugsNear,
	},
	{
		market: CyberDependentCrime, name: "Cyber-dependent crime", broader: []Market{Cybercrime},
		same: []Code{{GITOC, "cyber-dependent crimes"}, {ICCS, "0903"}},
		near: []Code{sherlocCybercrime},
	},
	{
		market: FinancialCrime, name: "Financial crime",
		same: []Code{gitocFinancial},
		near: []Code{{ICCS, "0701"}, {FATF, "fraud"}, {FATF, "tax crimes"}},
	},

	// Beyond the GI-TOC index.
	{
		market: DrugTrafficking, name: "Drug trafficking",
		same: []Code{iccsDrugTrafficking, fatfDrugs},
		near: []Code{sherlocDrugs},
	},
	{
		market: EnvironmentalCrime, name: "Environmental crime",
		same: []Code{fatfEnvironment, sherlocEnvironment, {ICCS, "10"}},
	},
	{
		market: WasteTrafficking, name: "Waste trafficking", broader: []Market{EnvironmentalCrime},
		near: []Code{{ICCS, "1002"}, fatfEnvironment, sherlocEnvironment},
	},
	{
		market: FisheriesCrime, name: "Fisheries crime", broader: []Market{EnvironmentalCrime},
		near: []Code{iccsDepletion, fatfEnvironment, sherlocEnvironment},
	},
	{
		market: Cybercrime, name: "Cybercrime",
		same: []Code{sherlocCybercrime},
		near: []Code{{GITOC, "cyber-dependent crimes"}, {ICCS, "0903"}},
	},
	{
		market: Fraud, name: "Fraud", broader: []Market{FinancialCrime},
		same: []Code{{ICCS, "0701"}, {FATF, "fraud"}},
		near: []Code{gitocFinancial},
	},
	{
		// ICCS codes cyber-enabled crime as the crime itself; that it was cyber-enabled is a disaggregating variable.
		market: CyberEnabledFraud, name: "Cyber-enabled fraud", broader: []Market{Fraud, Cybercrime},
		near: []Code{{ICCS, "0701"}, {FATF, "fraud"}, gitocFinancial, sherlocCybercrime},
	},
	{
		market: TaxCrime, name: "Tax crime", broader: []Market{FinancialCrime},
		same: []Code{{FATF, "tax crimes"}},
		near: []Code{iccsRevenue, gitocFinancial},
	},
	{
		market: MarketAbuse, name: "Insider trading and market manipulation", broader: []Market{FinancialCrime},
		same: []Code{{FATF, "insider trading and market manipulation"}},
		near: []Code{gitocFinancial},
	},
	{
		// FATF's categories are the predicates to laundering, which is thus not among them.
		market: MoneyLaundering, name: "Money laundering", articles: []ocs.Article{"untoc/6"},
		same: []Code{{ICCS, "07041"}, {SHERLOC, "money laundering"}},
	},
	{
		market: Corruption, name: "Corruption", articles: []ocs.Article{"untoc/8"},
		same: []Code{{ICCS, "0703"}, {FATF, "corruption and bribery"}, {SHERLOC, "corruption"}},
	},
	{
		market: ObstructionOfJustice, name: "Obstruction of justice", noProfit: true, articles: []ocs.Article{"untoc/23"},
		same: []Code{{SHERLOC, "obstruction of justice"}},
		near: []Code{{ICCS, "0806"}},
	},
	{
		market: CriminalGroupParticipation, name: "Participation in an organised criminal group", noProfit: true,
		articles: []ocs.Article{"untoc/5"},
		same: []Code{{ICCS, "09051"}, {FATF, "participation in an organised criminal group and racketeering"},
			{SHERLOC, "participation in an organized criminal group"}},
	},
	{
		market: Kidnapping, name: "Kidnapping and hostage-taking",
		same: []Code{{ICCS, "020221"}, {FATF, "kidnapping, illegal restraint and hostage-taking"}},
	},
	{
		market: CulturalProperty, name: "Trafficking in cultural property",
		same: []Code{{ICCS, "07042"}, {SHERLOC, "trafficking in cultural property"}},
		near: []Code{fatfStolen},
	},
	{
		// Falsified is not counterfeit: the one deceives about the product, the other infringes a mark.
		market: FalsifiedMedicalProducts, name: "Falsified medical products",
		same: []Code{{SHERLOC, "falsified medical products"}},
		near: []Code{{ICCS, "07022"}, fatfProducts},
	},
	{
		market: Terrorism, name: "Terrorism", noProfit: true,
		same: []Code{{ICCS, "0906"}, fatfTerrorism, {SHERLOC, "terrorism"}},
	},
	{
		market: TerrorismFinancing, name: "Financing of terrorism", broader: []Market{Terrorism}, noProfit: true,
		same: []Code{{ICCS, "09062"}},
		near: []Code{fatfTerrorism, {SHERLOC, "terrorism"}},
	},
	{
		market: MaritimePiracy, name: "Maritime piracy",
		same: []Code{{ICCS, "11012"}, {FATF, "piracy"}, {SHERLOC, "piracy and maritime crime"}},
	},
	{
		market: GoodsSmuggling, name: "Smuggling of goods",
		same: []Code{{FATF, "smuggling"}},
		near: []Code{iccsRevenue, {GITOC, "illicit trade in excisable goods"}},
	},
	{
		market: DocumentFraud, name: "Document fraud",
		near: []Code{{ICCS, "0702"}, {FATF, "forgery"}},
	},
	{
		market: CurrencyCounterfeiting, name: "Counterfeiting of currency",
		same: []Code{{FATF, "counterfeiting currency"}},
		near: []Code{{ICCS, "0702"}, sherlocCounterfeiting},
	},
	{
		market: StolenGoods, name: "Trade in stolen goods",
		same: []Code{fatfStolen},
		near: []Code{{ICCS, "0704"}},
	},
	{
		market: PropertyCrime, name: "Organised property crime",
		same: []Code{{FATF, "robbery or theft"}},
		near: []Code{{ICCS, "0401"}, {ICCS, "0501"}, {ICCS, "0502"}},
	},
	{
		market: SexualExploitation, name: "Sexual exploitation",
		same: []Code{{ICCS, "0302"}, {FATF, "sexual exploitation, including sexual exploitation of children"}},
	},
	{
		market: OrganisedViolence, name: "Organised violence", noProfit: true,
		same: []Code{{FATF, "murder, grievous bodily injury"}},
		near: []Code{{ICCS, "0101"}},
	},
}
