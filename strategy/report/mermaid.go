package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// Diagram is a picture as text in the language of Mermaid, which wikis and code
// hosts draw.
type Diagram struct {
	Name  string // "gantt-1", "results-2", "dependencies-1"
	Title string
	Text  string
}

// The limits of diagrams: Mermaid refuses more than 50,000 characters and more
// than 500 edges by default.
const (
	diagramRows   = 80
	diagramEdges  = 200
	diagramLetter = 80 // characters of a label
)

// Mermaid writes the timeline of each plan in force as Gantt charts, the chain
// from pillars over objectives to commitments, and what waits for what, as
// flowcharts. Each is split into several diagrams that stay within Mermaid's
// limits. Labels are cut to 80 characters. Text of the document is only ever a
// label: what means something to Mermaid or to HTML is written as an entity.
// Diagrams have no links.
func Mermaid(ix *strategy.Index, o *Options) []Diagram {
	o = o.ready(ix)
	return slices.Concat(gantts(ix, o), results(ix, o), dependencies(ix, o))
}

// mermaidWords are what a line of a diagram may begin with.
var mermaidWords = []string{"gantt", "date", "inclusive", "top", "axis", "tick", "include", "exclude", "today", "week", "title", "acc", "section",
	"click", "call", "href", "vert", "end", "graph", "flow", "sub", "style", "class", "link", "default", "interpolate", "direction"}

