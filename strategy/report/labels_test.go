package report

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// TestLabelsAreComplete: every language has every label.
func TestLabelsAreComplete(t *testing.T) {
	for _, table := range []map[string]texts{labels, terms} {
		for key, words := range table {
			for i, word := range words {
				if strings.TrimSpace(word) == "" || word != strings.TrimSpace(word) {
					t.Errorf("%s has no label in %q", key, tongues[i])
				}
			}
		}
	}
}

// TestTermsHaveLabels: the vocabularies that the report shows are translated
// whole, and nothing else is.
func TestTermsHaveLabels(t *testing.T) {
	vocabularies := map[string][]string{
		"stage":          ocs.Stage("").Terms(),
		"standing":       strategy.Standing("").Terms(),
		"progress":       strategy.ProgressStatus("").Terms(),
		"state":          strategy.State("").Terms(),
		"rating":         strategy.Rating("").Terms(),
		"severity":       {ocs.Error.String(), ocs.Warning.String(), ocs.Info.String()},
		"funding-source": strategy.FundingSource("").Terms(),
		"funding-status": strategy.FundingStatus("").Terms(),
		"trend":          threat.Trend("").Terms(),
		"scope":          threat.Scope("").Terms(),
		"flow":           threat.FlowRole("").Terms(),
		"consultation":   strategy.ConsultationStatus("").Terms(),
		"partner":        strategy.PartnerStatus("").Terms(),
		"role":           actor.Role("").Terms(),
		"indicator-kind": pillar.IndicatorKind("").Terms(),
		"cadence":        append(ocs.Cadence("").Terms(), "continuous"),
		"due":            strategy.DueKind("").Terms(),
		"actor":          actor.Kind("").Terms(),
		"power":          actor.Power("").Terms(),
		"victim":         threat.Victim("").Terms(),
		"safeguard":      strategy.SafeguardKind("").Terms(),
		"evaluation":     strategy.EvaluationKind("").Terms(),
		"accession":      strategy.Accession("").Terms(),
		"relation":       strategy.RelationKind("").Terms(),
		"goal":           strategy.GoalScheme("").Terms(),
		"gap":            strategy.GapKind("").Terms(),
	}
	var want, got []string
	for name, list := range vocabularies {
		for _, term := range list {
			want = append(want, name+"."+term)
		}
	}
	for key := range terms {
		got = append(got, key)
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
}

func TestLabel(t *testing.T) {
	tests := []struct {
		language ocs.Language
		want     []string
	}{
		{"", []string{"Vision", "on track", "coast guard", "ltr"}},
		{"fr", []string{"Vision", "en bonne voie", "coast guard", "ltr"}},
		{"UR-PK", []string{"وژن", "درست سمت میں", "coast guard", "rtl"}},
		{"de", []string{"Vision", "on track", "coast guard", "ltr"}},
	}
	for _, test := range tests {
		t.Run(string(test.language), func(t *testing.T) {
			o := &Options{Language: test.language}
			got := []string{o.label("vision"), o.term("standing", "on-track"), o.term("kind", "coast-guard"), o.direction()}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("labels (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEveryLabelIsUsed: the templates and the code name labels that there are,
// and no label is left over.
func TestEveryLabelIsUsed(t *testing.T) {
	var code strings.Builder
	for _, pattern := range []string{"*.go", "templates/*.html"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, name := range files {
			if strings.HasPrefix(name, "labels") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			code.Write(data)
		}
	}
	for key := range labels {
		if !strings.Contains(code.String(), `"`+key+`"`) {
			t.Errorf("label %q is used nowhere", key)
		}
	}
	for _, use := range regexp.MustCompile(`(?:\{\{| )t "([^"]+)"|\blabel\("([^"]+)"\)|\bsay\("([^"]+)"[,)]`).FindAllStringSubmatch(code.String(), -1) {
		if key := use[1] + use[2] + use[3]; labels[key] == (texts{}) && captions[key] == (texts{}) {
			t.Errorf("there is no label %q", key)
		}
	}
}
