package strategy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// tracked is a strategy with indicators of every kind of value, a commitment
// with a milestone, and a report.
func tracked() *strategy.Strategy {
	s := reported([]strategy.Commitment{{ID: "units", Milestones: []strategy.Milestone{{ID: "first-unit"}}}}, told("units", "2026-12", strategy.OnTrack))
	s.Objectives = objectives(counted("convictions", ""), pillar.Indicator{ID: "law-passed", Value: pillar.YesNo}, pillar.Indicator{ID: "story", Value: pillar.Narrative})
	s.Reports[0].Readings = []strategy.Reading{{Indicator: "convictions", Date: date("2026"), Value: ocs.Num(8), Note: "court statistics", Status: strategy.ReadingOnTrack}}
	return s
}

func readFeed(t *testing.T, s *strategy.Strategy, text string) strategy.Feed {
	t.Helper()
	f, findings, err := strategy.NewIndex(s).ReadFeed("feed.csv", strings.NewReader(text), nil)
	require.NoError(t, err)
	require.Empty(t, findings)
	return f
}

func TestReadFeed(t *testing.T) {
	tests := []struct {
		name, text string
		want       strategy.Feed
	}{
		{"readings", "id,date,value\nconvictions,2027-12-31,12.5\n", strategy.Feed{
			Readings: []strategy.Reading{{Indicator: "convictions", Date: date("2027-12-31"), Value: dec("12.5")}},
			Rows:     []ocs.Position{{File: "feed.csv", Line: 2, Column: 1, Offset: 14}}}},
		{"byte order mark, CRLF, any order of columns, spaces, an empty row, no last line break",
			"\ufeffNote , VALUE,Area,date,id\r\n\"a, \"\"b\"\"\",-3,PK-PB,2027-Q2, convictions\r\n , ,,,\r\n,Yes,,2027,law-passed", strategy.Feed{
				Readings: []strategy.Reading{{Indicator: "convictions", Area: "PK-PB", Date: date("2027-Q2"), Value: ocs.Num(-3), Note: `a, "b"`},
					{Indicator: "law-passed", Date: date("2027"), Text: "yes"}},
				Rows: []ocs.Position{{File: "feed.csv", Line: 2, Column: 1, Offset: 30}, {File: "feed.csv", Line: 4, Column: 1, Offset: 80}}}},
		{"updates of commitments and milestones", "id,date,state,percent,note\nfirst-unit,2027-02-01,complete,,\nunits,2027-03-01,,40,opened\n", strategy.Feed{
			Updates: []strategy.Update{{Commitment: "units", Milestone: "first-unit", Date: date("2027-02-01"), State: strategy.Complete},
				{Commitment: "units", Date: date("2027-03-01"), Percent: ocs.Num(40), Note: "opened"}},
			Rows: []ocs.Position{{File: "feed.csv", Line: 2, Column: 1, Offset: 27}, {File: "feed.csv", Line: 3, Column: 1, Offset: 60}}}},
		{"a row that says the same twice", "id,date,value\nconvictions,2027,12.50\nconvictions,2027,12.5\n", strategy.Feed{
			Readings: []strategy.Reading{{Indicator: "convictions", Date: date("2027"), Value: dec("12.50")}},
			Rows:     []ocs.Position{{File: "feed.csv", Line: 2, Column: 1, Offset: 14}}}},
		{"no rows", "id,date,value\n", strategy.Feed{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, readFeed(t, tracked(), tt.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadFeedFaults(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // rule, path, line:column
	}{
		{"empty", "", []string{"feed-header  1:1"}},
		{"no header", "convictions,2027,12\n", []string{"feed-header  1:1", "feed-header  1:13", "feed-header  1:18"}},
		{"a column is missing", "id,value\n", []string{"feed-header  1:1"}},
		{"a column twice", "id,date,value,date\n", []string{"feed-header  1:15"}},
		{"readings and updates", "id,date,value,state\n", []string{"feed-header  1:1"}},
		{"semicolons", "id;date;value\n", []string{"feed-header  1:1"}},
		{"unknown identifier", "id,date,value\nconviction,2027,1\n", []string{"feed-id /0/id 2:1"}},
		{"an identifier of another kind", "id,date,value\nunits,2027,1\n", []string{"feed-id /0/id 2:1"}},
		{"each fault of a row, after text that isn't ASCII", "note,id,date,value\n“ß”,conviction,27/12/2027,\"1,5\"\n", []string{"feed-date /0/date 2:16", "feed-id /0/id 2:5"}},
		{"a decimal comma", "id,date,value\nconvictions,2027,\"1,5\"\n", []string{"feed-value /0/value 2:18"}},
		{"thousands separators", "id,date,value\nconvictions,2027,1 500\n", []string{"feed-value /0/value 2:18"}},
		{"no such day", "id,date,value\nconvictions,2027-02-29,1\n", []string{"feed-date /0/date 2:13"}},
		{"neither yes nor no", "id,date,value\nlaw-passed,2027,partly\n", []string{"feed-value /0/value 2:17"}},
		{"no text", "id,date,value\nstory,2027,\n", []string{"feed-value /0/value 2:12"}},
		{"too few cells", "id,date,value\nconvictions,2027\n", []string{"feed-row /0 2:1"}},
		{"quotes", "id,date,value\nconvictions,2027,1\"2\n", []string{"feed-syntax  2:19"}},
		{"not UTF-8", "id,date,value,note\nconvictions,2027,12,caf\xe9\n", []string{"feed-encoding  2:24"}},
		{"state", "id,date,state\nunits,2027,finished\nunits,2028,\n", []string{"feed-state /0/state 2:12", "feed-state /1/state 3:12"}},
		{"percent", "id,date,percent\nunits,2027,101\nunits,2028,-1\n", []string{"feed-percent /0/percent 2:12", "feed-percent /1/percent 3:12"}},
		{"area", "id,date,value,area\nconvictions,2027,1,Punjab\n", []string{"feed-area /0/area 2:20"}},
		{"two values of one date", "id,date,value\nconvictions,2027,1\nconvictions,2027,2\n", []string{"feed-conflict /1/id 3:1"}},
		{"too many rows", "id,date,value\nconvictions,2027,1\nconvictions,2028,2\nconvictions,2029,2\n", []string{"feed-limit  4:1"}},
		{"too many bytes", "id,date,value\n" + strings.Repeat(" ", 500), []string{"feed-limit  0:0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, findings, err := strategy.NewIndex(tracked()).ReadFeed("feed.csv", strings.NewReader(tt.text), &strategy.FeedOptions{MaxRows: 2, MaxBytes: 500})
			require.NoError(t, err)
			var got []string
			for _, d := range findings {
				got = append(got, fmt.Sprintf("%s %s %d:%d", d.Rule, d.Path, d.Pos.Line, d.Pos.Column))
				if d.Pos.File != "feed.csv" || d.Severity != ocs.Error || d.Message == "" {
					t.Errorf("finding %+v", d)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(strategy.Feed{}, f); diff != "" {
				t.Errorf("rows were taken:\n%s", diff)
			}
		})
	}
}

func TestReadFeedSuggests(t *testing.T) {
	_, findings, _ := strategy.NewIndex(tracked()).ReadFeed("", strings.NewReader("id,date,value\nconvicitons,2027,1\n"), nil)
	if len(findings) != 1 || !strings.Contains(findings[0].Help, `"convictions"`) {
		t.Errorf("findings %+v", findings)
	}
}

func TestReadFeedReaderFails(t *testing.T) {
	broken := errors.New("the line is cut")
	if _, _, err := strategy.NewIndex(tracked()).ReadFeed("", iotest.ErrReader(broken), nil); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestApply(t *testing.T) {
	s := tracked()
	before, err := json.Marshal(s)
	require.NoError(t, err)
	f := readFeed(t, s, "id,date,value,note\nconvictions,2028,11,\nconvictions,2027,9.0,\nconvictions,2026,8.5,recount\nlaw-passed,2027,yes,\n")
	into := strategy.Report{ID: "monthly", Kind: strategy.Progress, By: "interior", Made: date("2028-01-05")}
	got, result := f.Apply(s, into)

	want := *tracked()
	want.Reports[0].Readings[0] = strategy.Reading{Indicator: "convictions", Date: date("2026"), Value: dec("8.5"), Note: "recount"}
	into.Readings = []strategy.Reading{
		{Indicator: "convictions", Date: date("2027"), Value: dec("9.0")},
		{Indicator: "law-passed", Date: date("2027"), Text: "yes"},
		{Indicator: "convictions", Date: date("2028"), Value: ocs.Num(11)},
	}
	want.Reports = append(want.Reports, into)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if result.Added != 3 || result.Replaced != 1 || result.Same != 0 {
		t.Errorf("result %+v", result)
	}
	c := result.Corrections
	if len(c) != 1 || c[0].Rule != strategy.FeedCorrection || c[0].Severity != ocs.Info || c[0].Path != "/reports/0/readings/0" || c[0].Pos.Line != 4 {
		t.Errorf("corrections %+v", c)
	}
	after, err := json.Marshal(s)
	require.NoError(t, err)
	if !bytes.Equal(before, after) {
		t.Errorf("the strategy given was changed")
	}

	twice, result := f.Apply(&got, strategy.Report{ID: "monthly"})
	if diff := cmp.Diff(got, twice); diff != "" {
		t.Errorf("the second time (-once +twice):\n%s", diff)
	}
	if result.Same != 4 || result.Added+result.Replaced != 0 {
		t.Errorf("the second time: %+v", result)
	}
}

// Updates are merged alike, and the report that was made last holds where two
// speak of one date.
func TestApplyUpdates(t *testing.T) {
	s := tracked()
	s.Reports = append(s.Reports, strategy.Report{ID: "older", Made: date("2027-01"), Updates: []strategy.Update{told("units", "2026-12", strategy.Blocked)}})
	f := readFeed(t, s, "id,date,state\nunits,2026-12,delayed\nfirst-unit,2026-12,complete\n")
	got, result := f.Apply(s, strategy.Report{ID: "r"})
	if result.Added != 1 || result.Replaced != 1 {
		t.Errorf("result %+v", result)
	}
	want := []strategy.Update{told("units", "2026-12", strategy.Delayed), at("first-unit", told("units", "2026-12", strategy.Complete))}
	if diff := cmp.Diff(want, got.Reports[0].Updates); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got.Reports) != 2 {
		t.Errorf("%d reports", len(got.Reports))
	}
}

// The order of the rows never matters to what a feed does.
func TestApplyOrderDoesNotMatter(t *testing.T) {
	rows := []string{"convictions,2028,11\n", "convictions,2027,9\n", "convictions,2026,8.5\n", "law-passed,2027,no\n", "story,2027,more\n"}
	var first strategy.Strategy
	for i := range rows {
		s := tracked()
		got, _ := readFeed(t, s, "id,date,value\n"+strings.Join(rows[i:], "")+strings.Join(rows[:i], "")).Apply(s, strategy.Report{ID: "new"})
		if i == 0 {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" {
			t.Errorf("from row %d (-first +got):\n%s", i, diff)
		}
	}
}

func FuzzReadFeed(f *testing.F) {
	for _, seed := range []string{"", "id,date,value\nconvictions,2027,12.5\n", "\ufeffid,date,state,percent,note\nunits,2027,complete,100,\"a\n b\"\n", "id;date", "id,date,value\n\"",
		"id,date,value\nconviction,2027-02-30,1e99\nlaw-passed,2027-Q9,YES\n", "\xff\xfei\x00d\x00", "id,date,value,area\nconvictions,0001,-0,PK\nconvictions,0001,0,PK\n"} {
		f.Add([]byte(seed))
	}
	s := tracked()
	ix := strategy.NewIndex(s)
	f.Fuzz(func(t *testing.T, data []byte) {
		feed, findings, err := ix.ReadFeed("f", bytes.NewReader(data), &strategy.FeedOptions{MaxBytes: 1 << 16})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range findings {
			if d.Pos.Offset < 0 || d.Pos.Offset > len(data) || d.Pos.Line > 0 && d.Pos.Column < 1 {
				t.Fatalf("position %+v of %d bytes", d.Pos, len(data))
			}
		}
		if len(findings) > 0 && len(feed.Readings)+len(feed.Updates) > 0 {
			t.Fatal("faults, and rows all the same")
		}
		once, result := feed.Apply(s, strategy.Report{ID: "new"})
		if result.Added+result.Replaced+result.Same != len(feed.Readings)+len(feed.Updates) || len(feed.Rows) != len(feed.Readings)+len(feed.Updates) {
			t.Fatalf("%d readings, %d updates, %+v", len(feed.Readings), len(feed.Updates), result)
		}
		twice, _ := feed.Apply(&once, strategy.Report{ID: "new"})
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Fatal(diff)
		}
		merged := strategy.NewIndex(&once)
		merged.Delivery(date("2028"), nil)
		merged.Rollup(date("2028"), nil)
	})
}
