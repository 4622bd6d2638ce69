// Command agencyrule shows how an agency checks a strategy against rules of
// its own, beside ours.
//
//	go run ./examples/agencyrule
//
// A provincial police force wants to know of every commitment that it leads
// where in the province the work is done, and that a long one has a step on
// the way. Both are rules: literals in its own program, which run, are waived,
// listed and explained like those of the library.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

// The document is illustrative.
//
//go:embed punjab.strategy.yaml
var document []byte

const (
	force    actor.ID = "punjab-police"
	province ocs.Area = "PK-PB"
)

// rules returns the force's own rules.
func rules() []ocs.Rule[strategy.Index] {
	return []ocs.Rule[strategy.Index]{
		ocs.Each(saysWhere, (*strategy.Index).Commitments),
		hasStep,
	}
}

// saysWhere needs nothing but the commitment, so it is a rule about one.
var saysWhere = ocs.Rule[strategy.Commitment]{
	Code:   "punjab-area",
	Title:  "every commitment that Punjab Police leads says where in the province it is carried out",
	Doc:    "Regions are tasked by area. Name PK-PB, or a part of it, in areas.",
	Basis:  "illustrative: a standing order of the force",
	Levels: "-WEEW",
	Check: func(p *ocs.Pass, c *strategy.Commitment) {
		if c.Lead != force {
			return
		}
		if len(c.Areas) == 0 {
			p.Report(&c.Areas, "commitment names no area").Help("name %s or a part of it", province)
		}
		for i := range c.Areas {
			if !c.Areas[i].Within(province) {
				p.Report(&c.Areas[i], "area %q is not in the province", c.Areas[i]).Help("name %s or a part of it", province)
			}
		}
	},
}

// hasStep asks the index when a commitment is due, so it is a rule about the
// whole.
var hasStep = ocs.Rule[strategy.Index]{
	Code:   "punjab-step",
	Title:  "every commitment of Punjab Police that takes more than a year has a milestone",
	Doc:    "A regional office is reviewed each year. Add a milestone within the first year.",
	Basis:  "illustrative: a standing order of the force",
	Levels: "-iWWi",
	Check: func(p *ocs.Pass, ix *strategy.Index) {
		for c := range ix.LedBy(force) {
			due := ix.Due(c)
			if due.IsZero() || c.Start.IsZero() || len(c.Milestones) > 0 {
				continue
			}
			if due.After(c.Start.First().Add(1, ocs.Years)) {
				p.On(c).Report(&c.Milestones, "commitment runs to %s without a milestone", due).Help("add a step within the first year")
			}
		}
	},
}

func main() {
	flag.Usage = func() {
		fmt.Fprint(flag.CommandLine.Output(), "usage: agencyrule\n\n"+
			"Checks an illustrative plan of Punjab Police against the rules of the library and two of the force's\n"+
			"own, and explains these.\n")
	}
	flag.Parse()
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	doc := codec.Decode("punjab.strategy.yaml", document, nil)
	result := doc.Check(&strategy.Options{Extra: rules()})
	if err := findings.Text(w, result.Findings, &findings.Options{Source: doc.Source}); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%d waived\n\nThe force's own rules:\n\n", len(result.Waived))
	for _, r := range rules() {
		if err := findings.ExplanationOf(r).WriteText(w); err != nil {
			return err
		}
		fmt.Fprintln(w)
	}
	return nil
}
