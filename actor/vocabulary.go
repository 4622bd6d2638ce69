package actor

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// Kind is what sort of body an actor is. The vocabulary is ours; the split of
// non-governmental actors into civil society, academia and private sector is
// that of UNODC's UNTOC stakeholder toolkit.
type Kind string

// The kinds of actor.
const (
	Executive                 Kind = "executive"   // head of State or government, cabinet
	Legislature               Kind = "legislature" // parliament and its committees
	Ministry                  Kind = "ministry"
	LawEnforcement            Kind = "law-enforcement"
	Intelligence              Kind = "intelligence"
	Military                  Kind = "military"
	Prosecution               Kind = "prosecution"
	Judiciary                 Kind = "judiciary"
	FinancialIntelligence     Kind = "financial-intelligence" // financial intelligence unit
	Regulator                 Kind = "regulator"              // central bank, securities commission, telecoms authority
	CustomsBorder             Kind = "customs-border"
	Corrections               Kind = "corrections" // prisons, probation
	SocialServices            Kind = "social-services"
	HumanRightsInstitution    Kind = "human-rights-institution"
	Audit                     Kind = "audit"       // supreme audit institution, inspectorate
	Subnational               Kind = "subnational" // provincial, regional or local government
	InternationalOrganisation Kind = "international-organisation"
	ForeignGovernment         Kind = "foreign-government"
	CivilSociety              Kind = "civil-society"
	Academia                  Kind = "academia"
	PrivateSector             Kind = "private-sector"
	Media                     Kind = "media"
	Community                 Kind = "community"
	CoordinationBody          Kind = "coordination-body" // committee, council, task force, authority that coordinates others
)

var kinds = []Kind{Executive, Legislature, Ministry, LawEnforcement, Intelligence, Military, Prosecution, Judiciary,
	FinancialIntelligence, Regulator, CustomsBorder, Corrections, SocialServices, HumanRightsInstitution, Audit,
	Subnational, InternationalOrganisation, ForeignGovernment, CivilSociety, Academia, PrivateSector, Media, Community,
	CoordinationBody}

// Known reports whether k is in the vocabulary.
func (k Kind) Known() bool { return slices.Contains(kinds, k) }

// Terms lists the vocabulary.
func (Kind) Terms() []string { return ocs.Words(kinds) }

// State reports whether actors of this kind are organs of the State whose
// strategy it is.
func (k Kind) State() bool {
	switch k {
	case InternationalOrganisation, ForeignGovernment, CivilSociety, Academia, PrivateSector, Media, Community:
		return false
	}
	return k.Known()
}

// SuccessionKind says how tasks passed from one actor to another.
type SuccessionKind string

// The ways in which tasks pass.
const (
	Renamed     SuccessionKind = "renamed"
	Merged      SuccessionKind = "merged"
	Split       SuccessionKind = "split"
	Transferred SuccessionKind = "transferred" // some tasks passed; the earlier actor goes on
	Absorbed    SuccessionKind = "absorbed"
)

var successionKinds = []SuccessionKind{Renamed, Merged, Split, Transferred, Absorbed}

// Known reports whether k is in the vocabulary.
func (k SuccessionKind) Known() bool { return slices.Contains(successionKinds, k) }

// Terms lists the vocabulary.
func (SuccessionKind) Terms() []string { return ocs.Words(successionKinds) }

// Power is something an actor may do under its mandate, or that a commitment
// uses. The vocabulary is ours; special investigative techniques are those of
// UNTOC article 20.
type Power string

// The powers.
const (
	Policy                Power = "policy"       // makes policy and drafts law
	Coordination          Power = "coordination" // convenes and steers other actors
	Prevention            Power = "prevention"
	Investigation         Power = "investigation"
	Arrest                Power = "arrest"
	Detention             Power = "detention"
	SearchSeizure         Power = "search-seizure"
	Surveillance          Power = "surveillance"       // electronic or other surveillance, UNTOC article 20
	SpecialTechniques     Power = "special-techniques" // controlled delivery, undercover operations, UNTOC article 20
	DataSharing           Power = "data-sharing"
	IntelligenceAnalysis  Power = "intelligence-analysis"
	FinancialAnalysis     Power = "financial-analysis" // receives and analyses suspicious transaction reports
	AssetFreezing         Power = "asset-freezing"
	Confiscation          Power = "confiscation" // UNTOC article 12
	Prosecuting           Power = "prosecution"
	Adjudication          Power = "adjudication"
	BorderControl         Power = "border-control"
	Regulation            Power = "regulation"              // licenses, inspects, sanctions administratively
	MutualLegalAssistance Power = "mutual-legal-assistance" // UNTOC article 18
	Extradition           Power = "extradition"             // UNTOC article 16
	VictimAssistance      Power = "victim-assistance"       // UNTOC article 25
	WitnessProtection     Power = "witness-protection"      // UNTOC article 24
	Training              Power = "training"                // UNTOC article 29
	TechnicalAssistance   Power = "technical-assistance"    // UNTOC article 30
	FundingPower          Power = "funding"
	Monitoring            Power = "monitoring" // follows delivery, collects data
	Oversight             Power = "oversight"  // examines others' conduct
)

var powers = []Power{Policy, Coordination, Prevention, Investigation, Arrest, Detention, SearchSeizure, Surveillance,
	SpecialTechniques, DataSharing, IntelligenceAnalysis, FinancialAnalysis, AssetFreezing, Confiscation, Prosecuting,
	Adjudication, BorderControl, Regulation, MutualLegalAssistance, Extradition, VictimAssistance, WitnessProtection,
	Training, TechnicalAssistance, FundingPower, Monitoring, Oversight}

// Known reports whether p is in the vocabulary.
func (p Power) Known() bool { return slices.Contains(powers, p) }

// Terms lists the vocabulary.
func (Power) Terms() []string { return ocs.Words(powers) }

// Coercive reports whether the power limits rights, so that only an organ of
// the State may use it and a law must give it.
func (p Power) Coercive() bool {
	switch p {
	case Arrest, Detention, SearchSeizure, Surveillance, SpecialTechniques, AssetFreezing, Confiscation, Prosecuting,
		Adjudication, BorderControl, Extradition:
		return true
	}
	return false
}

// Intrusive reports whether the power must be accompanied by a human-rights
// safeguard: special techniques, surveillance, data sharing, freezing,
// detention.
func (p Power) Intrusive() bool {
	switch p {
	case SpecialTechniques, Surveillance, DataSharing, AssetFreezing, Detention:
		return true
	}
	return false
}

// Role is the part an actor other than the lead has in a commitment. The lead
// has a field of its own, since at most one actor should be accountable.
type Role string

// The roles.
const (
	CoLead       Role = "co-lead"
	Implementing Role = "implementing"
	Supporting   Role = "supporting"
	Consulted    Role = "consulted"
	Overseeing   Role = "oversight"
	Donor        Role = "donor"
	Beneficiary  Role = "beneficiary"
)

var roles = []Role{CoLead, Implementing, Supporting, Consulted, Overseeing, Donor, Beneficiary}

// Known reports whether r is in the vocabulary.
func (r Role) Known() bool { return slices.Contains(roles, r) }

// Terms lists the vocabulary.
func (Role) Terms() []string { return ocs.Words(roles) }
