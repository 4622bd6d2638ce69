// Package nsaoc holds Pakistan's first National Strategy Against Organised
// Crime as a Go value, as far as it is publicly known, filled up with
// illustrative content.
//
// It is the example of composing a strategy in Go. What is real: the making of
// the strategy, the offices, the laws, the mandates and their successions, the
// treaties and the index scores; each carries a cite, and the cite's grade
// says how well the fact was checked. What is illustrative: the objectives,
// indicators, plans, commitments, sums, risks and safeguards, and whatever
// says so of itself. No adopted text was found, so the stage is consultation.
//
// [Monitored] is the same strategy two years on, as if adopted and reported on.
// It is the example of following a strategy, and all that it adds is invented.
//
// The composition is split over files by part, as a team would split it over
// authors. Every element that others refer to has a constant in ids.go: a
// misspelt reference then fails to compile, long before a rule would find it.
package nsaoc