// mermaidLabel writes text for a diagram. Letters, digits and a few signs
// stand as they are, all else as entities of Mermaid's own, "#35;".
func mermaidLabel(p phrase) string {
	var b strings.Builder
	n := 0
	lower := strings.ToLower(shorten(string(p), 32))
	keyword := slices.ContainsFunc(mermaidWords, func(w string) bool { return strings.HasPrefix(lower, w) })
	for _, r := range string(p) {
		if n++; n > diagramLetter {
			b.WriteString(ellipsis)
			break
		}
		switch {
		case n == 1 && keyword:
			fmt.Fprintf(&b, "#%d;", r)
		case r == noBreakSpace || r == narrowSpace:
			b.WriteByte(' ')
		case unicode.In(r, unicode.L, unicode.N, unicode.M), strings.ContainsRune(" .,-()/'’…–", r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	if n == 0 {
		return "-"
	}
	return b.String()
}

// ganttTags say how a commitment stands, in the words that Mermaid has.
var ganttTags = map[strategy.Standing]string{
	strategy.StandingDelivered: "done, ",
	strategy.StandingOnTrack:   "active, ",
	strategy.StandingLate:      "crit, ",
	strategy.StandingBlocked:   "crit, ",
}

// gantts writes the timelines. How a commitment stands is also said in its
// label, since Mermaid's tags tell four ways apart only.
func gantts(ix *strategy.Index, o *Options) []Diagram {
	v := ix.Delivery(o.AsOf, nil)
	t := &timeline{ix: ix, o: o}
	var diagrams []Diagram
	for at := 0; at < len(v.Commitments); {
		end := at + 1
		for end < len(v.Commitments) && v.Commitments[end].Plan == v.Commitments[at].Plan {
			end++
		}
		title := nameOr("", v.Commitments[at].Plan)
		if p := ix.Plan(v.Commitments[at].Plan); p != nil {
			title = nameOr(p.Title, p.ID)
		}
		rows := t.arrange(v.Commitments[at:end])
		for part := range slices.Chunk(rows, diagramRows) {
			n := len(diagrams) + 1
			diagrams = append(diagrams, Diagram{"gantt-" + strconv.Itoa(n), string(title), gantt(ix, o, title, part)})
		}
		at = end
	}
	return diagrams
}

func gantt(ix *strategy.Index, o *Options, title phrase, rows []timelineRow) string {
	var b strings.Builder
	b.WriteString("gantt\n    title " + mermaidLabel(title) + "\n    dateFormat YYYY-MM-DD\n    inclusiveEndDates\n    axisFormat %Y-%m\n    todayMarker off\n")
	for i := range rows {
		r := &rows[i]
		if i == 0 || r.group != rows[i-1].group {
			b.WriteString("    section " + mermaidLabel(o.groupName(ix, r.group)) + "\n")
		}
		if r.window.Start.IsZero() || r.window.End.IsZero() || r.window.First().After(r.window.Last()) {
			b.WriteString("    %% " + mermaidLabel(o.join(" - ", nameOr(r.Title, r.ID), o.say("pic.undated"))) + "\n")
			continue
		}
		label, tag := nameOr(r.Title, r.ID), ""
		if !o.AsOf.IsZero() {
			label = phrase(shorten(string(label), diagramLetter-24)) + " (" + o.word("standing", string(r.delivery.Standing)) + ")"
			tag = ganttTags[r.delivery.Standing]
		}
		fmt.Fprintf(&b, "    %s :%s%v, %v\n", mermaidLabel(label), tag, r.window.First(), r.window.Last())
		for j := range r.Milestones {
			if due := ix.DueMilestone(&r.Milestones[j]); !due.IsZero() {
				fmt.Fprintf(&b, "    %s :milestone, %v, 0d\n", mermaidLabel(nameOr(r.Milestones[j].Title, r.Milestones[j].ID)), due)
			}
		}
	}
	return b.String()
}

// flow is a flowchart in the making. Its nodes are numbered, so that no
// identifier of the document becomes one of the diagram's.
type flow struct {
	nodes map[ocs.ID]int
	body  strings.Builder
	edges int
}

func (f *flow) node(id ocs.ID, label phrase) string {
	n, known := f.nodes[id]
	if !known {
		n = len(f.nodes) + 1
		f.nodes[id] = n
		fmt.Fprintf(&f.body, "    n%d[\"%s\"]\n", n, mermaidLabel(label))
	}
	return "n" + strconv.Itoa(n)
}

func (f *flow) edge(from, to string) {
	f.edges++
	f.body.WriteString("    " + from + " --> " + to + "\n")
}

// flows splits edges over diagrams.
type flows struct {
	o           *Options
	name, title string
	at          *flow
	list        []Diagram
}

// room returns the diagram that has room for so many edges more.
func (f *flows) room(edges int) *flow {
	if f.at != nil && f.at.edges+edges > diagramEdges {
		f.close()
	}
	if f.at == nil {
		f.at = &flow{nodes: make(map[ocs.ID]int)}
	}
	return f.at
}

// close ends a diagram.
func (f *flows) close() {
	if f.at == nil || len(f.at.nodes) == 0 {
		return
	}
	way := "LR"
	if f.o.rightToLeft() {
		way = "RL"
	}
	f.list = append(f.list, Diagram{f.name + "-" + strconv.Itoa(len(f.list)+1), f.title, "flowchart " + way + "\n" + f.at.body.String()})
	f.at = nil
}

// results writes the chain from pillars over objectives to commitments.
func results(ix *strategy.Index, o *Options) []Diagram {
	f := &flows{o: o, name: "results", title: string(o.say("pic.results"))}
	add := func(root ocs.ID, name phrase, objective *pillar.Objective) {
		about := func(at *flow) (string, string) {
			return at.node(root, name), at.node("o:"+ocs.ID(objective.ID), nameOr(objective.Title, objective.ID))
		}
		at := f.room(2)
		from, to := about(at)
		at.edge(from, to)
		for c := range ix.CommitmentsFor(objective.ID) {
			if next := f.room(2); next != at {
				at = next
				from, to = about(at)
				at.edge(from, to)
			}
			at.edge(to, at.node("c:"+ocs.ID(c.ID), nameOr(c.Title, c.ID)))
		}
	}
	for p := range ix.Pillars() {
		for objective := range ix.ObjectivesUnder(p.ID) {
			if !objective.Horizontal {
				add("p:"+ocs.ID(p.ID), nameOr(p.Name, p.ID), objective)
			}
		}
		f.close()
	}
	for objective := range ix.Objectives() {
		if objective.Horizontal {
			add("p:", o.say("horizontal"), objective)
		}
	}
	f.close()
	return f.list
}

// dependencies writes which commitment waits for which.
func dependencies(ix *strategy.Index, o *Options) []Diagram {
	f := &flows{o: o, name: "dependencies", title: string(o.say("pic.dependencies"))}
	for c := range ix.Commitments() {
		for _, id := range c.DependsOn {
			before := ix.Commitment(id)
			if before == nil {
				continue
			}
			at := f.room(1)
			from := at.node(ocs.ID(before.ID), nameOr(before.Title, before.ID))
			at.edge(from, at.node(ocs.ID(c.ID), nameOr(c.Title, c.ID)))
		}
	}
	f.close()
	return f.list
}
