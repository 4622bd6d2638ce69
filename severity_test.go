package ocs_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
)

func TestSeverityText(t *testing.T) {
	for _, s := range []ocs.Severity{ocs.Off, ocs.Info, ocs.Warning, ocs.Error} {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back ocs.Severity
		require.NoError(t, back.UnmarshalText(text))
		if back != s || string(text) != s.String() {
			t.Errorf("%v: read back as %v from %q", s, back, text)
		}
	}
	if _, err := ocs.Severity(9).MarshalText(); err == nil {
		t.Error("a number that is no severity was written")
	}
	for _, text := range []string{"", "Error", "fatal"} {
		if err := new(ocs.Severity).UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as a severity", text)
		}
	}
}

func TestLevelsAt(t *testing.T) {
	const levels ocs.Levels = "-iWEW"
	want := map[ocs.Stage]ocs.Severity{
		"":                      ocs.Off,
		"unheard-of":            ocs.Off,
		ocs.StagePlanned:        ocs.Off,
		ocs.StageDraft:          ocs.Off,
		ocs.StageConsultation:   ocs.Info,
		ocs.StageAdopted:        ocs.Warning,
		ocs.StageImplementation: ocs.Error,
		ocs.StageReview:         ocs.Warning,
		ocs.StageSuperseded:     ocs.Warning,
	}
	got := make(map[ocs.Stage]ocs.Severity)
	for stage := range want {
		got[stage] = levels.At(stage)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLevelsValid(t *testing.T) {
	for levels, want := range map[ocs.Levels]bool{
		"EWi-E": true, "-----": true, "": false, "EEEE": false, "EEEEEE": false, "eEEEE": false, "EE EE": false, "EEIEE": false,
	} {
		if got := levels.Valid(); got != want {
			t.Errorf("%q: valid is %v", levels, got)
		}
		if !want && levels.At(ocs.StageDraft) != ocs.Error {
			t.Errorf("%q: malformed levels switch a rule off", levels)
		}
	}
}

func TestFindingJSON(t *testing.T) {
	want := ocs.Finding{
		Rule: "r", Severity: ocs.Warning, Path: "/a/0", Pos: ocs.Position{File: "f.yaml", Line: 2, Column: 3, Offset: 9},
		Element: ocs.Element{Kind: "actor", ID: "a"}, Message: "m", Help: "h",
		Related: []ocs.Related{{Path: "/b", Message: "first"}},
	}
	text, err := json.Marshal(want)
	require.NoError(t, err)
	const wantText = `{"rule":"r","severity":"warning","path":"/a/0","pos":{"file":"f.yaml","line":2,"column":3,"offset":9},` +
		`"element":{"kind":"actor","id":"a"},"message":"m","help":"h","related":[{"path":"/b","message":"first"}]}`
	if d := cmp.Diff(wantText, string(text)); d != "" {
		t.Error(d)
	}
	var got ocs.Finding
	require.NoError(t, json.Unmarshal(text, &got))
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
