package codec_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// A translation is a document of its own. What is wrong between it and the
// strategy is found by Localise, and its place in the file by Locate.
func ExampleDecodeCompanion() {
	s := strategy.Strategy{ID: "zz-2027", Title: "Strategy against organised crime"}
	ur := codec.DecodeCompanion[strategy.Translation]("translations/ur.yaml", []byte(`schema: ocs/v1
strategy: zz-2027
language: ur
texts:
  - element: zz-2027
    field: title
    source: Strategy
    text: حکمتِ عملی
`), nil)
	_, findings := strategy.Localise(&s, &ur.Value)
	ur.Locate(findings)
	for _, f := range append(ur.Findings, findings...) {
		line := bytes.Split(ur.Source(f.Pos.File), []byte("\n"))[f.Pos.Line-1]
		fmt.Printf("%s %s\n  %s\n", f.Pos, f.Rule, bytes.TrimSpace(line))
	}
	// Output:
	// translations/ur.yaml:7:13 translation-outdated
	//   source: Strategy
}

// A translation begins as a document that lists the texts to translate.
func ExampleEncodeCompanion() {
	s := strategy.Strategy{ID: "zz-2027", Title: "Strategy of the example"}
	t := strategy.Translation{Schema: strategy.Schema, Strategy: s.ID, Language: "ur"}
	for _, row := range t.Worksheet(&s).Rows {
		t.Texts = append(t.Texts, strategy.TranslatedText{Element: ocs.ID(row[0]), Field: row[1], Source: row[2]})
	}
	data, err := codec.EncodeCompanion(&t, codec.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ocs/v1
	// strategy: zz-2027
	// language: ur
	// texts:
	//   - element: zz-2027
	//     field: title
	//     source: Strategy of the example
}

// Translations and tailorings have schemas of their own.
func ExampleCompanionSchema() {
	var schema struct{ Required []string }
	if err := json.Unmarshal(codec.CompanionSchema[strategy.Translation](), &schema); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(schema.Required)
	// Output: [schema]
}
