package strategy

import (
	"math/big"

	"github.com/ocs-framework/ocs"
)

// micro is how finely shares and weights are combined: a millionth. Exact
// fractions of thousands of indicators would grow without bound, and the order
// of whole numbers never matters to their sum.
const micro = 1_000_000

// sum is what is known of an objective, pillar or strategy from its parts.
type sum struct {
	r                            *roller
	achievement, overall, health average
	worst                        ProgressStatus
	judged                       bool // worst says something
	partial                      bool // not all that has an achievement has an overall one, so that there is none for the whole
	indicators, missing          int
	counts                       []ProgressCount
}

func newSum(r *roller) *sum { return &sum{r: r} }

// indicator adds an indicator.
func (s *sum) indicator(p *measured) {
	w := s.count(p)
	if w == nil {
		return
	}
	switch p.Status {
	case ProgressNoData, ProgressUnjudged:
		if s.r.o.Missing == MissingAsZero {
			zero := new(big.Rat)
			s.achievement.add(zero, w)
			s.overall.add(zero, w)
			s.health.add(zero, w)
			s.status(ProgressAtRisk)
		}
	default:
		s.achievement.add(p.achievement, w)
		s.overall.add(p.overall, w)
		s.partial = s.partial || p.achievement != nil && p.overall == nil
		health := p.health
		if health == nil && p.achievement != nil && p.Rule == RuleNothingExpected {
			health = big.NewRat(1, 1)
		}
		s.health.add(health, w)
		s.status(p.Status)
	}
}

// count counts an indicator and returns its weight, nil if it is left out.
func (s *sum) count(p *measured) *big.Int {
	w := s.r.weight(ocs.ID(p.Indicator))
	if w == nil {
		return nil
	}
	s.indicators++
	s.counts = countProgress(s.counts, p.Status, 1)
	if p.Status == ProgressNoData || p.Status == ProgressUnjudged {
		s.missing++
	}
	return w
}

// add adds a part that has parts itself.
func (s *sum) add(id ocs.ID, part *sum) {
	w := s.r.weight(id)
	if w == nil {
		return
	}
	s.indicators += part.indicators
	s.missing += part.missing
	for _, c := range part.counts {
		s.counts = countProgress(s.counts, c.Status, c.Count)
	}
	method := s.r.o.Method
	s.achievement.add(part.achievement.result(method), w)
	s.overall.add(part.overall.result(method), w)
	s.health.add(part.health.result(method), w)
	s.partial = s.partial || part.partial
	if part.judged {
		s.status(part.worst)
	}
}

// status takes the worse of two statuses. Words of a caller's own policy rank
// with at-risk, in the order of the alphabet.
func (s *sum) status(status ProgressStatus) {
	rank := func(s ProgressStatus) int {
		switch s {
		case ProgressExceeded:
			return 5
		case ProgressAchieved:
			return 4
		case ProgressNotStarted:
			return 3
		case ProgressOnTrack:
			return 2
		case ProgressBehind:
			return 1
		}
		return 0
	}
	a, b := rank(status), rank(s.worst)
	if !s.judged || a < b || a == b && status < s.worst {
		s.worst, s.judged = status, true
	}
}

// average is a weighted mean, and the least, of shares between 0 and 1, in
// millionths of a percent.
type average struct {
	total, weight, step big.Int
	least               int64
	any                 bool
}

// add adds a share, which may be nil.
func (a *average) add(share *big.Rat, weight *big.Int) {
	if share == nil {
		return
	}
	n := int64(100 * micro)
	switch {
	case share.Sign() <= 0:
		n = 0
	case share.Num().CmpAbs(share.Denom()) < 0:
		var fits bool
		if n, fits = scaled(share, 100*micro, false); !fits {
			whole := new(big.Int).Mul(share.Num(), big.NewInt(100*micro))
			n = whole.Quo(whole, share.Denom()).Int64()
		}
	}
	if !a.any || n < a.least {
		a.any, a.least = true, n
	}
	a.step.SetInt64(n)
	a.total.Add(&a.total, a.step.Mul(&a.step, weight))
	a.weight.Add(&a.weight, weight)
}

// result is the combined share, or nil if there is none.
func (a *average) result(method RollupMethod) *big.Rat {
	if !a.any {
		return nil
	}
	if method == RollupWorst {
		return big.NewRat(a.least, 100*micro)
	}
	whole := new(big.Int).Mul(&a.weight, big.NewInt(100*micro))
	return new(big.Rat).SetFrac(&a.total, whole)
}
