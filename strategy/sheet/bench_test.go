package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs/strategy/sheet"
)

// manyRows is a table of so many rows, each of another activity.
func manyRows(n int) []byte {
	var b strings.Builder
	b.WriteString("Pillar,Objective,Activity,Lead,Partners,Deadline,Status,KPI\n")
	for i := range n {
		fmt.Fprintf(&b, "Pursue,Objective %d,Activity %d,Agency %d (AG%d),Agency 1; Agency 2,30 June 2027,on track,Indicator %d\n", i%50, i, i%100, i%100, i)
	}
	return []byte(b.String())
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		data := manyRows(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if doc := sheet.Read("t.csv", data, nil, nil); doc.Taken != n {
					b.Fatalf("%d rows taken: %v", doc.Taken, doc.Findings[:min(len(doc.Findings), 5)])
				}
			}
		})
	}
}

// Tables that were made to take long.
func BenchmarkHostile(b *testing.B) {
	rows := func(header string, n int, format string) []byte {
		var t strings.Builder
		t.WriteString(header)
		for i := range n {
			fmt.Fprintf(&t, format, i)
		}
		return []byte(t.String())
	}
	for _, bad := range []struct {
		name string
		data []byte
	}{
		{"one title", rows("Objective,Activity\n", 100_000, "O%d,Train\n")},
		{"one activity", rows("Activity,Remarks\n", 100_000, "Train,%d\n")},
		{"one identifier", rows("Activity,Lead\n", 100_000, "A%[1]d,!?%[1]d\n")},
		{"one objective", rows("Objective,Activity,Threat\n", 100_000, "O,A%[1]d,T%[1]d\n")},
		{"words nobody knows", rows("Activity,Status\n", 100_000, "A%[1]d,ongoin%[1]d\n")},
		{"one cell", []byte("Activity,Lead\nA,\"" + strings.Repeat("x;", 8_000_000) + "\"\n")},
		{"one heading", []byte("Activity," + strings.Repeat("x", 16_000_000) + "\nA,B\n")},
		{"columns", []byte("Activity" + strings.Repeat(",a", 999) + "\n" + strings.Repeat("A"+strings.Repeat(",b", 999)+"\n", 8_000))},
		{"quotes", []byte("Activity\n" + strings.Repeat("\"\n", 8_000_000))},
	} {
		b.Run(bad.name, func(b *testing.B) {
			b.SetBytes(int64(len(bad.data)))
			b.ReportAllocs()
			for b.Loop() {
				sheet.Read("t.csv", bad.data, nil, nil)
			}
		})
	}
}
