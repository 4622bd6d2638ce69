package threat

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// Kind tells a crime from a condition that enables crimes.
type Kind string

// The kinds of threat.
const (
	Crime   Kind = "crime"
	Enabler Kind = "enabler" // a condition or conduct that makes crimes possible, e.g. document fraud, corruption
)

var kinds = []Kind{Crime, Enabler}

// Known reports whether k is in the vocabulary.
func (k Kind) Known() bool { return slices.Contains(kinds, k) }

// Terms lists the vocabulary.
func (Kind) Terms() []string { return ocs.Words(kinds) }

// Scope is how far a threat reaches.
type Scope string

// The scopes, from the narrowest.
const (
	Local         Scope = "local"
	National      Scope = "national"
	Regional      Scope = "regional"
	Transnational Scope = "transnational"
)

var scopes = []Scope{Local, National, Regional, Transnational}

// Known reports whether s is in the vocabulary.
func (s Scope) Known() bool { return slices.Contains(scopes, s) }

// Terms lists the vocabulary.
func (Scope) Terms() []string { return ocs.Words(scopes) }

// FlowRole is the part a jurisdiction plays in an illicit flow.
type FlowRole string

// The roles in a flow.
const (
	Origin      FlowRole = "origin"
	Transit     FlowRole = "transit"
	Destination FlowRole = "destination"
)

var flowRoles = []FlowRole{Origin, Transit, Destination}

// Known reports whether r is in the vocabulary.
func (r FlowRole) Known() bool { return slices.Contains(flowRoles, r) }

// Terms lists the vocabulary.
func (FlowRole) Terms() []string { return ocs.Words(flowRoles) }

// Limb is a ground on which an offence is transnational.
//
// Source: UNTOC article 3, paragraph 2, (a) to (d), recalled.
type Limb string

// The four limbs of article 3, paragraph 2.
const (
	SeveralStates  Limb = "several-states"  // (a) committed in more than one State
	DirectedAbroad Limb = "directed-abroad" // (b) a substantial part of preparation, planning, direction or control in another State
	GroupAbroad    Limb = "group-abroad"    // (c) involves a group active in more than one State
	EffectsAbroad  Limb = "effects-abroad"  // (d) substantial effects in another State
)

var limbs = []Limb{SeveralStates, DirectedAbroad, GroupAbroad, EffectsAbroad}

// Known reports whether l is in the vocabulary.
func (l Limb) Known() bool { return slices.Contains(limbs, l) }

// Terms lists the vocabulary.
func (Limb) Terms() []string { return ocs.Words(limbs) }

// Victim is a group of persons, or a good, that a threat harms. The
// vocabulary is ours.
type Victim string

// The groups harmed.
const (
	Children           Victim = "children"
	Women              Victim = "women"
	Men                Victim = "men"
	Migrants           Victim = "migrants"
	Refugees           Victim = "refugees"
	Workers            Victim = "workers"
	Consumers          Victim = "consumers"
	Businesses         Victim = "businesses"
	Communities        Victim = "communities"
	DrugUsers          Victim = "people-who-use-drugs"
	Minorities         Victim = "minorities"
	OlderPersons       Victim = "older-persons"
	InternetUsers      Victim = "internet-users"
	PublicInstitutions Victim = "public-institutions"
	Environment        Victim = "environment"
)

var victims = []Victim{Children, Women, Men, Migrants, Refugees, Workers, Consumers, Businesses, Communities, DrugUsers,
	Minorities, OlderPersons, InternetUsers, PublicInstitutions, Environment}

// Known reports whether v is in the vocabulary.
func (v Victim) Known() bool { return slices.Contains(victims, v) }

// Terms lists the vocabulary.
func (Victim) Terms() []string { return ocs.Words(victims) }

// Persons reports whether v is a group of identifiable persons, whom UNTOC
// articles 24 and 25 oblige a State to assist and protect, rather than
// business, institutions or the environment.
func (v Victim) Persons() bool {
	switch v {
	case Businesses, PublicInstitutions, Environment, "":
		return false
	}
	return true
}

// CodeScheme names a scheme of classification.
type CodeScheme string

// The schemes of the crosswalk.
const (
	ICCS    CodeScheme = "iccs"    // UNODC International Classification of Crime for Statistical Purposes 1.0
	FATF    CodeScheme = "fatf"    // FATF designated categories of offences
	SHERLOC CodeScheme = "sherloc" // UNODC SHERLOC crime types
	GITOC   CodeScheme = "gi-toc"  // GI-TOC criminal markets
)

var codeSchemes = []CodeScheme{ICCS, FATF, SHERLOC, GITOC}

// Known reports whether s is in the vocabulary.
func (s CodeScheme) Known() bool { return slices.Contains(codeSchemes, s) }

