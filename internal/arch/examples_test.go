package arch

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// selfEvident are methods of an interface that others call: fmt, encoders,
// comparers. Every type that has one means the same by it, so none needs an
// Example of its own.
var selfEvident = []string{
	"String", "Error", // fmt
	"MarshalText", "AppendText", "UnmarshalText", "MarshalJSON", "UnmarshalJSON", // encoders
	"Equal",          // go-cmp and other comparers
	"IsZero",         // the option omitzero
	"Known", "Terms", // the checks of vocabularies; ocs.Term shows them
}

// listed is what `go list` says of a package.
type listed struct {
	Dir, ImportPath, Export    string
	XTestGoFiles, XTestImports []string
}

// list asks `go list` for packages.
func list(t *testing.T, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=Dir,ImportPath,Export,XTestGoFiles,XTestImports"}, args...)...)
	cmd.Dir = filepath.Join("..", "..")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var found []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p listed
		require.NoError(t, dec.Decode(&p))
		found = append(found, p)
	}
	return found
}

// house lists the packages of the library, and gives an importer of them and
// of all that they and their external tests import.
func house(t *testing.T, fset *token.FileSet) ([]listed, types.Importer) {
	t.Helper()
	own := list(t, ".", "./threat", "./actor", "./pillar", "./strategy/...")
	args := []string{"-export", "-deps"}
	for _, p := range own {
		args = append(append(args, p.ImportPath), p.XTestImports...)
	}
	exports := map[string]string{}
	for _, p := range list(t, args...) {
		exports[p.ImportPath] = p.Export
	}
	return own, importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
}

// examples type-checks the external tests of a package and gives those of its
// Examples that run, and what each identifier in them means.
func examples(t *testing.T, p listed, imp types.Importer, fset *token.FileSet) ([]*doc.Example, map[*ast.Ident]types.Object) {
	t.Helper()
	var files []*ast.File
	for _, name := range p.XTestGoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// Other tests may use what only a test of the package exports: that is no error here.
	conf := types.Config{Importer: imp, Error: func(error) {}}
	_, _ = conf.Check(p.ImportPath+"_test", fset, files, info)
	run := slices.DeleteFunc(doc.Examples(files...), func(e *doc.Example) bool { return e.Output == "" && !e.EmptyOutput })
	return run, info.Uses
}

// spoken returns the functions and methods of pkg that a reader has to be shown:
// "Decode", "Index.Due".
func spoken(pkg *types.Package) []string {
	var names []string
	for _, name := range pkg.Scope().Names() {
		obj := pkg.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		switch obj := obj.(type) {
		case *types.Func:
			names = append(names, name)
		case *types.TypeName:
			named, ok := obj.Type().(*types.Named)
			if !ok || obj.IsAlias() {
				continue
			}
			for m := range named.Methods() {
				if m.Exported() && !slices.Contains(selfEvident, m.Name()) {
					names = append(names, name+"."+m.Name())
				}
			}
		}
	}
	return names
}

// nameOf names a function or method of pkg as spoken does; "" for any other.
func nameOf(obj types.Object, pkg string) string {
	f, ok := obj.(*types.Func)
	if !ok || f.Pkg() == nil || f.Pkg().Path() != pkg {
		return ""
	}
	recv := f.Signature().Recv()
	if recv == nil {
		return f.Name()
	}
	typ := recv.Type()
	if p, ok := typ.(*types.Pointer); ok {
		typ = p.Elem()
	}
	if named, ok := typ.(*types.Named); ok {
		return named.Obj().Name() + "." + f.Name()
	}
	return ""
}

// TestEveryFunctionIsShown demands that each exported function and method of
// the library is used in an Example of its own package that runs.
func TestEveryFunctionIsShown(t *testing.T) {
	fset := token.NewFileSet()
	own, imp := house(t, fset)
	for _, p := range own {
		pkg, err := imp.Import(p.ImportPath)
		require.NoError(t, err)
		shown := map[string]bool{}
		run, uses := examples(t, p, imp, fset)
		for _, e := range run {
			ast.Inspect(e.Code, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && uses[id] != nil {
					shown[nameOf(uses[id], p.ImportPath)] = true
				}
				return true
			})
		}
		for _, name := range spoken(pkg) {
			if !shown[name] {
				t.Errorf("%s: no Example with an output uses %s", p.ImportPath, name)
			}
		}
	}
}
