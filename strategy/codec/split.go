package codec

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// File is one file of a strategy that is split over several.
type File struct {
	Name string // with slashes, relative to the strategy's folder
	Data []byte
}

// Split writes a strategy as several files: strategy, threats (with groups),
// actors, objectives, reports, and one for each plan in the folder plans, named
// after the plan. Files that would be empty are left out, but for the first. To
// [Load] the folder gives an equal strategy. It fails as [Encode] does.
//
// Where the names of the plans would not bring them back in their order, or
// can't name files, the plans are numbered.
func Split(s *strategy.Strategy, f Syntax) ([]File, error) {
	rest := *s
	rest.Threats, rest.Groups, rest.Actors, rest.Objectives, rest.Plans, rest.Reports = nil, nil, nil, nil, nil, nil
	parts := []struct {
		name string
		part strategy.Strategy
		any  bool
	}{
		{"strategy", rest, true},
		{"threats", strategy.Strategy{Threats: s.Threats, Groups: s.Groups}, len(s.Threats)+len(s.Groups) > 0},
		{"actors", strategy.Strategy{Actors: s.Actors}, len(s.Actors) > 0},
		{"objectives", strategy.Strategy{Objectives: s.Objectives}, len(s.Objectives) > 0},
		{"reports", strategy.Strategy{Reports: s.Reports}, len(s.Reports) > 0},
	}
	var files []File
	add := func(name string, part strategy.Strategy) error {
		part.Schema = s.Schema
		data, err := Encode(&part, f)
		files = append(files, File{name + "." + string(f), data})
		return err
	}
	for _, p := range parts {
		if p.any {
			if err := add(p.name, p.part); err != nil {
				return nil, err
			}
		}
	}
	for i, name := range planFiles(s.Plans, f) {
		if err := add(name, strategy.Strategy{Plans: s.Plans[i : i+1]}); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// planFiles names the files of plans, without their extension.
func planFiles(plans []strategy.Plan, f Syntax) []string {
	names := make([]string, len(plans))
	seen := make(map[string]bool)
	fit := true
	for i, p := range plans {
		names[i] = "plans/" + string(p.ID)
		folded := strings.ToLower(string(p.ID)) // some file systems see no difference
		fit = fit && ocs.ID(p.ID).WellFormed() && !seen[folded] && !strings.HasSuffix(folded, ".strategy")
		seen[folded] = true
	}
	inOrder := slices.IsSortedFunc(names, func(a, b string) int {
		return strings.Compare(a+"."+string(f), b+"."+string(f))
	})
	if fit && inOrder {
		return names
	}
	width := len(fmt.Sprint(len(plans)))
	for i, p := range plans {
		number := fmt.Sprintf("plans/%0*d", width, i+1)
		if fit {
			number += "-" + string(p.ID)
		}
		names[i] = number
	}
	return names
}
