package strategy

import (
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

var withheldAmount = ocs.Rule[Index]{
	Code:  "withheld-amount",
	Title: "no sum that is withheld can be computed from those that are shown",
	Doc: "A single sum that is left out of a list with a total is the total less the rest. It is looked for among the lines of a budget, and among the costs of the commitments that a line, or a plan without lines, pays for; " +
		"withheld is what redactions name, and the costs of a commitment with a stricter marking than its plan. " +
		"Withhold the total or a second sum, or join lines.",
	Basis:  "disclosure control in official statistics: secondary suppression; New Zealand 2020: a text released with parts withheld",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		w := newWithheldSums(ix)
		for i := range ix.s.Plans {
			w.plan(p, &ix.s.Plans[i])
		}
	},
}

// withheldSums are the sums that a document doesn't show.
type withheldSums struct {
	ix       *Index
	marks    markings
	redacted map[sumField]bool
}

// sumField is a sum: the money of a budget line, by its plan and place or by
// its identifier, or the costs of a commitment.
type sumField struct {
	element ocs.ID
	line    int // of a plan; -1 otherwise
}

func newWithheldSums(ix *Index) *withheldSums {
	w := &withheldSums{ix: ix, marks: markings{ix: ix}}
	for i := range ix.s.Redactions {
		r := &ix.s.Redactions[i]
		switch kind := ix.elements[r.Element].kind(); {
		case kind != planKind && kind != budgetLineKind && kind != commitmentKind:
		case len(r.Fields) == 0:
			w.add(sumField{r.Element, -1})
		default:
			for _, field := range r.Fields {
				first, rest, _ := strings.Cut(field, "/")
				switch {
				case kind == budgetLineKind && first == "money", kind == commitmentKind && first == "costs":
					w.add(sumField{r.Element, -1})
				case kind == planKind && first == "budget":
					place, rest, deeper := strings.Cut(rest, "/")
					if n, err := strconv.Atoi(place); err == nil && (!deeper || rest == "money") {
						w.add(sumField{r.Element, n})
					}
				}
			}
		}
	}
	return w
}

func (w *withheldSums) add(f sumField) {
	if w.redacted == nil {
		w.redacted = make(map[sumField]bool)
	}
	w.redacted[f] = true
}

func (w *withheldSums) plan(p *ocs.Pass, plan *Plan) {
	if !plan.Total.Amount.IsZero() {
		w.lines(p, plan)
		if len(plan.Budget) == 0 {
			n := len(plan.Commitments)
			if c := w.only(plan, n, func(i int) *Commitment { return &plan.Commitments[i] }); c != nil {
				p.On(plan).Report(&plan.Total, "the withheld costs of %q can be computed: the total less the costs of the others", short(c.ID)).
					Help("withhold the total or the costs of another commitment").Related(c, "costs withheld")
			}
		}
	}
	for i := range plan.Budget {
		l := &plan.Budget[i]
		if l.Money.Amount.IsZero() {
			continue
		}
		if c := w.only(plan, len(l.Commitments), func(i int) *Commitment { return w.ix.Commitment(l.Commitments[i]) }); c != nil {
			inside(p, plan, l).Report(&l.Money, "the withheld costs of %q can be computed: the line less the costs of the others", short(c.ID)).
				Help("withhold the line's sum or the costs of another commitment").Related(c, "costs withheld")
		}
	}
}

// lines looks for the only line of a budget whose sum is withheld.
func (w *withheldSums) lines(p *ocs.Pass, plan *Plan) {
	if w.redacted == nil {
		return
	}
	var only *BudgetLine
	for i := range plan.Budget {
		l := &plan.Budget[i]
		if !l.Money.Amount.IsZero() {
			continue
		}
		if only != nil || !w.redacted[sumField{ocs.ID(plan.ID), i}] && (l.ID == "" || !w.redacted[sumField{l.ID, -1}]) {
			return
		}
		only = l
	}
	if only != nil {
		p.On(plan).Report(&plan.Total, "the withheld sum of %s can be computed: the total less the other lines", nameOfLine(only)).
			Help("withhold the total or the sum of another line").Related(only, "sum withheld")
	}
}

// nameOfLine names a budget line, which need not have an identifier.
func nameOfLine(l *BudgetLine) string {
	if l.ID == "" {
		return "a budget line"
	}
	return "budget line " + strconv.Quote(short(l.ID))
}

// only returns the one among n commitments whose costs are withheld while those
// of all others are shown, or nil.
func (w *withheldSums) only(plan *Plan, n int, at func(int) *Commitment) *Commitment {
	var only *Commitment
	own := or(plan.Marking, w.marks.document())
	for i := range n {
		c := at(i)
		switch {
		case c == nil:
			return nil
		case w.redacted != nil && len(c.Costs) == 0 && w.redacted[sumField{ocs.ID(c.ID), -1}],
			len(c.Costs) > 0 && own.Compare(or(c.Marking, own)) < 0:
			if only != nil {
				return nil
			}
			only = c
		case len(c.Costs) == 0:
			return nil
		}
	}
	return only
}
