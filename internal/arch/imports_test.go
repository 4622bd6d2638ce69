package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/ocs-framework/ocs"

// library lists the packages of the library in the order in which they may
// import each other: each may import those before it, adapters (the packages
// below strategy) never each other.
var library = []string{"", "threat", "actor", "pillar", "strategy"}

// collecting is what the packages below strategy share: it collects their
// findings.
const collecting = "internal/faults"

// thirdParty is what a package may import beyond the standard library. A
// package that isn't listed may import none.
var thirdParty = map[string][]string{
	"strategy/codec": {"github.com/go-json-experiment/json", "go.yaml.in/yaml/v4"},
	// A bundle is read object by object, each kept to the byte, and duplicate names are refused with their place.
	"strategy/stix": {"github.com/go-json-experiment/json"},
}

// source is one Go file of the module that isn't a test.
type source struct {
	pkg  string // directory below the module's root, "" for the root
	name string
	file *ast.File
}

// sources parses every Go file of the module but tests, testdata and nested
// modules.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var found []source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if isModule(p) && rel != "." || d.Name() == "testdata" || (strings.HasPrefix(d.Name(), ".") && rel != ".") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := path.Dir(rel)
		if pkg == "." {
			pkg = ""
		}
		found = append(found, source{pkg, rel, file})
		return nil
	})
	require.NoError(t, err)
	require.NotEmpty(t, found)
	return found
}

// isModule reports whether a directory is a module of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func imports(f *ast.File) []string {
	var paths []string
	for _, spec := range f.Imports {
		p, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
		paths = append(paths, p)
	}
	return paths
}

func isLibrary(pkg string) bool {
	return slices.Contains(library, pkg) || pkg == collecting || strings.HasPrefix(pkg, "strategy/")
}

// mayImport reports whether library package pkg may import p of this module.
func mayImport(pkg, p string) bool {
	if pkg == collecting {
		return p == ""
	}
	from, to := slices.Index(library, pkg), slices.Index(library, p)
	if strings.HasPrefix(pkg, "strategy/") {
		from = len(library)
		if p == collecting || strings.HasPrefix(p, pkg+"/internal") {
			return true
		}
	}
	return to >= 0 && to < from
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range sources(t) {
		if !isLibrary(s.pkg) {
			continue
		}
		for _, p := range imports(s.file) {
			own, isOwn := strings.CutPrefix(p, module)
			own = strings.TrimPrefix(own, "/")
			switch {
			case isOwn && !mayImport(s.pkg, own):
				t.Errorf("%s imports %q: imports run ocs ← threat ← actor ← pillar ← strategy ← adapters", s.name, p)
			case !isOwn && strings.Contains(strings.Split(p, "/")[0], "."):
				if !slices.ContainsFunc(thirdParty[s.pkg], func(allowed string) bool {
					return p == allowed || strings.HasPrefix(p, allowed+"/")
				}) {
					t.Errorf("%s imports %q: this package may not import it", s.name, p)
				}
			}
		}
	}
}

// forbidden are packages that reach outside the arguments of a call.
var forbidden = []string{"os", "net", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "unsafe", "plugin", "log", "testing", "flag"}

// clock are the functions of package time that read the clock or wait for it.
var clock = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep"}

func TestLibraryIsDeterministic(t *testing.T) {
	for _, s := range sources(t) {
		if !isLibrary(s.pkg) {
			continue
		}
		for _, p := range imports(s.file) {
			if slices.Contains(forbidden, p) || strings.HasPrefix(p, "os/") || strings.HasPrefix(p, "net/") && p != "net/url" {
				t.Errorf("%s imports %q: the library takes time, files and randomness as arguments only", s.name, p)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains(clock, sel.Sel.Name) {
					t.Errorf("%s uses time.%s: an as-of date is an argument", s.name, sel.Sel.Name)
				}
			}
			if f, ok := n.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init function", s.name)
			}
			return true
		})
	}
}

func TestEveryPackageIsDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		documented[s.pkg] = documented[s.pkg] || s.file.Doc != nil
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %q has no package comment", pkg)
		}
	}
}
