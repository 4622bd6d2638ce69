package codec

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy"
)

// The plan is made for the types that the model has. A type of another sort, an
// embedded struct or a member without a name would be read wrongly.
func TestPlanCoversModel(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch kindOf(typ) {
		case anything, free:
			t.Errorf("%v is of no kind that documents have", typ)
		case list:
			visit(typ.Elem())
		case object:
			names := map[string]bool{}
			for i := range typ.NumField() {
				f := typ.Field(i)
				name := f.Tag.Get("json")
				if name == "" || name[0] == ',' || name == "-" || f.Anonymous || !f.IsExported() || names[name] {
					t.Errorf("%v.%s has no name of its own in documents", typ, f.Name)
				}
				names[name] = true
				visit(f.Type)
			}
		}
	}
	visit(reflect.TypeFor[strategy.Strategy]())
	visit(reflect.TypeFor[strategy.Tailoring]())
	if len(seen) < 50 {
		t.Errorf("only %d types", len(seen))
	}
}

// modelDepth has to be more than the model's own depth.
func TestModelDepth(t *testing.T) {
	var depth func(*plan) int
	depth = func(p *plan) int {
		switch p.kind {
		case list:
			return 1 + depth(p.elem)
		case object:
			deepest := 0
			for _, f := range p.fields {
				deepest = max(deepest, depth(f.plan))
			}
			return 1 + deepest
		}
		return 1
	}
	for name, p := range map[string]*plan{"a strategy": strategyPlan(), "a tailoring": planOf[strategy.Tailoring]()} {
		if d := depth(p); d >= modelDepth {
			t.Errorf("%s is %d deep, modelDepth is %d", name, d, modelDepth)
		}
	}
}

func TestCore(t *testing.T) {
	tests := map[string]struct {
		kind    coreKind
		literal string
	}{
		"": {isEmpty, ""}, "~": {isEmpty, ""}, "null": {isEmpty, ""}, "NULL": {isEmpty, ""}, "nuLL": {isText, ""},
		"true": {isLiteral, "true"}, "FALSE": {isLiteral, "false"}, "yes": {isText, ""}, "tRue": {isText, ""},
		"0": {isLiteral, "0"}, "-0": {isLiteral, "-0"}, "007": {isLiteral, "7"}, "+12": {isLiteral, "12"}, "00": {isLiteral, "0"},
		"1.": {isLiteral, "1"}, ".5": {isLiteral, "0.5"}, "-.5": {isLiteral, "-0.5"}, "1.50": {isLiteral, "1.50"},
		"1e3": {isLiteral, "1e3"}, "1E-3": {isLiteral, "1E-3"}, "1e": {isText, ""}, "1e+": {isText, ""}, "1e3x": {isText, ""},
		"0x1F": {isLiteral, "31"}, "0o17": {isLiteral, "15"}, "0x": {isText, ""}, "0xG": {isText, ""}, "-0x1": {isText, ""},
		"1_000": {isText, ""}, "1:30": {isText, ""}, "2027-06-30": {isText, ""}, "1.2.3": {isText, ""}, "--1": {isText, ""},
		".": {isText, ""}, "-": {isText, ""}, "+": {isText, ""}, "..5": {isText, ""}, "-.": {isText, ""},
		".inf": {isUnwritable, ""}, "-.INF": {isUnwritable, ""}, ".nan": {isUnwritable, ""}, "-.nan": {isText, ""},
	}
	for s, want := range tests {
		if kind, literal := core(s); kind != want.kind || literal != want.literal {
			t.Errorf("core(%q) = %v, %q, want %v, %q", s, kind, literal, want.kind, want.literal)
		}
	}
}

func TestNesting(t *testing.T) {
	tests := []struct {
		data string
		most int
		want int
	}{
		{`[]`, 1, 2}, {`:[1,[2]],x`, 2, 8}, {`[[]]`, 1, -1}, {`{"[":"\"["}`, 1, 11}, {`{"a\\":[]}`, 2, 10}, {`["a`, 1, 3}, {``, 1, 0},
	}
	for _, test := range tests {
		if got := nesting([]byte(test.data), test.most); got != test.want {
			t.Errorf("nesting(%s, %d) = %d, want %d", test.data, test.most, got, test.want)
		}
	}
}

func TestHasNull(t *testing.T) {
	tests := map[string]bool{
		`null`: true, `{"a": null}`: true, `[1,null]`: true, "[\n null]": true, `{"a":"null"}`: false, `{"a":"it is null and void, a full moon"}`: false, `["full"]`: false, `["a, null"]`: true, `{}`: false,
	}
	for data, want := range tests {
		if got := hasNull([]byte(data)); got != want {
			t.Errorf("hasNull(%s) = %v", data, got)
		}
	}
}

// The careful reading gives what the quick one does.
func TestReadingsAgree(t *testing.T) {
	limits := (*Options)(nil).limits()
	files, err := filepath.Glob("testdata/documents/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		c, err := yamlToJSON(data, &limits, strategyPlan())
		require.NoError(t, err)
		var quick strategy.Strategy
		if json.Unmarshal(c.out, &quick) != nil {
			continue // another test demands that the documents are right
		}
		watchful := limits
		watchful.MaxDepth = modelDepth - 1 // not even entries are read the quick way
		for _, l := range []*Options{&limits, &watchful} {
			var slow strategy.Strategy
			careful := decodeLenient(c.out, l, target{strategyPlan(), &slow})
			if diff := cmp.Diff(quick, slow, cmpopts.EquateEmpty()); diff != "" || len(careful.faults) > 0 {
				t.Errorf("%s: %v (-quick +careful):\n%s", file, careful.faults, diff)
			}
		}
	}
}
