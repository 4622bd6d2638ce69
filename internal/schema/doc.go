// Package schema makes the JSON Schemas of the document format from the Go
// types and their comments. Package codec embeds them. It is a module of its own,
// so that the generator and the validator never reach those who import ocs.
//
// A schema accepts what the codec reads without a fault, as far as a schema can
// say it; the tests hold the two against each other and list where they differ.
// What else is wrong with a strategy is for the rules to say.
//
//	go test . -update    # writes the schemas again
package schema
