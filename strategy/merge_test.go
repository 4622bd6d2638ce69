package strategy_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

func copyOf(s *strategy.Strategy) strategy.Strategy {
	return deep(reflect.ValueOf(s).Elem()).Interface().(strategy.Strategy)
}

func requireSame(t *testing.T, what string, want, got *strategy.Strategy) {
	t.Helper()
	if text(t, want) != text(t, got) {
		t.Fatalf("%s (-want +got):\n%s", what, cmp.Diff(*want, *got, exactly...))
	}
}

// A draft that changed nothing has no say.
func TestMergeOfOneDraft(t *testing.T) {
	for seed := range rounds(25) {
		base := nsaoc.Strategy()
		m := newMutator(seed)
		m.mutate(&base, m.IntN(10))
		draft := copyOf(&base)
		m.mutate(&draft, m.IntN(30))
		for name, sides := range map[string][2]*strategy.Strategy{"ours": {&draft, &base}, "theirs": {&base, &draft}, "both": {&draft, &draft}} {
			got, found := strategy.Merge(&base, sides[0], sides[1])
			if len(found) > 0 {
				t.Fatalf("seed %d, %s: %v", seed, name, found)
			}
			requireSame(t, fmt.Sprintf("seed %d, %s", seed, name), &draft, &got)
		}
	}
}

// unordered writes a strategy out with every list in one order.
func unordered(t *testing.T, s *strategy.Strategy) string {
	var v any
	if err := json.Unmarshal([]byte(text(t, s)), &v); err != nil {
		t.Fatal(err)
	}
	var sorted func(v any) any
	sorted = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for key, value := range v {
				v[key] = sorted(value)
			}
		case []any:
			for i := range v {
				v[i] = sorted(v[i])
			}
			slices.SortFunc(v, func(a, b any) int {
				x, _ := json.Marshal(a)
				y, _ := json.Marshal(b)
				return strings.Compare(string(x), string(y))
			})
		}
		return v
	}
	data, _ := json.MarshalIndent(sorted(v), "", " ")
	return string(data)
}

// Who is called ours and who theirs matters only for the order of lists, and
// where there are conflicts.
func TestMergeIsSymmetric(t *testing.T) {
	clean := 0
	for seed := range rounds(25) {
		base := nsaoc.Strategy()
		ours, theirs := copyOf(&base), copyOf(&base)
		m := newMutator(seed)
		m.mutate(&ours, 1+m.IntN(6))
		m.mutate(&theirs, 1+m.IntN(6))
		a, found := strategy.Merge(&base, &ours, &theirs)
		b, swapped := strategy.Merge(&base, &theirs, &ours)
		if (len(found) == 0) != (len(swapped) == 0) {
			t.Fatalf("seed %d: %v\nswapped: %v", seed, found, swapped)
		}
		if len(found) > 0 {
			continue
		}
		clean++
		if worse := errorsOf(&a, errorsOf(&ours, nil), errorsOf(&theirs, nil)); len(worse) > 0 {
			t.Fatalf("seed %d: neither draft breaks %v", seed, worse)
		}
		if diff := cmp.Diff(unordered(t, &a), unordered(t, &b)); diff != "" {
			t.Fatalf("seed %d (-ours, theirs +theirs, ours):\n%s", seed, diff)
		}
	}
	if clean < int(rounds(7)) {
		t.Errorf("only %d merges without conflict", clean)
	}
}

type brokenRule struct {
	rule    string
	element ocs.Element
}

// errorsOf lists the errors of a strategy but for those that are known.
func errorsOf(s *strategy.Strategy, known ...map[brokenRule]bool) map[brokenRule]bool {
	found := make(map[brokenRule]bool)
	for _, f := range strategy.Validate(s, nil).Findings {
		b := brokenRule{f.Rule, f.Element}
		if f.Severity == ocs.Error && !slices.ContainsFunc(known, func(k map[brokenRule]bool) bool { return k[b] }) {
			found[b] = true
		}
	}
	return found
}

