package arch

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// docLink is a link of a doc comment to a name: [Index.Due], [ocs.Finding].
var docLink = regexp.MustCompile(`\[\*?(?:([a-z]\w*)\.)?([A-Z]\w*)(?:\.([A-Z]\w*))?\]`)

// resolves reports whether a package has the name that a link leads to.
func resolves(pkg *types.Package, name, member string) bool {
	obj := pkg.Scope().Lookup(name)
	if obj == nil || !obj.Exported() || member == "" {
		return obj != nil && obj.Exported()
	}
	found, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, member)
	return found != nil
}

// TestLinksInCommentsResolve demands that what a comment links to is there, so
// that none is left behind when a name changes.
func TestLinksInCommentsResolve(t *testing.T) {
	_, imp := house(t, token.NewFileSet())
	all := sources(t)
	known := map[[2]string]string{} // by package and name: the packages that a link may name, which are those that any file imports
	for _, s := range all {
		known[[2]string{s.pkg, ""}] = strings.TrimSuffix(module+"/"+s.pkg, "/")
		for _, p := range imports(s.file) {
			known[[2]string{s.pkg, path.Base(p)}] = p
		}
	}
	for _, s := range all {
		if !isLibrary(s.pkg) {
			continue
		}
		for _, group := range s.file.Comments {
			for _, link := range docLink.FindAllStringSubmatch(group.Text(), -1) {
				target := known[[2]string{s.pkg, link[1]}]
				if target == "" {
					t.Errorf("%s: %s is of a package that this one doesn't import", s.name, link[0])
					continue
				}
				pkg, err := imp.Import(target)
				require.NoError(t, err)
				if !resolves(pkg, link[2], link[3]) {
					t.Errorf("%s: %s leads nowhere", s.name, link[0])
				}
			}
		}
	}
}

// TestFrontDoorNamesEveryRoom demands that the comment on the root package
// names each package of the library, so that a newcomer finds it.
func TestFrontDoorNamesEveryRoom(t *testing.T) {
	var door string
	rooms := map[string]bool{}
	for _, s := range sources(t) {
		if s.pkg == "" && s.file.Doc != nil {
			door = s.file.Doc.Text()
		}
		rooms[s.pkg] = isLibrary(s.pkg) && s.pkg != "" && s.pkg != collecting // which nobody else can import
	}
	for room, inLibrary := range rooms {
		if inLibrary && !strings.Contains(door, "\t"+room+" ") {
			t.Errorf("the comment on package ocs doesn't name %s", room)
		}
	}
}

// TestExportedNamesAreDocumented demands a comment on each exported type,
// function, method and variable that begins with its name, and one on each
// group of constants.
func TestExportedNamesAreDocumented(t *testing.T) {
	for _, s := range sources(t) {
		if !isLibrary(s.pkg) {
			continue
		}
		check := func(name string, doc *ast.CommentGroup) {
			if ast.IsExported(name) && !strings.HasPrefix(doc.Text(), name+" ") {
				t.Errorf("%s: the comment on %s doesn't begin with its name", s.name, name)
			}
		}
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil || ast.IsExported(receiver(d)) {
					check(d.Name.Name, d.Doc)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						doc := spec.Doc
						if doc == nil {
							doc = d.Doc
						}
						check(spec.Name.Name, doc)
					case *ast.ValueSpec:
						if d.Doc == nil && spec.Doc == nil && spec.Comment == nil && slices.ContainsFunc(spec.Names, (*ast.Ident).IsExported) {
							t.Errorf("%s: %s has no comment", s.name, spec.Names[0])
						}
					}
				}
			}
		}
	}
}

// receiver names the type that a method is of.
func receiver(d *ast.FuncDecl) string {
	typ := d.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
