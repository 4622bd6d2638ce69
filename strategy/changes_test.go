package strategy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

func TestChanges(t *testing.T) {
	s := reported([]strategy.Commitment{
		{ID: "a", Deadline: ocs.MustDeadline("2027-03-31")},
		{ID: "b", Deadline: ocs.MustDeadline("2028")},
		{ID: "same", Deadline: ocs.MustDeadline("2028")},
	}, told("a", "2027-01-10", strategy.OnTrack), told("b", "2027-05-02", strategy.Complete), told("same", "2026-12", strategy.OnTrack))
	s.Reports[0].Updates[1].Percent = ocs.Num(100)
	s.Reports[0].Made, s.Reports[0].Readings = date("2027-05-10"), []strategy.Reading{reading("2026", "8"), reading("2027-05-09", "12")}
	s.Reports = append(s.Reports, strategy.Report{ID: "earlier", Made: date("2027-02"), Covers: ocs.MustPeriod("2026")})
	s.Objectives = objectives(counted("i", ""))
	s.Plans[0].Amendments = []strategy.Amendment{{ID: "first", Date: date("2027-04-01")}}
	ix := strategy.NewIndex(s)

	if got := ix.Reported(date("2027-05-09")); got != date("2026-12-31") {
		t.Errorf("reported up to %v", got)
	}
	got := ix.Changes(date("2027-02-28"), date("2027-05-31")).List
	want := []strategy.Change{
		{Kind: "commitment", ID: "a", Field: "standing", Before: "on-track", After: "late", Date: date("2027-03-31")},
		{Kind: "commitment", ID: "b", Field: "standing", Before: "no-information", After: "delivered", Date: date("2027-05-02")},
		{Kind: "commitment", ID: "b", Field: "percent", After: "100", Date: date("2027-05-02")},
		{Kind: "indicator", ID: "i", Field: "status", Before: "on-track", After: "achieved", Date: date("2027-05-09")},
		{Kind: "indicator", ID: "i", Field: "value", Before: "8", After: "12", Date: date("2027-05-09")},
		{Kind: "report", ID: "r", Field: "report", After: "made", Date: date("2027-05-10")},
		{Kind: "amendment", ID: "first", Field: "text", After: "amended", Date: date("2027-04-01")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if again := ix.Changes(date("2027-05-31"), date("2027-05-31")).List; again != nil {
		t.Errorf("nothing passed and changed: %v", again)
	}
}
