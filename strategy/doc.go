// Package strategy models a whole strategy against organised crime: what it
// sets out to achieve, the action plans and commitments by which it is
// delivered, and the record of what happened.
//
// A [Strategy] is plain data. Three calls do most of the work:
//
//	result := strategy.Validate(&s, nil) // every inconsistency and gap, by the rules for its stage
//	ix := strategy.NewIndex(&s)          // joins its lists, so that it can be asked
//	for t := range ix.Unanswered() { … } // one of the questions
//
// Documents are read and written by package
// [github.com/ocs-framework/ocs/strategy/codec].
package strategy
