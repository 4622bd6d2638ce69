// Package findings shows, stores and explains what checking a strategy brought
// to light.
//
//	doc, err := codec.Load(os.DirFS("."), nil, "pakistan")
//	result := doc.Check(nil)
//	err = findings.Text(os.Stdout, result.Findings, &findings.Options{Source: doc.Source})
//
// [Text] is for people at a terminal, [JSONLines] for scripts, [SARIF] for code
// scanning services and editors, [GitHub] for annotations on a change. All
// write the findings in the order given, and the same bytes for the same
// findings.
//
// A [Baseline] remembers what is known of a document, so that only what is new
// is shown. [Explain] says what a rule is for, with a bad and a good example;
// [WriteReference] writes that of all rules as one page.
package findings
