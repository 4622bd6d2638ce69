package pillar_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
	"github.com/stretchr/testify/require"
)

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func testVocabulary[T interface {
	~string
	ocs.Term
}](t *testing.T) {
	terms := T("").Terms()
	if len(terms) < 2 {
		t.Errorf("terms %q", terms)
	}
	for i, term := range terms {
		if !T(term).Known() || !kebab.MatchString(term) || slices.Contains(terms[:i], term) {
			t.Errorf("term %q is unknown, ill-formed or stands twice", term)
		}
	}
	for _, other := range []T{"", "no-such-term", T(strings.ToUpper(terms[0]))} {
		if other.Known() {
			t.Errorf("%q is known", other)
		}
	}
	last := T(terms[len(terms)-1])
	if n := testing.AllocsPerRun(10, func() { last.Known() }); n != 0 {
		t.Errorf("Known allocates %v times", n)
	}
}

type vocabulary struct {
	terms []string
	test  func(*testing.T)
}

func vocab[T interface {
	~string
	ocs.Term
}]() vocabulary {
	return vocabulary{T("").Terms(), testVocabulary[T]}
}

// Every vocabulary of the packages that model threats, actors and pillars.
var vocabularies = map[string]vocabulary{
	"threat.Kind":             vocab[threat.Kind](),
	"threat.Scope":            vocab[threat.Scope](),
	"threat.FlowRole":         vocab[threat.FlowRole](),
	"threat.Limb":             vocab[threat.Limb](),
	"threat.Victim":           vocab[threat.Victim](),
	"threat.CodeScheme":       vocab[threat.CodeScheme](),
	"threat.GroupType":        vocab[threat.GroupType](),
	"threat.Answer":           vocab[threat.Answer](),
	"threat.TieKind":          vocab[threat.TieKind](),
	"threat.Worse":            vocab[threat.Worse](),
	"threat.Trend":            vocab[threat.Trend](),
	"threat.ConfidenceScheme": vocab[threat.ConfidenceScheme](),
	"threat.Market":           vocab[threat.Market](),
	"threat.MissingGrade":     vocab[threat.MissingGrade](),
	"actor.Kind":              vocab[actor.Kind](),
	"actor.SuccessionKind":    vocab[actor.SuccessionKind](),
	"actor.Power":             vocab[actor.Power](),
	"actor.Role":              vocab[actor.Role](),
	"pillar.IndicatorKind":    vocab[pillar.IndicatorKind](),
	"pillar.ValueKind":        vocab[pillar.ValueKind](),
	"pillar.Direction":        vocab[pillar.Direction](),
	"pillar.ReadingKind":      vocab[pillar.ReadingKind](),
	"pillar.Comparator":       vocab[pillar.Comparator](),
	"pillar.Disaggregation":   vocab[pillar.Disaggregation](),
}

func TestVocabularies(t *testing.T) {
	for name, v := range vocabularies {
		t.Run(name, v.test)
	}
}

// Every type with a Terms method is tested, and every constant of such a type
// is among its terms.
func TestVocabulariesAreComplete(t *testing.T) {
	var declared []string
	constants := map[string][]string{}
	for _, dir := range []string{"../threat", "../actor", "."} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			require.NoError(t, err)
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Name.Name == "Terms" && d.Recv != nil {
						declared = append(declared, file.Name.Name+"."+d.Recv.List[0].Type.(*ast.Ident).Name)
					}
				case *ast.GenDecl:
					collectConstants(file.Name.Name, d, constants)
				}
			}
		}
	}

	var tested []string
	for name := range vocabularies {
		tested = append(tested, name)
	}
	slices.Sort(declared)
	slices.Sort(tested)
	if diff := cmp.Diff(declared, tested); diff != "" {
		t.Errorf("vocabularies (-declared +tested):\n%s", diff)
	}
	for name, v := range vocabularies {
		want, got := slices.Sorted(slices.Values(v.terms)), slices.Sorted(slices.Values(constants[name]))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-terms +constants):\n%s", name, diff)
		}
	}
}

// collectConstants adds the typed string constants of d by their type.
func collectConstants(pkg string, d *ast.GenDecl, into map[string][]string) {
	if d.Tok != token.CONST {
		return
	}
	for _, spec := range d.Specs {
		value := spec.(*ast.ValueSpec)
		typ, ok := value.Type.(*ast.Ident)
		if !ok || len(value.Values) != 1 {
			continue
		}
		if lit, ok := value.Values[0].(*ast.BasicLit); ok {
			into[pkg+"."+typ.Name] = append(into[pkg+"."+typ.Name], strings.Trim(lit.Value, `"`))
		}
	}
}
