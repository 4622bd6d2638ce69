package schema

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// comments are what the Go files of the model say about its types. (The
// library for reflection finds comments too, but not those of constants.)
type comments struct {
	types  map[string]string            // by "package.Type"
	fields map[string]string            // by "package.Type.Field"
	terms  map[string]map[string]string // by "package.Type", then by the value of the constant
}

// readComments reads the comments of the packages of the model.
func readComments() (*comments, error) {
	c := &comments{map[string]string{}, map[string]string{}, map[string]map[string]string{}}
	for _, dir := range []string{".", "threat", "actor", "pillar", "strategy"} {
		names, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			for _, decl := range file.Decls {
				if d, ok := decl.(*ast.GenDecl); ok {
					c.add(file.Name.Name, d)
				}
			}
		}
	}
	return c, nil
}

func (c *comments) add(pkg string, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			name := pkg + "." + spec.Name.Name
			c.types[name] = d.Doc.Text() + spec.Doc.Text()
			if t, ok := spec.Type.(*ast.StructType); ok {
				said := ""
				for _, f := range t.Fields.List {
					if f.Doc != nil { // a comment may speak for the fields that follow it
						said = f.Doc.Text()
					}
					for _, n := range f.Names {
						c.fields[name+"."+n.Name] = said
					}
				}
			}
		case *ast.ValueSpec:
			typ, typed := spec.Type.(*ast.Ident)
			if !typed || len(spec.Values) != 1 {
				continue
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				name := pkg + "." + typ.Name
				if c.terms[name] == nil {
					c.terms[name] = map[string]string{}
				}
				value, _ := strconv.Unquote(lit.Value) // the parser has checked it
				c.terms[name][value] = strings.TrimSpace(spec.Comment.Text())
			}
		}
	}
}

// link is a reference of a comment to something in Go.
var link = regexp.MustCompile(`\[([A-Z][A-Za-z0-9.]*)\]`)

// describe returns what is said about a type, in short, or about one of its
// fields, in full. Names of fields are those of the document.
func (c *comments) describe(t reflect.Type, field string) string {
	if field == "" {
		return link.ReplaceAllString(new(doc.Package).Synopsis(c.types[t.String()]), "$1")
	}
	f, _ := t.FieldByName(field)
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	said := strings.Join(strings.Fields(c.fields[t.String()+"."+field]), " ")
	if rest, ok := strings.CutPrefix(said, field+" "); ok && !strings.HasPrefix(rest, "and ") {
		said = name + " " + rest
	}
	return link.ReplaceAllString(said, "$1")
}
