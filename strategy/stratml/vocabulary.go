package stratml

import "github.com/ocs-framework/ocs/actor"

// The namespaces of the parts, and those from before the ISO standard.
const (
	namespace1    = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
	namespace2    = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
	oldNamespace1 = "http://www.stratml.net"
	oldNamespace2 = "http://www.stratml.net/PerformancePlanOrReport"
)

func (p Part) namespace() string {
	if p == Part1 {
		return namespace1
	}
	return namespace2
}

func (p Part) root() string {
	if p == Part1 {
		return "StrategicPlan"
	}
	return "PerformancePlanOrReport"
}

// The types below are the elements of Parts 1 and 2. The reader fills them, the
// writer writes them. The mapping takes from them what the model has fields
// for; what is left is stored under [Extension], so the JSON names are part of
// the format.
//
// Residue is what the standard has no place for, each entry by its first
// character: "<" an element, comment or instruction as it stood; "@" an
// attribute; "#" text between elements.

type plan struct {
	Namespace     string         `json:"namespace,omitzero"` // as found, unless it is that of the part
	Part          Part           `json:"part,omitzero"`
	Type          string         `json:"type,omitzero"`
	Name          string         `json:"name,omitzero"`
	Description   string         `json:"description,omitzero"`
	Other         string         `json:"other-information,omitzero"`
	Organizations []organization `json:"organizations,omitempty"`
	Vision        statement      `json:"vision,omitzero"`
	Mission       statement      `json:"mission,omitzero"`
	Values        []value        `json:"values,omitempty"`
	Goals         []goal         `json:"goals,omitempty"`
	Admin         administration `json:"administrative-information,omitzero"`
	Submitter     person         `json:"submitter,omitzero"`
	Unnumbered    bool           `json:"unnumbered,omitzero"` // no goal or objective has a sequence indicator
	Before        []string       `json:"before,omitempty"`    // comments and instructions before the root
	After         []string       `json:"after,omitempty"`
	Core          bool           `json:"-"` // there is a StrategicPlanCore
	Carried       []string       `json:"-"` // what ocs wrote into instructions
	Residue       []string       `json:"residue,omitempty"`
}

type organization struct {
	Name         string        `json:"name,omitzero"`
	Acronym      string        `json:"acronym,omitzero"`
	Identifier   string        `json:"identifier,omitzero"`
	SameAs       string        `json:"same-as,omitzero"`
	Description  string        `json:"description,omitzero"`
	Stakeholders []stakeholder `json:"stakeholders,omitempty"`
	Residue      []string      `json:"residue,omitempty"`
}

type statement struct {
	Description string   `json:"description,omitzero"`
	Identifier  string   `json:"identifier,omitzero"`
	Residue     []string `json:"residue,omitempty"`
}

func (s statement) IsZero() bool {
	return s.Description == "" && s.Identifier == "" && len(s.Residue) == 0
}

type value struct {
	Name        string   `json:"name,omitzero"`
	Description string   `json:"description,omitzero"`
	Residue     []string `json:"residue,omitempty"`
}

type goal struct {
	Pillar       string        `json:"pillar,omitzero"` // the pillar that the goal became
	Name         string        `json:"name,omitzero"`
	Description  string        `json:"description,omitzero"`
	Identifier   string        `json:"identifier,omitzero"`
	SameAs       string        `json:"same-as,omitzero"`
	Sequence     *string       `json:"sequence-indicator,omitempty"` // absent: as numbering gives it
	Stakeholders []stakeholder `json:"stakeholders,omitempty"`
	Other        string        `json:"other-information,omitzero"`
	Objectives   []objective   `json:"objectives,omitempty"`
	Residue      []string      `json:"residue,omitempty"`
	at           int
}

type objective struct {
	Name         string        `json:"name,omitzero"`
	Description  string        `json:"description,omitzero"`
	Untitled     bool          `json:"untitled,omitzero"` // the model's title is the description
	Identifier   string        `json:"identifier,omitzero"`
	SameAs       string        `json:"same-as,omitzero"`
	Sequence     *string       `json:"sequence-indicator,omitempty"` // absent: as numbering gives it
	Stakeholders []stakeholder `json:"stakeholders,omitempty"`
	Other        string        `json:"other-information,omitzero"`
	Indicators   []indicator   `json:"indicators,omitempty"`
	Residue      []string      `json:"residue,omitempty"`
	at           int
}

