package report

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// monitoredDay is the day that nsaoc.Monitored tells of.
var monitoredDay = ocs.MustDate("2028-06-30")

// inUrdu is Pakistan's strategy with the titles in Urdu.
func inUrdu(t *testing.T) *strategy.Strategy {
	t.Helper()
	s := nsaoc.Monitored()
	release := strategy.Redact(&s, ocs.MarkingClear)
	translation := codec.DecodeCompanion[strategy.Translation]("ur.yaml", nsaoc.Urdu(), nil)
	require.NoError(t, translation.Findings.Err())
	localised, _ := strategy.Localise(&release.Strategy, &translation.Value)
	return &localised
}

func TestPageIsSound(t *testing.T) {
	monitored := nsaoc.Monitored()
	tests := []struct {
		name string
		s    *strategy.Strategy
		o    *Options
	}{
		{"whole", &monitored, &Options{AsOf: monitoredDay}},
		{"without a day", &monitored, nil},
		{"French", &monitored, &Options{AsOf: monitoredDay, Language: "fr"}},
		{"Urdu", inUrdu(t), &Options{AsOf: monitoredDay, Language: "ur"}},
		{"empty", new(strategy.Strategy), nil},
		{"empty, with a day", new(strategy.Strategy), &Options{AsOf: monitoredDay, Language: "fr"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := render(t, test.s, test.o)
			checkPage(t, page)
			if again := render(t, test.s, test.o); !bytes.Equal(page, again) {
				t.Error("a second page differs")
			}
		})
	}
}

// TestOutline: what stands on the page, as a reader who goes from heading to
// heading meets it.
func TestOutline(t *testing.T) {
	s := inUrdu(t)
	var b strings.Builder
	for _, o := range []*Options{{AsOf: monitoredDay}, {AsOf: monitoredDay, Language: "ur"}} {
		fmt.Fprintf(&b, "%s %s\n", o.Language, o.direction())
		readPage(t, render(t, s, o), func(e element) {
			switch {
			case e.name == "section" || e.name == "nav" || e.name == "main":
				fmt.Fprintf(&b, "%s %s %s\n", e.name, e.attrs["class"], e.attrs["id"])
			case e.name == "article":
				fmt.Fprintf(&b, "  %s %s\n", e.attrs["class"], e.attrs["id"])
			}
		})
	}
	golden := filepath.Join("testdata", "page", "outline.golden")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o666))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("outline (-want +got, rewrite with -update):\n%s", diff)
	}
}

// TestEveryElementHasItsPlace: page.html#ID leads to it.
func TestEveryElementHasItsPlace(t *testing.T) {
	s := nsaoc.Monitored()
	ids := make(map[string]bool)
	readPage(t, render(t, &s, &Options{AsOf: monitoredDay}), func(e element) { ids[e.attrs["id"]] = true })
	ix := strategy.NewIndex(&s)
	eachText(reflect.ValueOf(&s).Elem(), func(_ reflect.Type, text string) string {
		if anchored[ix.Kind(ocs.ID(text))] && !ids[text] {
			t.Errorf("%s %q has no place", ix.Kind(ocs.ID(text)), text)
		}
		return text
	})
}

// TestMarkingAndNotice: every section says with whom it may be shared.
func TestMarkingAndNotice(t *testing.T) {
	tests := []struct {
		name    string
		marking func(*strategy.Strategy)
		want    string
	}{
		{"none", func(*strategy.Strategy) {}, "TLP:CLEAR"},
		{"of a part", func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Marking = ocs.MarkingRed }, "TLP:RED"},
		{"of the whole", func(s *strategy.Strategy) { s.Marking = ocs.MarkingGreen }, "TLP:GREEN"},
		{"unknown", func(s *strategy.Strategy) { s.Marking = "secret" }, "secret"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			original := nsaoc.Monitored()
			s := strategy.Redact(&original, ocs.MarkingClear).Strategy
			s.Plans = slices.Clone(s.Plans)
			s.Plans[0].Commitments = slices.Clone(s.Plans[0].Commitments)
			s.Marking = ""
			test.marking(&s)
			page := string(render(t, &s, nil))
			sections := strings.Count(page, "<h2 id=\"_h-")
			banners := strings.Count(page, `<bdi dir="ltr">`+test.want+`</bdi></p><div class="notice"><p dir="auto">`+template.HTMLEscapeString(s.Notice))
			if diff := cmp.Diff([]int{13, 15}, []int{sections, banners}); diff != "" {
				t.Errorf("sections and banners (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNothingAboveTheLevel: of a copy for a level, no word that the copy lacks
// gets into the page.
func TestNothingAboveTheLevel(t *testing.T) {
	s := nsaoc.Monitored()
	texts := func(s *strategy.Strategy) map[string]bool {
		found := make(map[string]bool)
		eachText(reflect.ValueOf(s).Elem(), func(_ reflect.Type, text string) string {
			found[text] = true
			return text
		})
		return found
	}
	ownWords := map[string]bool{"amber": true} // that the page's style has, whatever the document says
	for key := range terms {
		_, term, _ := strings.Cut(key, ".")
		ownWords[term] = true
	}
	for _, level := range []ocs.Marking{ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber} {
		t.Run(string(level), func(t *testing.T) {
			release := strategy.Redact(&s, level)
			page := string(render(t, &release.Strategy, &Options{AsOf: monitoredDay}))
			left := texts(&release.Strategy)
			all := strings.Join(slices.Collect(keys(left)), "\n")
			lacks := 0
			for text := range texts(&s) {
				if len(text) < 5 || ownWords[text] || strings.Contains(all, text) {
					continue
				}
				lacks++
				if strings.Contains(page, template.HTMLEscapeString(text)) {
					t.Errorf("the page says %q", text)
				}
			}
			if level == ocs.MarkingClear && lacks == 0 {
				t.Error("nothing is withheld, so that nothing was tested")
			}
		})
	}
}

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func TestErrors(t *testing.T) {
	s := nsaoc.Strategy()
	ix := strategy.NewIndex(&s)
	if err := HTML(new(bytes.Buffer), ix, &Options{Language: "de"}); err == nil {
		t.Error("a language without labels is no error")
	}
	if err := HTML(broken{}, ix, nil); !errors.Is(err, errBroken) {
		t.Errorf("a writer that fails: %v", err)
	}
}

// broken is a writer that fails.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }
