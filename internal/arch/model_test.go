package arch

import (
	"encoding"
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// modelTypes returns every type that a strategy is made of.
func modelTypes() []reflect.Type {
	var found []reflect.Type
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if slices.Contains(found, t) {
			return
		}
		found = append(found, t)
		switch t.Kind() {
		case reflect.Struct:
			for f := range t.Fields() {
				visit(f.Type)
			}
		case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Array:
			visit(t.Elem())
		}
	}
	visit(reflect.TypeFor[strategy.Strategy]())
	return found
}

func isText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

func TestModelIsPlainData(t *testing.T) {
	for _, typ := range modelTypes() {
		switch {
		case typ.Size() == 0:
			t.Errorf("%v has no size: two of them may share an address", typ)
		case typ.Kind() == reflect.Map && typ != reflect.TypeFor[ocs.Extensions]():
			t.Errorf("%v is a map: order would be lost", typ)
		case typ.Kind() == reflect.Pointer:
			t.Errorf("%v is a pointer", typ)
		case typ.Kind() == reflect.Float64 || typ.Kind() == reflect.Float32:
			t.Errorf("%v is a float: use ocs.Decimal", typ)
		}
	}
}

func TestModelTags(t *testing.T) {
	for _, typ := range modelTypes() {
		if typ.Kind() != reflect.Struct || isText(typ) {
			continue
		}
		for f := range typ.Fields() {
			if !f.IsExported() {
				continue
			}
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != kebab(f.Name) && !slices.Contains([]string{"URL"}, f.Name) {
				t.Errorf("%v.%s is called %q in documents, want %q", typ, f.Name, name, kebab(f.Name))
			}
			slice := f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Map
			if slice && options != "omitempty" || !slice && options != "omitzero" && options != "" {
				t.Errorf("%v.%s has the options %q", typ, f.Name, options)
			}
		}
	}
}

// kebab writes a Go name as documents do: DependsOn is depends-on.
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 && !unicode.IsUpper(rune(name[i-1])) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// TestModelFieldsAreDocumented demands that each field says what it means and
// how many there may be.
func TestModelFieldsAreDocumented(t *testing.T) {
	inModel := map[string]bool{}
	for _, typ := range modelTypes() {
		if typ.Kind() == reflect.Struct && !isText(typ) {
			inModel[strings.TrimPrefix(strings.TrimPrefix(typ.PkgPath(), module), "/")+"."+typ.Name()] = true
		}
	}
	for _, s := range sources(t) {
		for _, decl := range s.file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.TYPE {
				continue
			}
			for _, spec := range gen.Specs {
				spec := spec.(*ast.TypeSpec)
				st, ok := spec.Type.(*ast.StructType)
				if !ok || !inModel[s.pkg+"."+spec.Name.Name] {
					continue
				}
				doc := ""
				for _, f := range st.Fields.List {
					if f.Doc != nil { // a comment may speak for the fields that follow it directly
						doc = f.Doc.Text()
					}
					if !ast.IsExported(f.Names[0].Name) {
						continue
					}
					if !strings.Contains(strings.ReplaceAll(doc, "\n", " "), "Cardinality:") {
						t.Errorf("%s: %s.%s doesn't state its cardinality", s.name, spec.Name.Name, f.Names[0].Name)
					}
				}
			}
		}
	}
}
