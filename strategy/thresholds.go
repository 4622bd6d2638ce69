package strategy

import "github.com/ocs-framework/ocs"

// Thresholds are where rules that weigh draw the line. A zero field stands for
// the default. The defaults are ours; no source prescribes them.
type Thresholds struct {
	// PillarShare is the largest share of the commitments, in percent, that one
	// pillar may hold before the strategy counts as unbalanced. Default: 60.
	PillarShare int

	// AssessmentYears is how many years after its date a threat assessment is
	// still relied upon. Default: 3, within the EU's cycle of four years.
	AssessmentYears int

	// DonorShare is the share of the funding, in percent, above which the strategy
	// counts as dependent on donors. Default: 50.
	DonorShare int

	// Tolerance is by how many percent a sum may differ from what it is the sum
	// of. Default: 0.1, which forgives rounding and no more.
	Tolerance ocs.Decimal
}

// withDefaults fills the fields that are zero.
func (t Thresholds) withDefaults() Thresholds {
	if t.PillarShare == 0 {
		t.PillarShare = 60
	}
	if t.AssessmentYears == 0 {
		t.AssessmentYears = 3
	}
	if t.DonorShare == 0 {
		t.DonorShare = 50
	}
	if t.Tolerance.IsZero() {
		t.Tolerance = ocs.MustDecimal("0.1")
	}
	return t
}
