package ocs

// Fault describes one kind of finding that isn't a rule's: one that reading a
// document may bring to light, or writing one. Findings carry its code as their
// rule. Each package that reads or writes lists its own.
type Fault struct {
	Code     string   // a slug, the same for ever
	Severity Severity // that of its findings, at every stage
	Title    string   // what holds where there is no such finding, in one sentence
	Doc      string   // what it means, what was done about it, and what to do
}
