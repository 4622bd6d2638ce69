package ocs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
)

func TestFindingsSort(t *testing.T) {
	at := func(file string, offset int, path ocs.Pointer, rule, message string) ocs.Finding {
		return ocs.Finding{Rule: rule, Path: path, Pos: ocs.Position{File: file, Line: 1, Offset: offset}, Message: message}
	}
	got := ocs.Findings{
		at("b", 0, "/a", "r", "7"),
		at("a", 5, "/b", "s", "5"),
		at("a", 5, "/b", "r", "3"),
		at("a", 5, "/b", "r", "4"),
		at("a", 5, "/a", "z", "2"),
		{Rule: "z", Path: "/z", Message: "0"}, // without a position: first, in their own order
		{Rule: "a", Path: "/a", Message: "1"},
		at("a", 40, "/b", "r", "6"),
	}
	got.Sort()
	var order []string
	for _, f := range got {
		order = append(order, f.Message)
	}
	if d := cmp.Diff("0 1 2 3 4 5 6 7", strings.Join(order, " ")); d != "" {
		t.Error(d)
	}
}

func TestFindingsCounts(t *testing.T) {
	fs := ocs.Findings{{Severity: ocs.Info}, {Severity: ocs.Warning}, {Severity: ocs.Info}}
	got := []int{fs.Count(ocs.Off), fs.Count(ocs.Info), fs.Count(ocs.Warning), fs.Count(ocs.Error)}
	if d := cmp.Diff([]int{0, 2, 1, 0}, got); d != "" {
		t.Error(d)
	}
	if fs.Max() != ocs.Warning || (ocs.Findings)(nil).Max() != ocs.Off {
		t.Errorf("max is %v, of none %v", fs.Max(), (ocs.Findings)(nil).Max())
	}
}

func TestFindingsErr(t *testing.T) {
	if err := (ocs.Findings{{Severity: ocs.Warning}}).Err(); err != nil {
		t.Errorf("a warning is an error: %v", err)
	}
	if err := ocs.Findings(nil).Err(); err != nil {
		t.Errorf("no finding is an error: %v", err)
	}
	fs := ocs.Findings{
		{Rule: "w", Severity: ocs.Warning},
		{Rule: "first", Severity: ocs.Error, Path: "/a"},
		{Rule: "second", Severity: ocs.Error, Path: "/b"},
	}
	err := fmt.Errorf("wrapped: %w", fs.Err())
	var f ocs.Finding
	require.ErrorAs(t, err, &f)
	if d := cmp.Diff(fs[1], f); d != "" {
		t.Error(d)
	}
	var many interface{ Unwrap() []error }
	require.True(t, errors.As(err, &many))
	if n := len(many.Unwrap()); n != 2 {
		t.Errorf("%d errors", n)
	}
}

func TestPositionString(t *testing.T) {
	for want, p := range map[string]ocs.Position{
		"":      {},
		"f":     {File: "f"},
		"f:2":   {File: "f", Line: 2},
		"f:2:3": {File: "f", Line: 2, Column: 3, Offset: 8},
		"2:3":   {Line: 2, Column: 3},
	} {
		if got := p.String(); got != want {
			t.Errorf("%#v is written %q, not %q", p, got, want)
		}
	}
}

func TestFindingsSortPutsUnlocatedFirst(t *testing.T) {
	located := ocs.Finding{Rule: "a", Pos: ocs.Position{Line: 1}}
	unlocated := ocs.Finding{Rule: "b"}
	want := ocs.Findings{unlocated, located}
	for _, got := range []ocs.Findings{{located, unlocated}, {unlocated, located}} {
		got.Sort()
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
}

func TestElementString(t *testing.T) {
	for want, e := range map[string]ocs.Element{
		"":                   {},
		`budget-line "b 1"`:  {Kind: "budget-line", ID: "b 1"},
		`commitment "پ-۱"`:   {Kind: "commitment", ID: "پ-۱"},
		`commitment "a\x00"`: {Kind: "commitment", ID: "a\x00"},
	} {
		if got := e.String(); got != want {
			t.Errorf("%#v is written %s, not %s", e, got, want)
		}
	}
}

// A sentence names the element once, whatever the message begins with.
func TestSentence(t *testing.T) {
	c := ocs.Element{Kind: "commitment", ID: "c-12"}
	line := ocs.Element{Kind: "budget-line", ID: "b"}
	for _, tc := range []struct {
		element       ocs.Element
		message, want string
	}{
		{c, "commitment has no lead", `commitment "c-12" has no lead`},
		{c, "commitments are many", `commitment "c-12": commitments are many`},
		{c, `lead "x" is unknown`, `commitment "c-12": lead "x" is unknown`},
		{c, `commitment "x" has this title too`, `commitment "c-12": commitment "x" has this title too`},
		{c, `"c-12" depends on itself`, `"c-12" depends on itself`},
		{line, "budget line has no sum", `budget line "b" has no sum`},
		{line, "sum is negative", `budget line "b": sum is negative`},
		{ocs.Element{}, "title is missing", "title is missing"},
		{ocs.Element{Kind: "commitment"}, "commitment has no lead", "commitment has no lead"},
		{ocs.Element{Kind: "strategy", ID: "zz"}, "strategy has no title", "strategy has no title"},
		{ocs.Element{Kind: "actor", ID: "a\x1b"}, "actor is idle", `actor "a\x1b" is idle`},
	} {
		if got := (ocs.Finding{Element: tc.element, Message: tc.message}).Sentence(); got != tc.want {
			t.Errorf("%v: %q reads %q, not %q", tc.element, tc.message, got, tc.want)
		}
	}
}

func TestElementStringCutsLongIDs(t *testing.T) {
	long := ocs.Element{Kind: "actor", ID: strings.Repeat("پ", 10_000)}
	if n := len([]rune(long.String())); n > 60 {
		t.Errorf("%d characters", n)
	}
	broken := ocs.Element{Kind: "actor", ID: strings.Repeat("\xff", 100)}
	if n := len(broken.String()); n > 400 {
		t.Errorf("%d bytes", n)
	}
}
