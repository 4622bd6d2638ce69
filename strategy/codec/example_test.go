package codec_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing/fstest"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

func ExampleDecode() {
	data := []byte(`
schema: ocs/v1
id: zz-2027
title: Strategy of the example
plans:
  - id: plan-1
    commitments:
      - id: c-1
        titel: Set up a joint unit
        deadline: 2027-02-30
`)
	doc := codec.Decode("zz.strategy.yaml", data, nil)
	for _, f := range doc.Findings {
		fmt.Println(f.Pos, f.Rule, f.Path)
		fmt.Println("  ", f.Message)
	}
	fmt.Println(doc.Strategy.Plans[0].Commitments[0].ID)
	// Output:
	// zz.strategy.yaml:9:9 unknown-field /plans/0/commitments/0/titel
	//    unknown field "titel"
	// zz.strategy.yaml:10:19 invalid-value /plans/0/commitments/0/deadline
	//    no such date in the calendar, not "2027-02-30"
	// c-1
}

func ExampleLoad() {
	folder := fstest.MapFS{ // or os.DirFS("strategy")
		"strategy.yaml":    {Data: []byte("schema: ocs/v1\nid: zz-2027\n")},
		"actors.yaml":      {Data: []byte("actors:\n  - id: moi\n    name: Ministry of the Interior\n")},
		"plans/first.yaml": {Data: []byte("plans:\n  - id: first\n    owner: moi\n")},
	}
	doc, err := codec.Load(folder, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Strategy.ID, doc.Strategy.Actors[0].Name)
	fmt.Println(doc.Position("/plans/0/owner"))
	// Output:
	// zz-2027 Ministry of the Interior
	// plans/first.yaml:3:12
}

// Everything that is wrong with a document is one list: the faults of its
// files, and what the rules find. A program shows each with its line.
func ExampleDocument_Check() {
	doc := codec.Decode("zz.strategy.yaml", []byte(`schema: ocs/v1
id: zz-2027
title: Strategy of the example
stage: draft
actors:
  - {id: fia, nam: Federal Investigation Agency}
plans:
  - id: plan-1
    owner: fai
`), nil)
	for _, f := range doc.Check(nil).Findings {
		if f.Severity == ocs.Error {
			line := bytes.Split(doc.Source(f.Pos.File), []byte("\n"))[f.Pos.Line-1]
			fmt.Printf("%s\n  %s\n", f, bytes.TrimSpace(line))
		}
	}
	// Output:
	// zz.strategy.yaml:6:15: error: unknown field "nam" [unknown-field]
	//   - {id: fia, nam: Federal Investigation Agency}
	// zz.strategy.yaml:9:12: error: plan "plan-1": no such actor: "fai" [unresolved-reference]
	//   owner: fai
}

// Findings of one's own, or of a view, get their place in the files too.
func ExampleDocument_Locate() {
	doc := codec.Decode("zz.strategy.yaml", []byte(`schema: ocs/v1
id: zz-2027
groups:
  - {id: ring, name: Ring}
objectives:
  - id: stop
    title: Stop the ring
    groups: [ring]
`), nil)
	release := strategy.Redact(&doc.Strategy, ocs.MarkingClear)
	doc.Locate(release.Findings)
	for _, f := range release.Findings {
		fmt.Println(f.Pos, f.Rule)
	}
	// Output:
	// zz.strategy.yaml:7:12 release-text
	// zz.strategy.yaml:8:14 release-reference
}

func ExampleDocument_Files() {
	doc := codec.Decode("zz.strategy.json", []byte(`{"schema": "ocs/v1", "id": "zz-2027"}`), nil)
	for _, f := range doc.Files() {
		fmt.Println(f.Name, codec.SyntaxOf(f.Name), len(f.Data))
	}
	// Output: zz.strategy.json json 37
}

// What the code of a fault means, for a manual.
func ExampleFaults() {
	for _, f := range codec.Faults() {
		if f.Code == "set-twice" {
			fmt.Println(f.Title)
		}
	}
	// Output: A value that is not a list is set in one file only
}

