package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// Schema is the version of the document format that this package models.
const Schema = "ocs/v1"

// Strategy is a national (or regional, or subnational) strategy against
// organised crime with its action plans and the record of their delivery.
//
// It is plain data: lists at one level, joined by identifiers that are unique
// in the whole document. Nothing in it is checked by being there; see
// [Validate]. Ask questions of it through an [Index].
type Strategy struct {
	// Schema is the version of the format, "ocs/v1": see [Schema]. Cardinality: one.
	Schema string `json:"schema,omitzero"`

	// ID is the strategy's identifier. Cardinality: one.
	ID ocs.ID `json:"id,omitzero"`

	// Version is the version of the text, as its makers count it. Cardinality: zero or one.
	Version string `json:"version,omitzero"`

	// Title is the strategy's title. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Notice is a statement that every output must carry, e.g. that the content is illustrative. Cardinality: zero or one.
	Notice string `json:"notice,omitzero"`

	// Jurisdiction is where the strategy applies. Cardinality: one.
	Jurisdiction Jurisdiction `json:"jurisdiction,omitzero"`

	// Level is the tier of government, or the group of States, that makes the strategy. Cardinality: zero or one; absent means national.
	Level ocs.Level `json:"level,omitzero"`

	// Languages are those in which the text is written, the first being the language of this document. Source: BCP 47. Cardinality: one to many.
	Languages []ocs.Language `json:"languages,omitempty"`

	// Stage is where the strategy stands in its life. It selects the severities by which it is checked. Cardinality: one.
	Stage ocs.Stage `json:"stage,omitzero"`

	// Period is the time that the strategy covers. Cardinality: one.
	Period ocs.Period `json:"period,omitzero"`

	// Vision is the state of affairs that the strategy works towards. Cardinality: one, or Mission.
	Vision string `json:"vision,omitzero"`

	// Mission is what the strategy is to do about it. Cardinality: zero or one.
	Mission string `json:"mission,omitzero"`

	// Principles guide the strategy. Cardinality: zero to many.
	Principles []Principle `json:"principles,omitempty"`

	// Framework is the set of pillars. Cardinality: zero or one; absent means UNODC's Prevent, Pursue, Protect, Promote.
	Framework pillar.Framework `json:"framework,omitzero"`

	// Labels are what this State calls the parts of a strategy. Cardinality: zero or one.
	Labels Labels `json:"labels,omitzero"`

	// Adoption is the act by which the strategy was adopted. Source: Chile's decree, Romania's decision. Cardinality: one once adopted.
	Adoption Adoption `json:"adoption,omitzero"`

	// Amendments are changes to the adopted text. Source: New Zealand's addenda. Cardinality: zero to many.
	Amendments []Amendment `json:"amendments,omitempty"`

	// Relations are to other strategies. Cardinality: zero to many.
	Relations []Relation `json:"relations,omitempty"`

	// Origins say which elements were taken from the strategy that this one implements, and what was changed in them; see
	// [Tailor]. Cardinality: zero to many; an element that isn't listed is the strategy's own.
	Origins []Origin `json:"origins,omitempty"`

	// Goals are higher goals that the strategy serves, e.g. SDG targets or those of a national plan. Cardinality: zero to many.
	Goals []Goal `json:"goals,omitempty"`

	// Treaties are international commitments and the State's status in each. Cardinality: zero to many.
	Treaties []TreatyStatus `json:"treaties,omitempty"`

	// Threats are what the strategy is against. Cardinality: one to many.
	Threats []threat.Threat `json:"threats,omitempty"`

	// Groups are criminal groups and other criminal actors. Cardinality: zero to many.
	Groups []threat.Group `json:"groups,omitempty"`

	// Actors are the offices and bodies that have a part in the strategy. Cardinality: one to many.
	Actors []actor.Actor `json:"actors,omitempty"`

	// Objectives are what the strategy sets out to achieve. Cardinality: one to many.
	Objectives []pillar.Objective `json:"objectives,omitempty"`

	// Plans are the action plans. Source: they are instruments of their own in Chile, New Zealand and Scotland. Cardinality: zero to many.
	Plans []Plan `json:"plans,omitempty"`

	// Risks are risks to delivery. Source: Serbia's action plan. Cardinality: zero to many.
	Risks []Risk `json:"risks,omitempty"`

	// Safeguards protect rights where commitments touch them. Source: UNTOC COP resolution 11/2. Cardinality: zero to many.
	Safeguards []Safeguard `json:"safeguards,omitempty"`

	// Consultations record who was heard in the making of the strategy. Cardinality: zero to many.
	Consultations []Consultation `json:"consultations,omitempty"`

	// Evaluations are planned or done. Source: EU EMPACT's evaluation of each cycle. Cardinality: zero to many.
	Evaluations []Evaluation `json:"evaluations,omitempty"`

	// Reporting are the duties to report on delivery. Source: Romania's yearly report. Cardinality: zero to many.
	Reporting []ReportingDuty `json:"reporting,omitempty"`

	// Reports say what happened, apart from the adopted text. Cardinality: zero to many.
	Reports []Report `json:"reports,omitempty"`

	// Sources are the bibliography. Cardinality: zero to many.
	Sources []ocs.Source `json:"sources,omitempty"`

	// Waivers excuse elements from rules. Cardinality: zero to many.
	Waivers []Waiver `json:"waivers,omitempty"`

	// Redactions say what a public copy lacks and why. Source: New Zealand's release. Cardinality: zero to many.
	Redactions []Redaction `json:"redactions,omitempty"`

	// Marking is the default for all parts. Clear, if stated, says that the whole document may be published, and no part may be
	// stricter; a working copy with stricter parts states none. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means clear.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Jurisdiction is where a strategy applies.
type Jurisdiction struct {
	// Name is the State, province or group of States. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Countries are the States covered. Source: ISO 3166-1. Cardinality: one to many.
	Countries []ocs.Country `json:"countries,omitempty"`

	// Areas are the parts covered, of a subnational strategy. Source: ISO 3166-2. Cardinality: zero to many; none means all.
	Areas []ocs.Area `json:"areas,omitempty"`
}

// IsZero reports whether nothing is said of the jurisdiction.
func (j Jurisdiction) IsZero() bool {
	return j.Name == "" && len(j.Countries) == 0 && len(j.Areas) == 0
}

// Principle is a value that guides the strategy.
type Principle struct {
	// Name is the principle. Cardinality: one.
	Name string `json:"name"`

	// Description says what follows from it. Cardinality: zero or one.
	Description string `json:"description,omitzero"`
}

// Labels are what a State calls the parts of its strategy, in the document's
// language and in the singular: "axis" for pillar, "measure" for commitment.
type Labels struct {
	// Pillar is the word for a pillar. Cardinality: zero or one.
	Pillar string `json:"pillar,omitzero"`

	// Objective is the word for an objective. Cardinality: zero or one.
	Objective string `json:"objective,omitzero"`

	// Plan is the word for an action plan. Cardinality: zero or one.
	Plan string `json:"plan,omitzero"`

	// Commitment is the word for a commitment. Cardinality: zero or one.
	Commitment string `json:"commitment,omitzero"`

	// Lead is the word for the lead of a commitment, e.g. "driver", "responsible institution". Cardinality: zero or one.
	Lead string `json:"lead,omitzero"`
}

// Adoption is the act by which a strategy or plan was adopted.
type Adoption struct {
	// Instrument is the legal act. Cardinality: one.
	Instrument ocs.Cite `json:"instrument,omitzero"`

	// Body is the actor that adopted. Cardinality: one.
	Body actor.ID `json:"body,omitzero"`

	// Date is the date of adoption. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// Published is where the adopted text was published. Source: Serbia's gazette. Cardinality: zero or one.
	Published ocs.Cite `json:"published,omitzero"`

	// InForce is when the text took effect. Cardinality: zero or one; absent means on adoption.
	InForce ocs.Date `json:"in-force,omitzero"`

	// Digest is the SHA-256 of the adopted text in canonical form, as "sha-256:" and hexadecimal digits; see [Strategy.Digest] for what
	// belongs to the text. Source: RFC 8785. Cardinality: zero or one.
	Digest string `json:"digest,omitzero"`
}

// Amendment is a change to an adopted text.
type Amendment struct {
	// ID is the amendment's identifier. Cardinality: zero or one.
	ID ocs.ID `json:"id,omitzero"`

	// Title says what was changed. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Date is the date of the change. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// Instrument is the act that made it. Cardinality: zero or one.
	Instrument ocs.Cite `json:"instrument,omitzero"`

	// Affects are the elements changed. Cardinality: zero to many.
	Affects []ocs.ID `json:"affects,omitempty"`
}

// Relation is to another strategy.
type Relation struct {
	// Kind says what the relation is, read from this strategy. Cardinality: one.
	Kind RelationKind `json:"kind,omitzero"`

	// Strategy is the other strategy's identifier, if it is held in this format. Cardinality: zero or one.
	Strategy ocs.ID `json:"strategy,omitzero"`

	// Title is the other strategy's title. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Date is since when the relation holds, e.g. the day on which one replaced the other. Cardinality: zero or one.
	Date ocs.Date `json:"date,omitzero"`

	// Cite is where the other strategy, or the relation, is to be found. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Origin says that an element was taken from the strategy that this one
// implements.
type Origin struct {
	// Element is the element, which has the same identifier there. Cardinality: one.
	Element ocs.ID `json:"element"`

	// Fields are those that differ from what was taken, each a name of the element's. Cardinality: zero to many; none means
	// that it was taken as it stood.
	Fields []string `json:"fields,omitempty"`
}

// Goal is a higher goal that the strategy serves.
type Goal struct {
	// ID is the goal's identifier in this document. Cardinality: one.
	ID ocs.ID `json:"id"`

	// Scheme says whose goal it is. Cardinality: one.
	Scheme GoalScheme `json:"scheme,omitzero"`

	// Code is the goal's code in its scheme, e.g. "16.4". Cardinality: zero or one.
	Code string `json:"code,omitzero"`

	// Title is the goal's title. Cardinality: zero or one.
	Title string `json:"title,omitzero"`

	// Cite is where the goal is set out. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// TreatyStatus is the State's status in a treaty.
type TreatyStatus struct {
	// Treaty is the treaty. Cardinality: one.
	Treaty ocs.Treaty `json:"treaty"`

	// Status is what the State has done. Cardinality: one.
	Status Accession `json:"status,omitzero"`

	// Date is when. Cardinality: zero or one.
	Date ocs.Date `json:"date,omitzero"`

	// Reservations are what the State has excepted. Cardinality: zero to many.
	Reservations []string `json:"reservations,omitempty"`

	// Note says what is uncertain about the status. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cite is the source, with a grade that says how well the status was checked. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}