type stakeholder struct {
	Actor       actor.ID `json:"actor,omitzero"`        // the actor that the stakeholder became
	Type        string   `json:"type,omitzero"`         // Person, Organization, Generic_Group
	Name        string   `json:"name,omitzero"`         // in an extension only if it isn't spelt as the actor's
	Description *string  `json:"description,omitempty"` // absent: the actor's
	Roles       []role   `json:"roles,omitempty"`       //
	Residue     []string `json:"residue,omitempty"`     //
	at          int      // where it stands
}

type role struct {
	Name        string   `json:"name,omitzero"`
	Description string   `json:"description,omitzero"`
	Types       []string `json:"types,omitempty"` // Performer, Beneficiary
	Residue     []string `json:"residue,omitempty"`
}

type indicator struct {
	Stage         string         `json:"value-chain-stage,omitzero"`
	Type          *string        `json:"type,omitempty"` // absent: Quantitative, or as the model says
	Sequence      string         `json:"sequence-indicator,omitzero"`
	Dimension     string         `json:"measurement-dimension,omitzero"`
	Unit          string         `json:"unit-of-measurement,omitzero"`
	Identifier    string         `json:"identifier,omitzero"`
	SameAs        string         `json:"same-as,omitzero"`
	Relationships []relationship `json:"relationships,omitempty"`
	Instances     []instance     `json:"measurement-instances,omitempty"`
	Other         string         `json:"other-information,omitzero"`
	Residue       []string       `json:"residue,omitempty"`
	at            int
}

type relationship struct {
	Type        string   `json:"type,omitzero"`
	Identifier  string   `json:"identifier,omitzero"`
	Referents   []string `json:"referent-identifiers,omitempty"`
	Name        string   `json:"name,omitzero"`
	Description string   `json:"description,omitzero"`
	Residue     []string `json:"residue,omitempty"`
}

type instance struct {
	Targets []result `json:"target-results,omitempty"`
	Actuals []result `json:"actual-results,omitempty"`
	Residue []string `json:"residue,omitempty"`
}

// result is a target or an actual result. In an extension it holds what the
// model's target or reading lacks, and as a key the end and number as read.
type result struct {
	Baseline        bool     `json:"baseline,omitzero"` // the result is the indicator's baseline
	Start           string   `json:"start-date,omitzero"`
	End             string   `json:"end-date,omitzero"`
	Number          string   `json:"number-of-units,omitzero"`
	DescriptorName  string   `json:"descriptor-name,omitzero"`
	DescriptorValue string   `json:"descriptor-value,omitzero"`
	Described       bool     `json:"described,omitzero"` // the model's text is the descriptor's value
	Description     string   `json:"description,omitzero"`
	Residue         []string `json:"residue,omitempty"`
}

type administration struct {
	Identifier  string   `json:"identifier,omitzero"`
	Start       string   `json:"start-date,omitzero"`
	End         string   `json:"end-date,omitzero"`
	Publication string   `json:"publication-date,omitzero"`
	Source      string   `json:"source,omitzero"`
	Residue     []string `json:"residue,omitempty"`
}

func (a administration) IsZero() bool {
	return a.Identifier == "" && a.Start == "" && a.End == "" && a.Publication == "" && a.Source == "" && len(a.Residue) == 0
}

type person struct {
	Identifier string   `json:"identifier,omitzero"`
	GivenName  string   `json:"given-name,omitzero"`
	Surname    string   `json:"surname,omitzero"`
	Phone      string   `json:"phone-number,omitzero"`
	Email      string   `json:"email-address,omitzero"`
	Residue    []string `json:"residue,omitempty"`
}

func (p person) IsZero() bool {
	return p.Identifier == "" && p.GivenName == "" && p.Surname == "" && p.Phone == "" && p.Email == "" && len(p.Residue) == 0
}

// The terms that the standard's attributes and RoleType may have.
var (
	planTypes         = []string{"Strategic_Plan", "Performance_Plan", "Performance_Report"}
	stakeholderTypes  = []string{"Person", "Organization", "Generic_Group"}
	stages            = []string{"Outcome", "Output_Processing", "Output", "Input_Processing", "Input"}
	indicatorTypes    = []string{"Quantitative", "Qualitative"}
	relationshipTypes = []string{"Broader_Than", "Peer_To", "Narrower_Than"}
	roleTypes         = []string{"Performer", "Beneficiary"}
)