// Terms lists the vocabulary.
func (CodeScheme) Terms() []string { return ocs.Words(codeSchemes) }

// GroupType is a kind of criminal actor.
//
// Source: GI-TOC Global Organized Crime Index 2023, five criminal actor types.
type GroupType string

// The five criminal actor types.
const (
	MafiaStyle    GroupType = "mafia-style"
	Network       GroupType = "network"
	StateEmbedded GroupType = "state-embedded"
	Foreign       GroupType = "foreign"
	PrivateSector GroupType = "private-sector"
)

var groupTypes = []GroupType{MafiaStyle, Network, StateEmbedded, Foreign, PrivateSector}

// Known reports whether t is in the vocabulary.
func (t GroupType) Known() bool { return slices.Contains(groupTypes, t) }

// Terms lists the vocabulary.
func (GroupType) Terms() []string { return ocs.Words(groupTypes) }

// Answer states whether an element of a legal definition is met.
type Answer string

// The answers.
const (
	Met     Answer = "met"
	NotMet  Answer = "not-met"
	Unknown Answer = "unknown"
)

var answers = []Answer{Met, NotMet, Unknown}

// Known reports whether a is in the vocabulary.
func (a Answer) Known() bool { return slices.Contains(answers, a) }

// Terms lists the vocabulary.
func (Answer) Terms() []string { return ocs.Words(answers) }

// TieKind is a relation between groups, read from the group that states it.
type TieKind string

// The relations between groups.
const (
	PartOf         TieKind = "part-of"
	CooperatesWith TieKind = "cooperates-with"
	Supplies       TieKind = "supplies"
	RivalOf        TieKind = "rival-of"
	SplitFrom      TieKind = "split-from"
	Protects       TieKind = "protects"
	Finances       TieKind = "finances"
)

var tieKinds = []TieKind{PartOf, CooperatesWith, Supplies, RivalOf, SplitFrom, Protects, Finances}

// Known reports whether k is in the vocabulary.
func (k TieKind) Known() bool { return slices.Contains(tieKinds, k) }

// Terms lists the vocabulary.
func (TieKind) Terms() []string { return ocs.Words(tieKinds) }

// Worse says which end of a scale is worse.
type Worse string

// The ends of a scale.
const (
	HighIsWorse Worse = "high"
	LowIsWorse  Worse = "low"
)

var worses = []Worse{HighIsWorse, LowIsWorse}

// Known reports whether w is in the vocabulary.
func (w Worse) Known() bool { return slices.Contains(worses, w) }

// Terms lists the vocabulary.
func (Worse) Terms() []string { return ocs.Words(worses) }

// Trend is the direction in which a threat changes.
type Trend string

// The trends.
const (
	Rising       Trend = "rising"
	Stable       Trend = "stable"
	Falling      Trend = "falling"
	TrendUnknown Trend = "unknown"
)

var trends = []Trend{Rising, Stable, Falling, TrendUnknown}

// Known reports whether t is in the vocabulary.
func (t Trend) Known() bool { return slices.Contains(trends, t) }

// Terms lists the vocabulary.
func (Trend) Terms() []string { return ocs.Words(trends) }

// ConfidenceScheme names a system of grading confidence.
type ConfidenceScheme string

// The grading systems.
const (
	Admiralty     ConfidenceScheme = "admiralty"       // A–F reliability of the source, 1–6 credibility of the information
	PHIA          ConfidenceScheme = "phia"            // UK Professional Head of Intelligence Assessment probability yardstick
	ICD203        ConfidenceScheme = "icd-203"         // US Intelligence Community Directive 203, words of estimative probability
	LowMediumHigh ConfidenceScheme = "low-medium-high" // three words, and none
	Percent       ConfidenceScheme = "percent"         // 0–100, the scale of STIX 2.1
	ZeroToTen     ConfidenceScheme = "0-10"            // whole numbers, as STIX 2.1 has them in appendix A
	WEP           ConfidenceScheme = "wep"             // words of estimative probability, as STIX 2.1 has them in appendix A
	Grid3x5x2     ConfidenceScheme = "3x5x2"           // UK police intelligence report grading
	Europol4x4    ConfidenceScheme = "europol-4x4"     // source A, B, C, X; information 1–4
)

var confidenceSchemes = []ConfidenceScheme{Admiralty, PHIA, ICD203, LowMediumHigh, Percent, ZeroToTen, WEP, Grid3x5x2, Europol4x4}

// Known reports whether s is in the vocabulary.
func (s ConfidenceScheme) Known() bool { return slices.Contains(confidenceSchemes, s) }

// Terms lists the vocabulary.
func (ConfidenceScheme) Terms() []string { return ocs.Words(confidenceSchemes) }
