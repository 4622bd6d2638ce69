package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// hostileBytes is the size of hostile inputs: a quarter of a megabyte, since
// some of them are slow.
const hostileBytes = 1 << 18

// shown is how many of the attacks on a format are listed at most, the worst
// first: the first of all, those beyond the gate, and those whose cost grows
// faster than their size.
const shown = 15

// attackRow is a row with what decides whether it is listed.
type attackRow struct {
	row
	growth float64 // of the time for each byte with four times the size
}

// hostile is goal 14: the time that a hostile input takes for each byte, from
// the bytes to the verdict, against that of a clean document.
func hostile(e *env) (rows []row) {
	d := e.yamlDoc(minObjects)
	for _, f := range []struct {
		name    string
		clean   []byte
		attacks []attack
	}{{"s.json", d.json, jsonAttacks}, {"s.yaml", d.yaml, yamlAttacks}} {
		check := func(data []byte) ocs.Result { return codec.Decode(f.name, data, nil).Check(&options) }
		perByte := func(data []byte) float64 {
			t := compare(min(e.passes, 3), subject{"", func() any { return check(data) }})
			return float64(t.median(0)) / float64(len(data))
		}
		normal := perByte(f.clean)
		format := codec.SyntaxOf(f.name)
		var all []attackRow
		for _, a := range f.attacks {
			data := a.bytes(hostileBytes)
			t, quarter := perByte(data), perByte(a.bytes(hostileBytes/4))
			all = append(all, attackRow{row{what: fmt.Sprintf("hostile %s ÷ clean for each byte: %s", format, a.name), measured: t / normal,
				gate: 5, aim: 3, note: cost(t, t/quarter, len(data), len(check(data).Findings))}, t / quarter})
		}
		slices.SortFunc(all, func(a, b attackRow) int { return cmp.Compare(b.measured, a.measured) })
		for i, r := range all[:shown] {
			if i == 0 || r.measured > r.gate || r.growth > 2 {
				rows = append(rows, r.row)
			}
		}
	}
	return rows
}

// cost puts in words what an attack of n bytes cost: the nanoseconds for each
// byte, how these grow, and what each finding cost where there are many.
func cost(perByte, growth float64, n, findings int) string {
	text := fmt.Sprintf("%.0f ns/byte, ×%.1f at 4 × the size, %d findings", perByte, growth, findings)
	if findings*100 > n {
		text += fmt.Sprintf(" at %.1f µs", perByte*float64(n)/float64(findings)/1000)
	}
	return text
}
