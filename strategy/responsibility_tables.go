package strategy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// Table gives actors by roles: in how many commitments each has each part.
func (r Responsibility) Table() Table {
	t := Table{Title: "Actors by roles: number of commitments", Columns: append([]string{"actor", "name", "lead"}, actor.Role("").Terms()...)}
	t.Columns = append(t.Columns, "other")
	known := len(actor.Role("").Terms())
	for _, a := range r.Actors {
		counts := make([]int, known+1)
		for _, p := range a.Parts {
			counts[roleRank(p.Role)] += len(p.Commitments)
		}
		cells := []string{string(a.Actor), a.Name, numberCell(len(a.Leads))}
		for _, n := range counts {
			cells = append(cells, numberCell(n))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// numberCell is the text of a number in a matrix, where 0 is left out.
func numberCell(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// LoadTable gives actors by quarters: how many commitments run that each
// leads, and after a plus sign in how many others it has a working part.
func (r Responsibility) LoadTable() Table {
	t := Table{Title: "Load by quarter: commitments led + joined", Columns: []string{"actor", "name"}}
	for _, q := range r.Quarters {
		t.Columns = append(t.Columns, q.String())
	}
	t.Columns = append(t.Columns, "undated")
	for _, a := range r.Actors {
		cells := []string{string(a.Actor), a.Name}
		for i := range r.Quarters {
			led, joined := 0, 0
			if i < len(a.Led) {
				led = a.Led[i]
			}
			if i < len(a.Joined) {
				joined = a.Joined[i]
			}
			cell := numberCell(led)
			if joined > 0 {
				cell = strconv.Itoa(led) + " + " + strconv.Itoa(joined)
			}
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, append(cells, numberCell(a.Undated)))
	}
	return t
}

// MandatesTable gives the commitments whose lead lacks part of the mandate.
func (r Responsibility) MandatesTable() Table {
	t := Table{Title: "Leads without the mandate", Columns: []string{"commitment", "lead", "fails", "markets", "scopes", "powers", "areas"}}
	for _, f := range r.Misfits {
		t.Rows = append(t.Rows, []string{string(f.Commitment), string(f.Lead), listCell(f.Fails), listCell(f.Markets), listCell(f.Scopes), listCell(f.Powers), listCell(f.Areas)})
	}
	return t
}

// BodiesTable gives the bodies and who sits on them.
func (r Responsibility) BodiesTable() Table {
	t := Table{Title: "Coordination bodies", Columns: []string{"body", "name", "chair", "secretariat", "members", "cadence", "reports to", "oversees", "leads on it"}}
	for _, b := range r.Bodies {
		t.Rows = append(t.Rows, []string{string(b.Body), b.Name, string(b.Chair), string(b.Secretariat), listCell(b.Members), string(b.Cadence),
			string(b.ReportsTo), listCell(b.Oversees), listCell(b.Leads)})
	}
	return t
}

// SuccessionTable gives the commitments that outlive their lead or its
// mandate, with the successors.
func (r Responsibility) SuccessionTable() Table {
	t := Table{Title: "Commitments that outlive their lead or its mandate", Columns: []string{"commitment", "lead", "until", "successor", "verdict", "fails"}}
	for _, c := range r.Ceasing {
		row := []string{string(c.Commitment), string(c.Lead), c.Until.String()}
		if len(c.Successors) == 0 {
			t.Rows = append(t.Rows, append(row, "", "", ""))
		}
		for _, s := range c.Successors {
			t.Rows = append(t.Rows, append(slices.Clone(row), string(s.Lead), string(s.Verdict), listCell(s.Fails)))
		}
	}
	return t
}

// listCell is the text of several terms in one cell.
func listCell[T ~string](terms []T) string { return strings.Join(ocs.Words(terms), " ") }
