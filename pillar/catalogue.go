package pillar

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// Suggestion is an objective that the authors of a strategy may want to
// consider, with the treaty articles it would put into effect.
//
// The catalogue is this project's own. It is not UNODC's text, nor does it
// claim to follow the objectives of UNODC's strategy toolkit, which was not
// read. What it rests on is the Convention and its protocols. A strategy
// should state its own objectives; a suggestion is where drafting may start.
type Suggestion struct {
	// ID names the suggestion. IDs of suggestions don't change.
	ID ocs.ID

	// Pillar is the pillar of UNODC's framework that the objective would stand under.
	Pillar ID

	// Title states the objective in one sentence.
	Title string

	// Why says what the objective answers.
	Why string

	// Articles are the treaty articles that it would put into effect. The link is our inference.
	Articles []ocs.Article

	// Indicators are ways to measure it: what to count, in which unit and direction. Baselines, targets, sources and
	// frequencies are the State's to set.
	Indicators []Indicator
}

// Suggestions returns the catalogue, in the order of UNODC's pillars. The
// caller may change what it gets.
func Suggestions() []Suggestion {
	return slices.Concat(preventSuggestions(), pursueSuggestions(), protectSuggestions(), promoteSuggestions())
}

// Objective starts an objective from the suggestion: pillar, title, articles
// and indicators, each indicator's ID made unique by the objective's ID before
// it. Threats, owner, baselines and targets remain to be filled in.
func (s Suggestion) Objective(id ObjectiveID) Objective {
	o := Objective{
		ID:         id,
		Pillar:     s.Pillar,
		Title:      s.Title,
		Articles:   slices.Clone(s.Articles),
		Indicators: slices.Clone(s.Indicators),
	}
	for i := range o.Indicators {
		in := &o.Indicators[i]
		in.ID = IndicatorID(id) + "." + in.ID
		in.DisaggregatedBy = slices.Clone(in.DisaggregatedBy)
	}
	return o
}
