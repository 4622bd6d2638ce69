package codec_test

import (
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