func ExampleEncode() {
	s := strategy.Strategy{
		Schema: strategy.Schema,
		ID:     "zz-2027",
		Title:  "Strategy of the example",
		Period: ocs.MustPeriod("2027/2030"),
		Vision: "People live free of organised crime.\nThose who were harmed are heard.",
		Actors: []actor.Actor{{ID: "moi", Name: "Ministry of the Interior"}},
	}
	data, err := codec.Encode(&s, codec.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ocs/v1
	// id: zz-2027
	// title: Strategy of the example
	// period: "2027/2030"
	// vision: |-
	//   People live free of organised crime.
	//   Those who were harmed are heard.
	// actors:
	//   - id: moi
	//     name: Ministry of the Interior
}

func ExampleSplit() {
	s := strategy.Strategy{
		Schema: strategy.Schema,
		ID:     "zz-2027",
		Actors: []actor.Actor{{ID: "moi"}},
		Plans:  []strategy.Plan{{ID: "2027"}, {ID: "2028"}},
	}
	files, err := codec.Split(&s, codec.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range files {
		fmt.Println(f.Name)
	}
	// Output:
	// strategy.yaml
	// actors.yaml
	// plans/2027.yaml
	// plans/2028.yaml
}

func ExampleFormat() {
	data := []byte(`schema: ocs/v1
actors:
- name: Ministry of the Interior
  id: moi # as in the constitution

# To be confirmed.
title:   Strategy of the example
id: zz-2027
`)
	data, err := codec.Format("zz.strategy.yaml", data, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ocs/v1
	// id: zz-2027
	//
	// # To be confirmed.
	// title: Strategy of the example
	// actors:
	//   - id: moi # as in the constitution
	//     name: Ministry of the Interior
}

func ExampleSet() {
	data := []byte(`schema: ocs/v1
id: zz-2027
plans:
  # The first of two.
  - {id: plan-1,  owner: moi,  period: 2027/2028}
`)
	edits := []struct {
		pointer ocs.Pointer
		value   any
	}{
		{"/plans/0/period", ocs.MustPeriod("2027/2029")}, // another value
		{"/title", "Strategy of the example"},            // a new member
		{"/plans/-", strategy.Plan{ID: "plan-2"}},        // a new entry
	}
	for _, e := range edits {
		var err error
		if data, err = codec.Set("zz.strategy.yaml", data, e.pointer, e.value, nil); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Print(string(data))
	// Output:
	// schema: ocs/v1
	// id: zz-2027
	// title: Strategy of the example
	// plans:
	//   # The first of two.
	//   - {id: plan-1,  owner: moi,  period: 2027/2029}
	//   - id: plan-2
}

func ExampleRemove() {
	data := []byte(`schema: ocs/v1
id: zz-2027
vision: To be written # by the council
title: Strategy of the example # not final
`)
	data, err := codec.Remove("zz.strategy.yaml", data, "/vision", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ocs/v1
	// id: zz-2027
	// title: Strategy of the example # not final
}

func ExampleDocument_Fix() {
	doc := codec.Decode("zz.strategy.yaml", []byte(`schema: ocs/v1
id: zz-2027
stage: Draft # as of May
actors:
  - {id: police, name: Police}
  - {id: unit, name: Unit for assets, parent: polise}
`), nil)
	files, fixes := doc.Fix(nil)
	for _, f := range fixes {
		fmt.Printf("%v: %q is now %q\n", f.Finding.Pos, f.Old, f.New)
	}
	fmt.Print(string(files[0].Data))
	// Output:
	// zz.strategy.yaml:3:8: "Draft" is now "draft"
	// zz.strategy.yaml:6:47: "polise" is now "police"
	// schema: ocs/v1
	// id: zz-2027
	// stage: draft # as of May
	// actors:
	//   - {id: police, name: Police}
	//   - {id: unit, name: Unit for assets, parent: police}
}

// What an editor shows of a field while the document is written.
func ExampleSchema() {
	var schema struct {
		Defs map[string]struct {
			Properties map[string]struct{ Description string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(codec.Schema(), &schema); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(schema.Defs["strategy.Commitment"].Properties["deadline"].Description)
	// Output:
	// deadline is by when it is done. Cardinality: one.
}
