package report

import (
	"cmp"
	"slices"

	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// actorRows is how many actors are drawn.
const actorRows = 50

// Responsibilities draws actors against their roles, with the number of
// commitments in each cell and how many of them the actor has only been proposed for: see
// [strategy.Index.Responsibility]. Those that lead most come first. Below an actor stands in how many of
// the commitments that it leads it goes beyond its stated mandate. The
// first 50 actors are drawn; the picture says how many more the table has.
func Responsibilities(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	v := ix.Responsibility(o.AsOf, nil)
	m := newDuties(&v)
	c := newChart(ix, o, "responsibilities", wide, o.say("pic.actors"), o.since(o.say("pic.actors-text",
		o.count(len(v.Actors)), o.count(m.leading), o.count(len(v.Leaderless)), o.count(len(v.Misfits)))))
	c.picture.Table = v.Table()
	m.draw(c)
	return c.done()
}

// duties are what the picture of responsibilities shows.
type duties struct {
	actors  []*strategy.ActorLoad // in the order of the picture
	roles   []actor.Role          // those that somebody has, besides the lead
	misfits map[actor.ID]int
	leading int // actors that lead
	most    int // the greatest number in a cell
}

func newDuties(v *strategy.Responsibility) *duties {
	m := &duties{misfits: make(map[actor.ID]int)}
	for _, f := range v.Misfits {
		m.misfits[f.Lead]++
	}
	used := make(map[actor.Role]bool)
	for i := range v.Actors {
		a := &v.Actors[i]
		m.actors = append(m.actors, a)
		m.most = max(m.most, len(a.Leads))
		if len(a.Leads) > 0 {
			m.leading++
		}
		for _, p := range a.Parts {
			m.most = max(m.most, len(p.Commitments))
			used[p.Role] = true
		}
	}
	for _, term := range actor.Role("").Terms() {
		if used[actor.Role(term)] {
			m.roles = append(m.roles, actor.Role(term))
		}
		delete(used, actor.Role(term))
	}
	if len(used) > 0 {
		m.roles = append(m.roles, "") // roles beyond the vocabulary stand together
	}
	slices.SortStableFunc(m.actors, func(a, b *strategy.ActorLoad) int {
		return cmp.Or(cmp.Compare(len(b.Leads), len(a.Leads)), cmp.Compare(parts(b), parts(a)))
	})
	return m
}

// parts counts what an actor does in other roles than the lead.
func parts(a *strategy.ActorLoad) int {
	n := 0
	for _, p := range a.Parts {
		n += len(p.Commitments)
	}
	return n
}

// of returns the actor's part in a role, of all unknown ones together for "".
func (m *duties) of(a *strategy.ActorLoad, role actor.Role) (commitments, proposed int) {
	for _, p := range a.Parts {
		if p.Role == role || role == "" && !p.Role.Known() {
			commitments += len(p.Commitments)
			proposed += p.Proposed
		}
	}
	return commitments, proposed
}

// The measures of the picture of responsibilities.
const (
	actorLabel  = 280 * px
	actorHeight = 26 * px
)

func (m *duties) draw(c *chart) {
	if len(m.actors) == 0 {
		c.y += 20 * px
		c.lines(0, c.y, c.say("pic.actors-none"), wide, 1, body)
		c.y += 8 * px
		return
	}
	width := min((wide-actorLabel)/(len(m.roles)+1), 96*px)
	c.y += 12 * px
	m.head(c, 0, width, c.say("lead"))
	for i, r := range m.roles {
		word := c.say("pic.other-role")
		if r != "" {
			word = c.o.word("role", string(r))
		}
		m.head(c, i+1, width, word)
	}
	c.y += 22 * px
	for _, a := range m.actors[:min(len(m.actors), actorRows)] {
		m.row(c, a, width)
	}
	c.more(len(m.actors) - actorRows)
	c.y += 22 * px
	c.lines(0, c.y, c.say("pic.actors-note"), wide, 2, small)
	c.y += 6 * px
}

// head writes the head of a column; every other one stands higher, so that each
// has the room of two.
func (m *duties) head(c *chart, column, width int, word phrase) {
	x, y := actorLabel+column*width+width/2, c.y
	if column%2 == 1 {
		y += 16 * px
	} else {
		c.line(x, y+4*px, x, y+20*px, grid, px, "")
	}
	room := 2 * min(width-4*px, wide-x)
	c.lines(x, y, word, room, 1, setting{font{11, true}, ink, atMiddle})
}

func (m *duties) row(c *chart, a *strategy.ActorLoad, width int) {
	name := nameOr(a.Name, a.Actor)
	c.begin("", string(a.Actor))
	middle := c.y + actorHeight/2
	if n := m.misfits[a.Actor]; n > 0 {
		c.lines(0, middle-2*px, name, actorLabel-10*px, 1, body)
		c.lines(0, middle+11*px, c.say("pic.misfit", c.o.count(n)), actorLabel-10*px, 1, tiny.with(stopped, atStart))
	} else {
		c.label(name, middle, actorLabel-10*px)
	}
	c.end()
	m.cell(c, actorLabel, width, name, c.say("lead"), len(a.Leads), 0)
	for i, r := range m.roles {
		n, proposed := m.of(a, r)
		m.cell(c, actorLabel+(i+1)*width, width, name, c.o.word("role", string(r)), n, proposed)
	}
	c.y += actorHeight
}

// label writes a name around the middle of its row: in one line, or in two
// smaller ones.
func (c *chart) label(name phrase, middle, width int) {
	if body.width(name) <= width {
		c.lines(0, middle+4*px, name, width, 1, body)
		return
	}
	s := small.with(ink, atStart)
	lines, _ := s.fit(name, width, 2)
	c.lines(0, middle+4*px-(len(lines)-1)*7*px, name, width, 2, s)
}

func (m *duties) cell(c *chart, x, width int, name, role phrase, n, proposed int) {
	field, on := heatOf(n, m.most)
	title := phrase("")
	if n > 0 {
		title = c.say("pic.duty", name, role, c.o.count(n), c.o.count(proposed))
	}
	c.begin(title, "")
	c.rect(x+cellGap/2, c.y+cellGap/2, width-cellGap, actorHeight-cellGap, field)
	if n > 0 {
		text := c.o.count(n)
		if proposed > 0 {
			text = c.say("pic.proposed", text, c.o.count(proposed))
		}
		c.lines(x+width/2, c.y+actorHeight/2+4*px, text, width-4*px, 1, strong.with(on, atMiddle))
	}
	c.end()
}
