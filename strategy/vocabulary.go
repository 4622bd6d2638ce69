package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// RelationKind is a relation to another strategy, read from this one.
type RelationKind string

// The relations between strategies.
const (
	Supersedes    RelationKind = "supersedes"
	SupersededBy  RelationKind = "superseded-by"
	Implements    RelationKind = "implements" // puts a higher strategy into effect
	ImplementedBy RelationKind = "implemented-by"
	Related       RelationKind = "related"
)

var relationKinds = []RelationKind{Supersedes, SupersededBy, Implements, ImplementedBy, Related}

// Known reports whether r is in the vocabulary.
func (r RelationKind) Known() bool { return slices.Contains(relationKinds, r) }

// Terms lists the vocabulary.
func (RelationKind) Terms() []string { return ocs.Words(relationKinds) }

// GoalScheme says whose a goal is.
type GoalScheme string

// The schemes of goals.
const (
	SDG             GoalScheme = "sdg" // Sustainable Development Goals, target code such as 16.4
	NationalPlan    GoalScheme = "national-plan"
	RegionalPlan    GoalScheme = "regional-plan"
	NationalOutcome GoalScheme = "national-outcome" // e.g. Scotland's national outcomes
	OtherGoal       GoalScheme = "other"
)

var goalSchemes = []GoalScheme{SDG, NationalPlan, RegionalPlan, NationalOutcome, OtherGoal}

// Known reports whether g is in the vocabulary.
func (g GoalScheme) Known() bool { return slices.Contains(goalSchemes, g) }

// Terms lists the vocabulary.
func (GoalScheme) Terms() []string { return ocs.Words(goalSchemes) }

// Accession is what a State has done about a treaty.
type Accession string

// The statuses in a treaty.
const (
	NoAction      Accession = "none"
	Signed        Accession = "signed"
	Ratified      Accession = "ratified"
	Acceded       Accession = "acceded"
	Denounced     Accession = "denounced"
	StatusUnknown Accession = "unknown" // not checked
)

var accessions = []Accession{NoAction, Signed, Ratified, Acceded, Denounced, StatusUnknown}

// Known reports whether a is in the vocabulary.
func (a Accession) Known() bool { return slices.Contains(accessions, a) }

// Terms lists the vocabulary.
func (Accession) Terms() []string { return ocs.Words(accessions) }

// EndingKind says how a plan or commitment ended.
type EndingKind string

// The endings.
const (
	Completed EndingKind = "completed"
	Replaced  EndingKind = "replaced" // by a later plan or commitment
	Repealed  EndingKind = "repealed"
	Expired   EndingKind = "expired"
	Cancelled EndingKind = "cancelled"
	Moved     EndingKind = "moved"  // to another instrument
	Merged    EndingKind = "merged" // with another plan or commitment
)

var endingKinds = []EndingKind{Completed, Replaced, Repealed, Expired, Cancelled, Moved, Merged}

// Known reports whether e is in the vocabulary.
func (e EndingKind) Known() bool { return slices.Contains(endingKinds, e) }

// Terms lists the vocabulary.
func (EndingKind) Terms() []string { return ocs.Words(endingKinds) }

// Rating is a step on a five-step scale of likelihood or impact.
type Rating string

// The ratings, from the lowest.
const (
	VeryLow  Rating = "very-low"
	Low      Rating = "low"
	Medium   Rating = "medium"
	High     Rating = "high"
	VeryHigh Rating = "very-high"
)

var ratings = []Rating{VeryLow, Low, Medium, High, VeryHigh}

// Known reports whether r is in the vocabulary.
func (r Rating) Known() bool { return slices.Contains(ratings, r) }

// Terms lists the vocabulary.
func (Rating) Terms() []string { return ocs.Words(ratings) }

// SafeguardKind is the right or principle that a safeguard protects.
type SafeguardKind string

// The kinds of safeguard.
const (
	HumanRights        SafeguardKind = "human-rights"
	Gender             SafeguardKind = "gender"
	DataProtection     SafeguardKind = "data-protection"
	DueProcess         SafeguardKind = "due-process"
	OversightSafeguard SafeguardKind = "oversight"
	ChildProtection    SafeguardKind = "child-protection"
	NonPunishment      SafeguardKind = "non-punishment" // of victims for acts they were compelled to commit
	VictimAssistance   SafeguardKind = "victim-assistance"
)

var safeguardKinds = []SafeguardKind{HumanRights, Gender, DataProtection, DueProcess, OversightSafeguard, ChildProtection, NonPunishment, VictimAssistance}

// Known reports whether s is in the vocabulary.
func (s SafeguardKind) Known() bool { return slices.Contains(safeguardKinds, s) }

// Terms lists the vocabulary.
func (SafeguardKind) Terms() []string { return ocs.Words(safeguardKinds) }

// ConsultationStatus says whether a consultation took place.
type ConsultationStatus string

// The statuses of a consultation.
const (
	PlannedConsultation   ConsultationStatus = "planned"
	Held                  ConsultationStatus = "held"
	CancelledConsultation ConsultationStatus = "cancelled"
)

var consultationStatuses = []ConsultationStatus{PlannedConsultation, Held, CancelledConsultation}

// Known reports whether c is in the vocabulary.
func (c ConsultationStatus) Known() bool { return slices.Contains(consultationStatuses, c) }

// Terms lists the vocabulary.
func (ConsultationStatus) Terms() []string { return ocs.Words(consultationStatuses) }

// EvaluationKind is a sort of evaluation.
type EvaluationKind string

// The sorts of evaluation.
const (
	BaselineStudy     EvaluationKind = "baseline"
	MidTerm           EvaluationKind = "mid-term"
	FinalEvaluation   EvaluationKind = "final"
	HumanRightsImpact EvaluationKind = "human-rights-impact"
	GenderAnalysis    EvaluationKind = "gender"
)

var evaluationKinds = []EvaluationKind{BaselineStudy, MidTerm, FinalEvaluation, HumanRightsImpact, GenderAnalysis}

// Known reports whether e is in the vocabulary.
func (e EvaluationKind) Known() bool { return slices.Contains(evaluationKinds, e) }

// Terms lists the vocabulary.
func (EvaluationKind) Terms() []string { return ocs.Words(evaluationKinds) }