func TestMerge(t *testing.T) {
	type edit = func(*strategy.Strategy)
	for name, tc := range map[string]struct {
		ours, theirs edit
		want         edit     // what is merged, made of the base
		conflicts    []string // code, place in ours, place in theirs
	}{
		"two fields of one element": {
			ours:   func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Lead = "interior" },
			theirs: func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("2028") },
			want: func(s *strategy.Strategy) {
				s.Plans[0].Commitments[0].Lead, s.Plans[0].Commitments[0].Deadline = "interior", ocs.MustDeadline("2028")
			},
		},
		"the same edit": {
			ours:   func(s *strategy.Strategy) { s.Title = "B"; s.Risks = []strategy.Risk{{ID: "r"}} },
			theirs: func(s *strategy.Strategy) { s.Title = "B"; s.Risks = []strategy.Risk{{ID: "r"}} },
			want:   func(s *strategy.Strategy) { s.Title = "B"; s.Risks = []strategy.Risk{{ID: "r"}} },
		},
		"two values": {
			ours:      func(s *strategy.Strategy) { s.Title = "B" },
			theirs:    func(s *strategy.Strategy) { s.Title = "C" },
			want:      func(s *strategy.Strategy) { s.Title = "B" },
			conflicts: []string{"merge-conflict /title /title"},
		},
		"moved and edited": {
			ours: func(s *strategy.Strategy) {
				c := s.Plans[0].Commitments
				s.Plans[0].Commitments, s.Plans[1].Commitments = c[1:], c[:1]
			},
			theirs: func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Title = "B" },
			want: func(s *strategy.Strategy) {
				c := s.Plans[0].Commitments
				s.Plans[0].Commitments, s.Plans[1].Commitments = c[1:], c[:1]
				s.Plans[1].Commitments[0].Title = "B"
			},
		},
		"deleted and edited": {
			ours:      func(s *strategy.Strategy) { s.Plans[0].Commitments = s.Plans[0].Commitments[1:] },
			theirs:    func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Title = "B" },
			want:      func(s *strategy.Strategy) { s.Plans[0].Commitments = s.Plans[0].Commitments[1:] },
			conflicts: []string{"merge-deleted /plans/0/commitments /plans/0/commitments/0"},
		},
		"edited and deleted": {
			ours:      func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Title = "B" },
			theirs:    func(s *strategy.Strategy) { s.Plans = s.Plans[1:] },
			want:      func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Title = "B" },
			conflicts: []string{"merge-deleted /plans/0 /plans"},
		},
		"deleted and left": {
			ours:   func(s *strategy.Strategy) { s.Objectives[0].Indicators = nil },
			theirs: func(s *strategy.Strategy) { s.Objectives[0].Title = "B" },
			want:   func(s *strategy.Strategy) { s.Objectives[0].Indicators, s.Objectives[0].Title = nil, "B" },
		},
		"moved to two plans": {
			ours: func(s *strategy.Strategy) {
				c := s.Plans[0].Commitments
				s.Plans[0].Commitments, s.Plans[1].Commitments = c[1:], c[:1]
			},
			theirs: func(s *strategy.Strategy) {
				c := s.Plans[0].Commitments
				s.Plans[0].Commitments = c[1:]
				s.Plans = append(s.Plans, strategy.Plan{ID: "third", Commitments: c[:1]})
			},
			want: func(s *strategy.Strategy) {
				c := s.Plans[0].Commitments
				s.Plans[0].Commitments, s.Plans[1].Commitments = c[1:], c[:1]
				s.Plans = append(s.Plans, strategy.Plan{ID: "third"})
			},
			conflicts: []string{"merge-moved /plans/1/commitments/0 /plans/2/commitments/0"},
		},
		"additions at one place": {
			ours:   func(s *strategy.Strategy) { s.Threats = append(s.Threats, threat.Threat{ID: "b", Name: "B"}) },
			theirs: func(s *strategy.Strategy) { s.Threats = append(s.Threats, threat.Threat{ID: "c", Name: "C"}) },
			want: func(s *strategy.Strategy) {
				s.Threats = append(s.Threats, threat.Threat{ID: "b", Name: "B"}, threat.Threat{ID: "c", Name: "C"})
			},
		},
		"one element added twice": {
			ours: func(s *strategy.Strategy) {
				s.Threats = append(s.Threats, threat.Threat{ID: "b", Name: "B", Priority: true})
			},
			theirs: func(s *strategy.Strategy) { s.Threats = append(s.Threats, threat.Threat{ID: "b", Name: "C"}) },
			want: func(s *strategy.Strategy) {
				s.Threats = append(s.Threats, threat.Threat{ID: "b", Name: "B", Priority: true})
			},
			conflicts: []string{"merge-conflict /threats/2/name /threats/2/name"},
		},
		"reordered and added": {
			ours: func(s *strategy.Strategy) { slices.Reverse(s.Actors) },
			theirs: func(s *strategy.Strategy) {
				s.Actors = slices.Insert(s.Actors, 1, actor.Actor{ID: "nab", Name: "National Accountability Bureau"})
			},
			want: func(s *strategy.Strategy) {
				slices.Reverse(s.Actors)
				s.Actors = append(s.Actors, actor.Actor{ID: "nab", Name: "National Accountability Bureau"})
			},
		},
		"entries without identifiers": {
			ours: func(s *strategy.Strategy) {
				s.Plans[0].Commitments[1].Partners[0].Role = actor.Donor
				s.Plans[0].Commitments[0].Areas = []ocs.Area{"PK-PB", "PK-SD", "PK-KP"}
			},
			theirs: func(s *strategy.Strategy) {
				p := &s.Plans[0].Commitments[1].Partners
				*p = append(*p, strategy.Partner{Actor: "interior", Role: actor.Consulted})
				s.Plans[0].Commitments[0].Areas = []ocs.Area{"PK-SD"}
			},
			want: func(s *strategy.Strategy) {
				s.Plans[0].Commitments[1].Partners = []strategy.Partner{{Actor: "fia", Role: actor.Donor}, {Actor: "interior", Role: actor.Consulted}}
				s.Plans[0].Commitments[0].Areas = []ocs.Area{"PK-SD", "PK-KP"}
			},
		},
		"entry deleted and edited": {
			ours:      func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Partners[0].Role = actor.Donor },
			theirs:    func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Partners = nil },
			want:      func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Partners[0].Role = actor.Donor },
			conflicts: []string{"merge-deleted /plans/0/commitments/1/partners/0 /plans/0/commitments/1/partners"},
		},
		"line without identifier": {
			ours: func(s *strategy.Strategy) { s.Plans[0].Budget[0].Money = ocs.MustMoney("PKR 1") },
			theirs: func(s *strategy.Strategy) {
				s.Plans[0].Budget[0].Money, s.Plans[0].Budget[0].Note = ocs.MustMoney("PKR 2"), "N"
			},
			want: func(s *strategy.Strategy) {
				s.Plans[0].Budget[0].Money, s.Plans[0].Budget[0].Note = ocs.MustMoney("PKR 1"), "N"
			},
			conflicts: []string{"merge-conflict /plans/0/budget/0/money /plans/0/budget/0/money"},
		},
		"extensions": {
			ours: func(s *strategy.Strategy) {
				s.Extensions = ocs.Extensions{"a.b/c": json.RawMessage("1"), "a.b/d": json.RawMessage("1")}
			},
			theirs: func(s *strategy.Strategy) {
				s.Extensions = ocs.Extensions{"a.b/c": json.RawMessage("2"), "a.b/e": json.RawMessage("2")}
			},
			want: func(s *strategy.Strategy) {
				s.Extensions = ocs.Extensions{"a.b/c": json.RawMessage("1"), "a.b/d": json.RawMessage("1"), "a.b/e": json.RawMessage("2")}
			},
			conflicts: []string{"merge-conflict /extensions/a.b~1c /extensions/a.b~1c"},
		},
		"renamed, and referred to anew": {
			ours: func(s *strategy.Strategy) {
				s.Actors[1].ID, s.Plans[0].Commitments[0].Lead, s.Plans[0].Commitments[1].Partners[0].Actor, s.Reporting[0].To[0] = "agency", "agency", "agency", "agency"
			},
			theirs: func(s *strategy.Strategy) {
				s.Actors[1].Acronym, s.Objectives[0].Owner, s.Plans[0].Commitments[0].Lead = "FIA", "fia", "interior"
			},
			want: func(s *strategy.Strategy) {
				s.Actors[1].ID, s.Plans[0].Commitments[1].Partners[0].Actor, s.Reporting[0].To[0] = "agency", "agency", "agency"
				s.Actors[1].Acronym, s.Objectives[0].Owner, s.Plans[0].Commitments[0].Lead = "FIA", "agency", "interior"
			},
		},
		"refers to what the other deleted": {
			ours: func(s *strategy.Strategy) { s.Evaluations = nil },
			theirs: func(s *strategy.Strategy) {
				s.Waivers = []strategy.Waiver{{Rule: "evaluation-missing", Element: "mid-term", Reason: "R"}}
			},
			want: func(s *strategy.Strategy) {
				s.Evaluations = nil
				s.Waivers = []strategy.Waiver{{Rule: "evaluation-missing", Element: "mid-term", Reason: "R"}}
			},
			conflicts: []string{"merge-breaks /waivers/0/element "},
		},
		"one identifier for two": {
			ours:   func(s *strategy.Strategy) { s.Risks = []strategy.Risk{{ID: "x", Description: "R"}} },
			theirs: func(s *strategy.Strategy) { s.Actors = append(s.Actors, actor.Actor{ID: "x", Name: "X"}) },
			want: func(s *strategy.Strategy) {
				s.Risks = []strategy.Risk{{ID: "x", Description: "R"}}
				s.Actors = append(s.Actors, actor.Actor{ID: "x", Name: "X"})
			},
			conflicts: []string{"merge-breaks /risks/0/id "},
		},
		"together a circle": {
			ours:   func(s *strategy.Strategy) { s.Plans[0].Commitments[0].DependsOn = []strategy.CommitmentID{"referral"} },
			theirs: func(s *strategy.Strategy) { s.Plans[0].Commitments[1].DependsOn = []strategy.CommitmentID{"units"} },
			want: func(s *strategy.Strategy) {
				s.Plans[0].Commitments[0].DependsOn = []strategy.CommitmentID{"referral"}
				s.Plans[0].Commitments[1].DependsOn = []strategy.CommitmentID{"units"}
			},
			conflicts: []string{"merge-breaks /plans/0/commitments/0/depends-on/0 "},
		},
	} {
		t.Run(name, func(t *testing.T) {
			base, ours, theirs, want := measured(), measured(), measured(), measured()
			tc.ours(&ours)
			tc.theirs(&theirs)
			tc.want(&want)
			before := [...]string{text(t, &base), text(t, &ours), text(t, &theirs)}
			got, found := strategy.Merge(&base, &ours, &theirs)
			requireSame(t, "merged", &want, &got)
			var conflicts []string
			for _, f := range found {
				line := f.Rule + " " + string(f.Path) + " "
				if f.Rule != "merge-breaks" {
					line += string(f.Related[0].Path)
				}
				conflicts = append(conflicts, line)
			}
			if diff := cmp.Diff(tc.conflicts, conflicts); diff != "" {
				t.Errorf("conflicts (-want +got):\n%s\n%v", diff, found)
			}
			if before != [...]string{text(t, &base), text(t, &ours), text(t, &theirs)} {
				t.Error("the merge changed what it was given")
			}
		})
	}
}
