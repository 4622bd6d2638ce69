package threat

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

var groupNotOrganised = ocs.Rule[Group]{
	Code:  "group-not-organised",
	Title: "what is called a group or network meets the Convention's definition",
	Doc: "The Convention's organised criminal group has three or more members, a structure, duration and concert, and aims at serious crime for a material benefit. " +
		"If an element is known not to be met, the duties that hang on the definition don't reach this actor. Give it the type that fits (state-embedded, foreign, private-sector), or look at the element again.",
	Basis:  "UNTOC article 2(a) and 2(c); GI-TOC's five criminal actor types",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, g *Group) {
		if !g.calledOrganised() {
			return
		}
		for n, answer := range g.Elements.all() {
			if *answer == NotMet {
				p.Report(answer, "group does not meet an element of the Convention's definition: %s", elementNames[n]).
					Help("use the type of another criminal actor, or look at the element again")
			}
		}
	},
}

var groupElementsUnstated = ocs.Rule[Group]{
	Code:  "group-elements-unstated",
	Title: "every group or network states how it stands to each element of the Convention's definition",
	Doc: "Whether a case falls under the Convention is decided element by element, and an analyst who leaves one out has not said that it is met. " +
		"State each as met, not-met or unknown; unknown is an answer, and tells where intelligence is wanting.",
	Basis:  "UNTOC article 2(a) and 2(c)",
	Levels: "iiiii",
	Check: func(p *ocs.Pass, g *Group) {
		if !g.calledOrganised() {
			return
		}
		var unstated []string
		for n, answer := range g.Elements.all() {
			if *answer == "" {
				unstated = append(unstated, elementNames[n])
			}
		}
		if len(unstated) > 0 {
			p.Report(&g.Elements, "elements of the Convention's definition are not stated: %s", strings.Join(unstated, ", ")).Help("state each as met, not-met or unknown")
		}
	},
}

var groupIdle = ocs.Rule[Group]{
	Code:   "group-idle",
	Title:  "every group is active in a market or drives a threat",
	Doc:    "A group without either is tied to nothing that the strategy is about, and no question finds it. List the threats that it drives or the markets in which it is active.",
	Basis:  "Europol SOCTA and UNODC E4J module 5: markets and groups are assessed together",
	Levels: "iiWWW",
	Check: func(p *ocs.Pass, g *Group) {
		if len(g.Threats) == 0 && len(g.Markets) == 0 {
			p.Report(&g.Threats, "group drives no threat and is in no market").Help("list its threats or its markets")
		}
	},
}

// calledOrganised reports whether the group's type, or the lack of one, claims
// that it is a group. The other types are criminal actors that need not be.
func (g *Group) calledOrganised() bool {
	switch g.Type {
	case MafiaStyle, Network, "":
		return true
	}
	return false
}

var elementNames = [...]string{"members", "structured", "duration", "concert", "aim", "benefit"}

// all returns the elements in the order of elementNames.
func (e *Elements) all() [len(elementNames)]*Answer {
	return [...]*Answer{&e.Members, &e.Structured, &e.Duration, &e.Concert, &e.Aim, &e.Benefit}
}
