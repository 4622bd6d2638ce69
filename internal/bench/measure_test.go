package main

import (
	"bytes"
	"testing"
	"time"
)

func TestVerdict(t *testing.T) {
	tests := []struct {
		name string
		row  row
		want string
	}{
		{"no goal", row{measured: 9}, ""},
		{"better than the aim", row{measured: 1, gate: 1.15, aim: 1.03}, "aim"},
		{"at the gate", row{measured: 1.15, gate: 1.15, aim: 1.03}, "gate"},
		{"beyond the gate", row{measured: 1.16, gate: 1.15, aim: 1.03}, "MISSED"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.row.verdict(); got != test.want {
				t.Errorf("verdict %q, want %q", got, test.want)
			}
		})
	}
}

func TestNumber(t *testing.T) {
	for f, want := range map[float64]string{0: "", 0.01234: "0.0123", 1.234: "1.23", 12.34: "12.3", 1234.5: "1234"} {
		if got := number(f); got != want {
			t.Errorf("number(%v) = %q, want %q", f, got, want)
		}
	}
}

// A subject that works twice as long takes longer.
func TestCompare(t *testing.T) {
	work := func(d time.Duration) func() any {
		return func() any {
			start := cpuTime()
			for cpuTime()-start < d {
			}
			return d
		}
	}
	got := compare(3, subject{"short", work(2 * time.Millisecond)}, subject{"long", work(8 * time.Millisecond)})
	if r := got.ratio(1, 0); r < 2 || r > 8 {
		t.Errorf("long ÷ short = %.1f, want about 4", r)
	}
}

// Every attack has the size it is asked for, so that times for each byte can be
// compared.
func TestAttackBytes(t *testing.T) {
	const n = hostileBytes / 4 // the smaller of the two sizes that are measured
	for _, list := range [][]attack{jsonAttacks, yamlAttacks} {
		for _, a := range list {
			data := a.bytes(n)
			if len(data) < n || len(data) > n+1000 {
				t.Errorf("%s: %d bytes, want about %d", a.name, len(data), n)
			}
			if !bytes.HasPrefix(data, []byte(a.begin)) || !bytes.HasSuffix(data, []byte(a.end)) {
				t.Errorf("%s: beginning or end missing", a.name)
			}
			if bytes.Contains(data, []byte("%d")) {
				t.Errorf("%s: a count isn't filled in", a.name)
			}
		}
	}
}

// Misspelling changes as many names as it is asked to, and nothing else.
func TestMisspell(t *testing.T) {
	data := marshal(t, 1000)
	faulty := misspell(data, located)
	if got := bytes.Count(faulty, []byte("descriptoin")); got != located {
		t.Errorf("%d names misspelt, want %d", got, located)
	}
	if got := bytes.ReplaceAll(faulty, []byte("descriptoin"), []byte("description")); !bytes.Equal(got, data) {
		t.Error("something else was changed")
	}
}
