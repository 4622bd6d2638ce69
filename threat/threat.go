package threat

import "github.com/ocs-framework/ocs"

// ID names a threat. It is unique in its document.
type ID string

// Threat is one thing the strategy is against: a criminal conduct or market
// as it occurs in the jurisdiction, or a condition that enables such conduct.
//
// The Convention against Transnational Organized Crime (UNTOC) defines
// organised criminal groups and serious crimes but no list of organised
// crimes, so a threat is described by its markets, offences and groups and
// not by a legal category.
type Threat struct {
	// ID is the threat's identifier. Cardinality: one.
	ID ID `json:"id"`

	// Kind tells a crime from a condition that enables crimes.
	// Source: UNODC workshops discuss enablers beside threats. Cardinality: zero or one; absent means crime.
	Kind Kind `json:"kind,omitzero"`

	// Name is the threat's short name. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Description says how the threat shows in this jurisdiction. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Markets are the criminal markets the threat belongs to.
	// Source: [Markets] with its crosswalk to GI-TOC, ICCS, SHERLOC, FATF and UNTOC. Cardinality: zero to many.
	Markets []Market `json:"markets,omitempty"`

	// EnabledBy are the threats, usually enablers such as document fraud or corruption, that make this one possible.
	// Cardinality: zero to many.
	EnabledBy []ID `json:"enabled-by,omitempty"`

	// Priority marks a threat that the strategy has chosen to answer first.
	// Source: EU EMPACT priorities, drawn from Europol's SOCTA. Cardinality: one; absent means not a priority.
	Priority bool `json:"priority,omitzero"`

	// Scope is how far the threat reaches. Cardinality: zero or one.
	Scope Scope `json:"scope,omitzero"`

	// Roles are the parts the jurisdiction plays in the flow: origin, transit, destination. Cardinality: zero to many.
	Roles []FlowRole `json:"roles,omitempty"`

	// Limbs are the grounds on which the threat is transnational.
	// Source: UNTOC article 3, paragraph 2. Cardinality: one or more if Scope is transnational.
	Limbs []Limb `json:"limbs,omitempty"`

	// Victims are the groups of persons harmed. Cardinality: zero to many.
	Victims []Victim `json:"victims,omitempty"`

	// Methods are the ways in which the crime is committed. Cardinality: zero to many.
	Methods []Method `json:"methods,omitempty"`

	// Offences are the offences in national law under which the threat is prosecuted. Cardinality: zero to many.
	Offences []Offence `json:"offences,omitempty"`

	// Assessments are the judgements made of the threat, each by its own method and scale. Cardinality: zero to many.
	Assessments []Assessment `json:"assessments,omitempty"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this threat. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Method is a way in which a crime is committed (modus operandi).
type Method struct {
	// Name is the method's short name. Cardinality: one.
	Name string `json:"name"`

	// Description says how the method works, at a level fit for the element's marking. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Cites are the sources. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`
}

// Offence is an offence in national law.
type Offence struct {
	// Title names the offence. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Law is the provision that creates the offence. Cardinality: zero or one.
	Law ocs.Cite `json:"law,omitzero"`

	// MaxYears is the maximum deprivation of liberty, in years.
	// Source: UNTOC article 2(b) makes four years the threshold of a serious crime. Cardinality: zero or one.
	MaxYears ocs.Decimal `json:"max-years,omitzero"`

	// Life says that the maximum is imprisonment for life or a graver penalty; MaxYears is then absent. Cardinality: one.
	Life bool `json:"life,omitzero"`

	// Serious says that the strategy treats the offence as a serious crime.
	// Source: UNTOC article 2(b). Cardinality: one; absent means not claimed.
	Serious bool `json:"serious,omitzero"`

	// Articles are the treaty provisions that the offence implements. Cardinality: zero to many.
	Articles []ocs.Article `json:"articles,omitempty"`

	// Codes classify the offence in statistical or other schemes.
	// Source: for ICCS, a crime committed through a group is coded as that crime; 09051 is for participation itself.
	// Cardinality: zero to many.
	Codes []Code `json:"codes,omitempty"`
}

// Code is a category in a scheme of classification, as written there.
type Code struct {
	// Scheme names the classification. Cardinality: one.
	Scheme CodeScheme `json:"scheme"`

	// Code is the category's code or name in the scheme. Cardinality: one.
	Code string `json:"code"`
}
