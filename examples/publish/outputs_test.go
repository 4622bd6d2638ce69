package main

import (
	"bytes"
	"encoding/json"
	"html/template"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/strategy/misp"
	"github.com/ocs-framework/ocs/strategy/report"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/strategy/stratml"
)

// TestNoOutputTells: whatever the format, no text that was withheld is in what
// is written for a level.
func TestNoOutputTells(t *testing.T) {
	s := nsaoc.Monitored()
	for _, level := range []ocs.Marking{ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber} {
		t.Run(string(level), func(t *testing.T) {
			release := strategy.Redact(&s, level)
			secrets := lacking(&s, &release.Strategy)
			if level == ocs.MarkingClear && len(secrets) < 20 {
				t.Fatalf("only %d texts are withheld", len(secrets))
			}
			written := outputs(t, &s, &release.Strategy, level)
			for _, name := range slices.Sorted(maps.Keys(written)) {
				if len(written[name]) == 0 {
					t.Errorf("%s is empty", name)
				}
				for _, secret := range secrets {
					quoted, err := json.Marshal(secret)
					require.NoError(t, err)
					for _, spelling := range []string{secret, template.HTMLEscapeString(secret), strings.Trim(string(quoted), `"`)} {
						if bytes.Contains(written[name], []byte(spelling)) {
							t.Errorf("%s tells %q", name, secret)
							break
						}
					}
				}
			}
		})
	}
}

// lacking lists the texts of several words and the identifiers of several parts
// that a strategy has and its copy has nowhere.
func lacking(s, release *strategy.Strategy) []string {
	left := make(map[string]bool)
	texts(reflect.ValueOf(release), left)
	all := strings.Join(slices.Sorted(maps.Keys(left)), "\n")
	had := make(map[string]bool)
	texts(reflect.ValueOf(s), had)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(had)), func(text string) bool {
		return len(text) < 6 || !strings.ContainsAny(text, " -") || strings.Contains(all, text)
	})
}

// texts collects the texts of a value. Words of vocabularies aren't told from
// those that the formats use themselves.
func texts(v reflect.Value, found map[string]bool) {
	switch v.Kind() {
	case reflect.String:
		if _, term := v.Interface().(interface{ Terms() []string }); !term {
			found[v.String()] = true
		}
	case reflect.Pointer:
		texts(v.Elem(), found)
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				texts(v.Field(i), found)
			}
		}
	}
}

// outputs writes the copy, or what is for that level of the whole, in every
// format that there is.
func outputs(t *testing.T, whole, release *strategy.Strategy, level ocs.Marking) map[string][]byte {
	t.Helper()
	written := make(map[string][]byte)
	add := func(name string, data []byte, err error) {
		t.Helper()
		require.NoError(t, err)
		written[name] = append(written[name], data...)
	}
	write := func(name string, f func(io.Writer) error) {
		var b bytes.Buffer
		err := f(&b)
		add(name, b.Bytes(), err)
	}

	for _, syntax := range []codec.Syntax{codec.YAML, codec.JSON} {
		data, err := codec.Encode(release, syntax)
		add(string(syntax), data, err)
	}
	for name, part := range map[string]stratml.Part{"stratml1": stratml.Part1, "stratml2": stratml.Part2} {
		data, _, err := stratml.Encode(release, part, nil)
		add(name, data, err)
	}
	bundle, _, err := stix.Export(whole, &stix.ExportOptions{Level: level, Sources: true})
	add("stix", bundle, err)

	g := graph.New(whole, level)
	nodes, edges := g.Tables()
	write("graphml", g.WriteGraphML)
	write("nodes", nodes.WriteCSV)
	write("edges", edges.WriteCSV)
	taxonomy, _ := misp.Of(whole, level)
	write("misp", taxonomy.WriteJSON)

	ix, asOf := strategy.NewIndex(release), ocs.MustDate("2028-06-30")
	o := &report.Options{AsOf: asOf}
	write("html", func(w io.Writer) error { return report.HTML(w, ix, o) })
	write("markdown", func(w io.Writer) error { return report.Markdown(w, ix, o) })
	for _, d := range report.Mermaid(ix, o) {
		add("mermaid", []byte(d.Text), nil)
	}
	pictures := slices.Concat(report.Timeline(ix, o), report.Indicators(ix, o), []report.Picture{report.Coverage(ix, o), report.Responsibilities(ix, o),
		report.BudgetByPillar(ix, o), report.BudgetBySource(ix, o), report.Risks(ix, o), report.ThreatRanking(ix, o)})
	for _, p := range pictures {
		add("svg", p.SVG, nil)
		write("figures", p.Table.WriteCSV)
	}
	for _, table := range []strategy.Table{ix.ActionPlan(asOf, nil), ix.ResponsibilityMatrix(asOf, nil), ix.MonitoringPlan(asOf, nil)} {
		write("tables", table.WriteCSV)
	}
	found := strategy.Validate(release, &strategy.Options{AsOf: asOf, Stage: ocs.StageReview}).Findings
	write("findings", func(w io.Writer) error { return findings.JSONLines(w, found) })
	return written
}
