package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// CostClass is a sort of cost. Source: Nigeria's capital and institutional lines; the list is ours.
type CostClass string

// The sorts of cost.
const (
	Capital       CostClass = "capital"
	Recurrent     CostClass = "recurrent"
	Personnel     CostClass = "personnel"
	Institutional CostClass = "institutional"
	TrainingCost  CostClass = "training"
	Services      CostClass = "services"
	OtherCost     CostClass = "other"
)

var costClasses = []CostClass{Capital, Recurrent, Personnel, Institutional, TrainingCost, Services, OtherCost}

// Known reports whether c is in the vocabulary.
func (c CostClass) Known() bool { return slices.Contains(costClasses, c) }

// Terms lists the vocabulary.
func (CostClass) Terms() []string { return ocs.Words(costClasses) }

// CommitmentKind is what sort of thing is to be done.
type CommitmentKind string

// The kinds of commitment.
const (
	Measure          CommitmentKind = "measure" // a group of activities
	Activity         CommitmentKind = "activity"
	Task             CommitmentKind = "task"
	Project          CommitmentKind = "project" // with an end of its own
	Programme        CommitmentKind = "programme"
	Legislation      CommitmentKind = "legislation"
	PolicyWork       CommitmentKind = "policy"
	CapacityBuilding CommitmentKind = "capacity-building"
	Operation        CommitmentKind = "operation" // law-enforcement operation
	Agreement        CommitmentKind = "agreement" // between States or bodies
	Research         CommitmentKind = "research"
	Pilot            CommitmentKind = "pilot"
)

var commitmentKinds = []CommitmentKind{Measure, Activity, Task, Project, Programme, Legislation, PolicyWork, CapacityBuilding, Operation, Agreement, Research, Pilot}

// Known reports whether c is in the vocabulary.
func (c CommitmentKind) Known() bool { return slices.Contains(commitmentKinds, c) }

// Terms lists the vocabulary.
func (CommitmentKind) Terms() []string { return ocs.Words(commitmentKinds) }

// PartnerStatus says whether a partner has agreed to its part.
type PartnerStatus string

// The statuses of a partner.
const (
	Proposed PartnerStatus = "proposed"
	Agreed   PartnerStatus = "agreed"
	Declined PartnerStatus = "declined"
)

var partnerStatuses = []PartnerStatus{Proposed, Agreed, Declined}

// Known reports whether p is in the vocabulary.
func (p PartnerStatus) Known() bool { return slices.Contains(partnerStatuses, p) }

// Terms lists the vocabulary.
func (PartnerStatus) Terms() []string { return ocs.Words(partnerStatuses) }

// FundingSource is a kind of source of money or means.
type FundingSource string

// The sources of funding.
const (
	StateBudget      FundingSource = "state-budget"
	ProvincialBudget FundingSource = "provincial-budget" // budget of a province, region or municipality
	DonorFunds       FundingSource = "donor"             // a grant under an agreement
	Donation         FundingSource = "donation"
	Loan             FundingSource = "loan"
	RecoveredAssets  FundingSource = "recovered-assets" // confiscated proceeds, UNTOC article 14
	PrivateFunds     FundingSource = "private"
	InKind           FundingSource = "in-kind" // staff time, premises, goods
	UnknownSource    FundingSource = "unknown"
)

var fundingSources = []FundingSource{StateBudget, ProvincialBudget, DonorFunds, Donation, Loan, RecoveredAssets, PrivateFunds, InKind, UnknownSource}

// Known reports whether f is in the vocabulary.
func (f FundingSource) Known() bool { return slices.Contains(fundingSources, f) }

// Terms lists the vocabulary.
func (FundingSource) Terms() []string { return ocs.Words(fundingSources) }

// FundingStatus is how sure money is.
type FundingStatus string

// The statuses of funding, from the least sure.
const (
	Requested FundingStatus = "requested"
	Pledged   FundingStatus = "pledged"
	Committed FundingStatus = "committed"
	Disbursed FundingStatus = "disbursed"
)

var fundingStatuses = []FundingStatus{Requested, Pledged, Committed, Disbursed}

// Known reports whether f is in the vocabulary.
func (f FundingStatus) Known() bool { return slices.Contains(fundingStatuses, f) }

// Terms lists the vocabulary.
func (FundingStatus) Terms() []string { return ocs.Words(fundingStatuses) }

// ReportKind is a sort of report.
type ReportKind string

// The sorts of report.
const (
	Progress          ReportKind = "progress"
	QuarterlyReport   ReportKind = "quarterly"
	AnnualReport      ReportKind = "annual"
	FinalReport       ReportKind = "final"
	DonorReport       ReportKind = "donor"
	StatisticalReport ReportKind = "statistical"
)

var reportKinds = []ReportKind{Progress, QuarterlyReport, AnnualReport, FinalReport, DonorReport, StatisticalReport}

// Known reports whether r is in the vocabulary.
func (r ReportKind) Known() bool { return slices.Contains(reportKinds, r) }

// Terms lists the vocabulary.
func (ReportKind) Terms() []string { return ocs.Words(reportKinds) }

// State is how a commitment stands, as reported.
type State string

// The states of a commitment.
const (
	NotStarted     State = "not-started"
	OnTrack        State = "on-track"
	Delayed        State = "delayed"
	Blocked        State = "blocked"
	Complete       State = "complete"
	CancelledState State = "cancelled"
)

var states = []State{NotStarted, OnTrack, Delayed, Blocked, Complete, CancelledState}

// Known reports whether s is in the vocabulary.
func (s State) Known() bool { return slices.Contains(states, s) }

// Terms lists the vocabulary.
func (State) Terms() []string { return ocs.Words(states) }

// ReadingStatus is a judgement of an indicator's progress made by hand.
type ReadingStatus string

// The judgements.
const (
	ReadingAchieved ReadingStatus = "achieved"
	ReadingOnTrack  ReadingStatus = "on-track"
	ReadingBehind   ReadingStatus = "behind"
	ReadingAtRisk   ReadingStatus = "at-risk"
	ReadingNoData   ReadingStatus = "no-data"
)

var readingStatuses = []ReadingStatus{ReadingAchieved, ReadingOnTrack, ReadingBehind, ReadingAtRisk, ReadingNoData}

// Known reports whether r is in the vocabulary.
func (r ReadingStatus) Known() bool { return slices.Contains(readingStatuses, r) }

// Terms lists the vocabulary.
func (ReadingStatus) Terms() []string { return ocs.Words(readingStatuses) }
