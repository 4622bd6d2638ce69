package faults_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
)

func TestLog(t *testing.T) {
	log := faults.Log{Faults: []ocs.Fault{{Code: "often", Severity: ocs.Info}, {Code: "once", Severity: ocs.Warning}}}
	log.Add(ocs.Findings{{Rule: "earlier", Severity: ocs.Warning}})
	log.Report(ocs.Finding{Rule: "once", Path: "/id"}, "%d", 1)
	for i := range 1002 {
		if log.Full("often") != (i >= 1000) {
			t.Fatalf("after %d findings: full %v", i, log.Full("often"))
		}
		log.Report(ocs.Finding{Rule: "often"}, "")
	}
	log.Report(ocs.Finding{Rule: "other"}, "")

	got := log.List()
	if len(got) != 1+1+1000+1+1 {
		t.Fatalf("%d findings", len(got))
	}
	want := ocs.Findings{
		{Rule: "earlier", Severity: ocs.Warning}, {Rule: "once", Path: "/id", Severity: ocs.Warning}, {Rule: "often", Severity: ocs.Info},
		{Rule: "other", Severity: ocs.Error}, {Rule: "often", Severity: ocs.Info},
	}
	if diff := cmp.Diff(want, append(got[:3:3], got[1002:]...), cmpopts.IgnoreFields(ocs.Finding{}, "Message")); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
