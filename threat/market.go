package threat

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// Market is a criminal market or other conduct of organised crime.
//
// The Convention lists no organised crimes, so the vocabulary is ours. It
// begins with the fifteen markets of the GI-TOC Global Organized Crime Index
// and adds what SHERLOC, FATF and the Convention have beyond them.
// [Market.Info] gives the crosswalk. Trafficking in persons and smuggling of
// migrants are two markets: a trafficked person is the victim of a crime
// against the person, while smuggling is the procurement of illegal entry.
type Market string

// The fifteen markets of the GI-TOC index, in its order.
const (
	TraffickingInPersons     Market = "trafficking-in-persons"
	SmugglingOfMigrants      Market = "smuggling-of-migrants"
	Extortion                Market = "extortion" // extortion and protection racketeering
	FirearmsTrafficking      Market = "firearms-trafficking"
	CounterfeitGoods         Market = "counterfeit-goods"
	ExcisableGoods           Market = "excisable-goods" // untaxed or illicit tobacco, alcohol, fuel
	FloraCrime               Market = "flora-crime"     // illegal logging, trade in protected plants
	FaunaCrime               Market = "fauna-crime"     // poaching, trade in protected animals
	NonRenewableResources    Market = "non-renewable-resources"
	HeroinTrafficking        Market = "heroin-trafficking"
	CocaineTrafficking       Market = "cocaine-trafficking"
	CannabisTrafficking      Market = "cannabis-trafficking"
	SyntheticDrugTrafficking Market = "synthetic-drug-trafficking"
	CyberDependentCrime      Market = "cyber-dependent-crime" // attacks on computer systems themselves
	FinancialCrime           Market = "financial-crime"
)

// The markets and conduct beyond the index.
const (
	DrugTrafficking            Market = "drug-trafficking" // drugs of any kind
	EnvironmentalCrime         Market = "environmental-crime"
	WasteTrafficking           Market = "waste-trafficking"
	FisheriesCrime             Market = "fisheries-crime"
	Cybercrime                 Market = "cybercrime" // cyber-dependent and cyber-enabled
	Fraud                      Market = "fraud"
	CyberEnabledFraud          Market = "cyber-enabled-fraud"
	TaxCrime                   Market = "tax-crime"
	MarketAbuse                Market = "market-abuse" // insider trading, market manipulation
	MoneyLaundering            Market = "money-laundering"
	Corruption                 Market = "corruption"
	ObstructionOfJustice       Market = "obstruction-of-justice"
	CriminalGroupParticipation Market = "criminal-group-participation"
	Kidnapping                 Market = "kidnapping"
	CulturalProperty           Market = "cultural-property-trafficking"
	FalsifiedMedicalProducts   Market = "falsified-medical-products"
	Terrorism                  Market = "terrorism"
	TerrorismFinancing         Market = "terrorism-financing"
	MaritimePiracy             Market = "maritime-piracy"
	GoodsSmuggling             Market = "goods-smuggling" // evasion of customs duties and controls
	DocumentFraud              Market = "document-fraud"
	CurrencyCounterfeiting     Market = "currency-counterfeiting"
	StolenGoods                Market = "stolen-goods"             // trade in stolen vehicles and other goods
	PropertyCrime              Market = "organised-property-crime" // theft, burglary and robbery by organised groups
	SexualExploitation         Market = "sexual-exploitation"      // including of children, online too
	OrganisedViolence          Market = "organised-violence"       // killing and wounding by organised groups
)

// Known reports whether m is in the vocabulary.
func (m Market) Known() bool { return marketRowOf(m) != nil }

// Terms lists the vocabulary.
func (Market) Terms() []string {
	terms := make([]string, len(marketRows))
	for i := range marketRows {
		terms[i] = string(marketRows[i].market)
	}
	return terms
}

// Covers reports whether what is said of m holds for n too: n is m or a part
// of it, as heroin trafficking is of drug trafficking. A mandate for a market
// is a mandate for the markets that it covers.
func (m Market) Covers(n Market) bool {
	if m == n {
		return true
	}
	row := marketRowOf(n)
	return row != nil && slices.ContainsFunc(row.broader, m.Covers)
}

// ProfitDriven reports whether the market is run for proceeds that can be
// traced and confiscated (UNTOC articles 12 to 14). It is false for conduct
// that serves other crimes, such as obstruction of justice, for terrorism and
// for unknown markets. The judgement is ours.
func (m Market) ProfitDriven() bool {
	row := marketRowOf(m)
	return row != nil && !row.noProfit
}

// Protocol returns the protocol to UNTOC that deals with the market, or "".
func (m Market) Protocol() ocs.Treaty {
	switch m {
	case TraffickingInPersons:
		return ocs.TIPProtocol
	case SmugglingOfMigrants:
		return ocs.SOMProtocol
	case FirearmsTrafficking:
		return ocs.FirearmsProtocol
	}
	return ""
}

// MarketInfo is what is known of a market: its name and its place in other
// vocabularies.
type MarketInfo struct {
	Market Market

	// Name is the market's English name.
	Name string

	// Broader are the markets that this one is directly a part of. The judgement is ours.
	Broader []Market

	// Articles are the treaty articles that oblige States to make the conduct an offence. Most markets have none of
	// their own: the Convention reaches them as serious crimes. The articles are treaty law, recalled.
	Articles []ocs.Article

	// Cells are the market's counterparts in other schemes, by scheme, each with its grade.
	Cells []Cell
}

// Cell is a market's counterpart in another scheme.
type Cell struct {
	Category Category

	// Grade is how well the correspondence was checked. Where the category names the same conduct it is the category's
	// own grade; where the category is wider, narrower or merely near it is inferred, by us.
	Grade ocs.Grade
}

// In returns the market's counterparts in a scheme: none, one or several.
func (i MarketInfo) In(s CodeScheme) []Cell {
	var cells []Cell
	for _, c := range i.Cells {
		if c.Category.Scheme == s {
			cells = append(cells, c)
		}
	}
	return cells
}

// Markets returns the whole vocabulary with its crosswalk, in the order of
// [Market.Terms]. The caller may change what it gets.
func Markets() []MarketInfo {
	infos := make([]MarketInfo, len(marketRows))
	for i := range marketRows {
		infos[i] = marketRows[i].info()
	}
	return infos
}

// Info returns what is known of the market, and false if the market is not in
// the vocabulary.
func (m Market) Info() (MarketInfo, bool) {
	row := marketRowOf(m)
	if row == nil {
		return MarketInfo{}, false
	}
	return row.info(), true
}

func marketRowOf(m Market) *marketRow {
	for i := range marketRows {
		if marketRows[i].market == m {
			return &marketRows[i]
		}
	}
	return nil
}

func (r *marketRow) info() MarketInfo {
	info := MarketInfo{
		Market:   r.market,
		Name:     r.name,
		Broader:  slices.Clone(r.broader),
		Articles: slices.Clone(r.articles),
	}
	for _, scheme := range codeSchemes {
		for _, c := range r.same {
			if cat, ok := c.Category(); ok && c.Scheme == scheme {
				info.Cells = append(info.Cells, Cell{Category: cat, Grade: cat.Grade})
			}
		}
		for _, c := range r.near {
			if cat, ok := c.Category(); ok && c.Scheme == scheme {
				info.Cells = append(info.Cells, Cell{Category: cat, Grade: ocs.GradeInferred})
			}
		}
	}
	return info
}
