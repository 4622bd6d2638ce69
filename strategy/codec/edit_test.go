package codec_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

func TestSet(t *testing.T) {
	tests := []struct {
		name, data string
		path       ocs.Pointer
		value      any
		want       string
	}{
		{"plain", "schema: ocs/v1\ntitle:   A # c\n", "/title", "B", "schema: ocs/v1\ntitle:   B # c\n"},
		{"plain to quoted", "schema: ocs/v1\ntitle: A\n", "/title", "a: b", "schema: ocs/v1\ntitle: \"a: b\"\n"},
		{"single quotes", "schema: ocs/v1\ntitle: 'A'\n", "/title", "it's", "schema: ocs/v1\ntitle: 'it''s'\n"},
		{"single quotes to lines", "schema: ocs/v1\ntitle: 'A'\n", "/title", "a\nb", "schema: ocs/v1\ntitle: \"a\\nb\"\n"},
		{"double quotes", "schema: ocs/v1\ntitle: \"A\"\n", "/title", "B", "schema: ocs/v1\ntitle: \"B\"\n"},
		{"verbatim", "schema: ocs/v1\nperiod: 2026/2030\n", "/period", ocs.MustPeriod("2027/2031"), "schema: ocs/v1\nperiod: 2027/2031\n"},
		{"number as text", "schema: ocs/v1\nextensions: {a.b: x}\n", "/extensions/a.b", "7", "schema: ocs/v1\nextensions: {a.b: \"7\"}\n"},
		{"number", "schema: ocs/v1\nextensions: {a.b: x}\n", "/extensions/a.b", json.RawMessage("1.50"), "schema: ocs/v1\nextensions: {a.b: 1.50}\n"},
		{"flow", "schema: ocs/v1\nthreats: [{id: t, name: N}]\n", "/threats/0/name", "a, b", "schema: ocs/v1\nthreats: [{id: t, name: \"a, b\"}]\n"},
		{"literal block", "schema: ocs/v1\r\nvision: |-\r\n    a\r\n    b\r\n\r\nid: s\r\n", "/vision", "c\n\nd\n", "schema: ocs/v1\r\nvision: |\r\n    c\r\n\r\n    d\r\n\r\nid: s\r\n"},
		{"folded block", "schema: ocs/v1\nvision: >-\n  a\n  b\n", "/vision", "c", "schema: ocs/v1\nvision: c\n"},
		{"several lines", "schema: ocs/v1\ntitle: a\n  b\n\n  c\nid: s\n", "/title", "d", "schema: ocs/v1\ntitle: d\nid: s\n"},
		{"null", "schema: ocs/v1\ntitle: # c\nid: s\n", "/title", "A", "schema: ocs/v1\ntitle: A # c\nid: s\n"},
		{"tag", "schema: ocs/v1\ntitle: !!str A\n", "/title", "B", "schema: ocs/v1\ntitle: !!str B\n"},
		{"mark", "\uFEFFschema: ocs/v1\ntitle: A\n", "/title", "B", "\uFEFFschema: ocs/v1\ntitle: B\n"},
		{"JSON", "{\"schema\":\"ocs/v1\" , \"title\" : \"A\"}", "/title", "é\n", "{\"schema\":\"ocs/v1\" , \"title\" : \"é\\n\"}"},

		{"new member", "schema: ocs/v1 # c\n# d\ntitle: A\n", "/id", "s", "schema: ocs/v1 # c\nid: s\n# d\ntitle: A\n"},
		{"new member beside one that is not known", "schema: ocs/v1\nzz: 1\n", "/id", "s", "schema: ocs/v1\nid: s\nzz: 1\n"},
		{"new first member", "schema: ocs/v1\nthreats:\n  - name: N\n", "/threats/0/id", "t", "schema: ocs/v1\nthreats:\n  - id: t\n    name: N\n"},
		{"new last member, no line end", "schema: ocs/v1\nid: s", "/title", "A", "schema: ocs/v1\nid: s\ntitle: A"},
		{"new member under a modeline", "# yaml-language-server: $schema=a.json\nid: s\n", "/schema", "ocs/v1", "# yaml-language-server: $schema=a.json\nschema: ocs/v1\nid: s\n"},
		{"new member in flow", "schema: ocs/v1\nthreats: [{name: N}]\n", "/threats/0/id", "t", "schema: ocs/v1\nthreats: [{id: t, name: N}]\n"},
		{"new member in empty flow", "schema: ocs/v1\nthreats: [{}]\n", "/threats/0/id", "t", "schema: ocs/v1\nthreats: [{id: t}]\n"},
		{"new list", "schema: ocs/v1\nid: s\n", "/languages", []string{"en", "no"}, "schema: ocs/v1\nid: s\nlanguages:\n  - en\n  - \"no\"\n"},
		{"new text of lines", "schema: ocs/v1\nactors:\n- id: a\n", "/actors/0/name", "b\nc", "schema: ocs/v1\nactors:\n- id: a\n  name: |-\n    b\n    c\n"},
		{"new entry", "schema: ocs/v1\nthreats:\n  - id: t # c\n", "/threats/-", map[string]string{"id": "u", "name": "Name"}, "schema: ocs/v1\nthreats:\n  - id: t # c\n  - id: u\n    name: Name\n"},
		{"new entry in flow", "schema: ocs/v1\nlanguages: [en]\n", "/languages/-", "a,b", "schema: ocs/v1\nlanguages: [en, \"a,b\"]\n"},
		{"new value in flow", "schema: ocs/v1\nthreats: [{id: t}]\n", "/threats/-", map[string]any{"id": "u", "roles": []string{"origin"}}, "schema: ocs/v1\nthreats: [{id: t}, {id: u, roles: [origin]}]\n"},
		{"new entry in JSON", "{\n  \"schema\": \"ocs/v1\",\n  \"languages\": [\n    \"en\"\n  ]\n}\n", "/languages/-", "ur", "{\n  \"schema\": \"ocs/v1\",\n  \"languages\": [\n    \"en\",\n    \"ur\"\n  ]\n}\n"},
		{"new member in JSON", "{\n  \"schema\": \"ocs/v1\",\n  \"title\": \"A\"\n}\n", "/labels", map[string]string{"plan": "p"}, "{\n  \"schema\": \"ocs/v1\",\n  \"title\": \"A\",\n  \"labels\": {\n    \"plan\": \"p\"\n  }\n}\n"},
		{"new extension", "schema: ocs/v1\nextensions:\n  b.c: 1\n", "/extensions/a.b", true, "schema: ocs/v1\nextensions:\n  b.c: 1\n  a.b: true\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err := codec.Set("x", []byte(test.data), test.path, test.value, nil)
			require.NoError(t, err)
			if diff := cmp.Diff(test.want, string(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRemove(t *testing.T) {
	tests := []struct {
		name, data string
		path       ocs.Pointer
		want       string
	}{
		{"member", "schema: ocs/v1\n# c\nid: s # d\n\ntitle: A\n", "/id", "schema: ocs/v1\n# c\n\ntitle: A\n"},
		{"member under a modeline", "# yaml-language-server: $schema=a.json\nid: s\nschema: ocs/v1\n", "/id", "# yaml-language-server: $schema=a.json\nschema: ocs/v1\n"},
		{"last member", "schema: ocs/v1\nid: s", "/id", "schema: ocs/v1"},
		{"list", "schema: ocs/v1\nthreats:\n  - id: t\n\n  - id: u\nid: s\n", "/threats", "schema: ocs/v1\nid: s\n"},
		{"behind a dash", "schema: ocs/v1\nthreats:\n  - name: N # c\n    id: t\n", "/threats/0/name", "schema: ocs/v1\nthreats:\n  - id: t\n"},
		{"entry", "schema: ocs/v1\nthreats:\n  - id: t\n  - id: u\n", "/threats/0", "schema: ocs/v1\nthreats:\n  - id: u\n"},
		{"flow", "schema: ocs/v1\nlanguages: [a, b, c]\n", "/languages/1", "schema: ocs/v1\nlanguages: [a, c]\n"},
		{"last of flow", "schema: ocs/v1\nlanguages: [a, b ]\n", "/languages/1", "schema: ocs/v1\nlanguages: [a ]\n"},
		{"only one of flow", "schema: ocs/v1\nlanguages: [a]\n", "/languages/0", "schema: ocs/v1\nlanguages: []\n"},
		{"JSON", "{\n  \"schema\": \"ocs/v1\",\n  \"id\": \"s\",\n  \"title\": \"t\"\n}", "/id", "{\n  \"schema\": \"ocs/v1\",\n  \"title\": \"t\"\n}"},
		{"last of JSON", "{\n  \"schema\": \"ocs/v1\",\n  \"id\": \"s\"\n}", "/id", "{\n  \"schema\": \"ocs/v1\"\n}"},
		{"block scalar", "schema: ocs/v1\nvision: |\n  a\n\n  b\n\nid: s\n", "/vision", "schema: ocs/v1\n\nid: s\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err := codec.Remove("x", []byte(test.data), test.path, nil)
			require.NoError(t, err)
			if diff := cmp.Diff(test.want, string(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What can't be edited with certainty is an error.
func TestEditFails(t *testing.T) {
	const value = "v"
	tests := []struct {
		name, data string
		path       ocs.Pointer
		value      any // nil to remove
	}{
		{"document", "schema: ocs/v1\n", "", value},
		{"syntax", "schema: [\n", "/schema", value},
		{"other version", "schema: ocs/v2\n", "/id", value},
		{"to another version", "schema: ocs/v1\n", "/schema", "ocs/v2"},
		{"no pointer", "schema: ocs/v1\nid: s\n", "id", value},
		{"no such parent", "schema: ocs/v1\n", "/threats/0/id", value},
		{"no such entry", "schema: ocs/v1\nthreats: [{id: t}]\n", "/threats/1/id", value},
		{"index with a zero", "schema: ocs/v1\nthreats: [{id: t}]\n", "/threats/00/id", value},
		{"index behind the end", "schema: ocs/v1\nlanguages: [en]\n", "/languages/1", value},
		{"in a scalar", "schema: ocs/v1\nid: s\n", "/id/x", value},
		{"list by a scalar", "schema: ocs/v1\nlanguages: [en]\n", "/languages", value},
		{"scalar by a list", "schema: ocs/v1\nid: s\n", "/id", []string{"a"}},
		{"alias", "schema: ocs/v1\nid: &a s\ntitle: *a\n", "/title", value},
		{"behind an alias", "schema: ocs/v1\nthreats:\n  - &a {id: t}\n  - *a\n", "/threats/1/id", value},
		{"what an alias stands for", "schema: ocs/v1\nid: &a s\ntitle: *a\n", "/id", value},
		{"not JSON", "schema: ocs/v1\nid: s\n", "/id", func() {}},
		{"remove what isn't there", "schema: ocs/v1\n", "/id", nil},
		{"remove the only member", "schema: ocs/v1\nthreats:\n  - id: t\n", "/threats/0/id", nil},
		{"remove across a comment", "schema: ocs/v1\nlanguages: [en, # c\n  ur]\n", "/languages/0", nil},
		{"remove an anchor in use", "schema: ocs/v1\nid: &a s\ntitle: *a\n", "/id", nil},
		{"explicit name", "schema: ocs/v1\nextensions:\n  ? a.b\n  : 1\n", "/extensions/a.b", value},
		{"number where text is wanted", "schema: ocs/v1\nid: s\n", "/id", 7},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out []byte
			var err error
			if test.value == nil {
				out, err = codec.Remove("x.yaml", []byte(test.data), test.path, nil)
			} else {
				out, err = codec.Set("x.yaml", []byte(test.data), test.path, test.value, nil)
			}
			if err == nil || out != nil {
				t.Errorf("no error but %q", out)
			}
		})
	}
	_, err := codec.Set("x.yaml", []byte("schema: [\n"), "/id", value, nil)
	var f ocs.Finding
	if !errors.As(err, &f) || f.Rule != "syntax" || f.Pos.Line != 2 {
		t.Errorf("a file that can't be read gives %v", err)
	}
}

// scalars returns the pointers to every text of a strategy, and the texts.
func scalars(t testing.TB, s *strategy.Strategy) map[ocs.Pointer]string {
	t.Helper()
	data, err := codec.Encode(s, codec.JSON)
	require.NoError(t, err)
	found := map[ocs.Pointer]string{}
	d := jsontext.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.ReadToken()
		if err == io.EOF {
			return found
		}
		require.NoError(t, err)
		kind, length := d.StackIndex(d.StackDepth())
		if token.Kind() == jsontext.KindString && !(kind == jsontext.KindBeginObject && length%2 == 1) {
			found[ocs.Pointer(d.StackPointer())] = token.String()
		}
	}
}

// Every text of every document can be set, with nothing else changed, and set
// back.
func TestSetEverywhere(t *testing.T) {
	const stride = 31 // one text in so many, others in each document
	round := 0
	docs := corpus(t)
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		d := docs[name]
		yaml, err := os.ReadFile("testdata/documents/" + name)
		require.NoError(t, err)
		json, err := codec.Encode(&d.Strategy, codec.JSON)
		require.NoError(t, err)
		texts := scalars(t, &d.Strategy)
		for _, file := range []string{"x.yaml", "x.json"} {
			data := yaml
			if file == "x.json" {
				data = json
			}
			doc := codec.Decode(file, data, nil)
			for _, p := range slices.Sorted(maps.Keys(texts)) {
				if round++; round%stride == 0 && p != "/schema" {
					setAndBack(t, doc, file, data, p, texts[p])
				}
			}
		}
	}
}

// setAndBack sets a text of a document, and sets it back.
func setAndBack(t *testing.T, doc *codec.Document, file string, data []byte, p ocs.Pointer, was string) {
	t.Helper()
	out, err := codec.Set(file, data, p, "zz-"+strings.ReplaceAll(was, "\n", " "), nil)
	require.NoErrorf(t, err, "%s", p)
	at := doc.Position(p).Offset
	if !bytes.Equal(out[:at], data[:at]) {
		t.Errorf("%s: what stands before it changes", p)
	}
	back, err := codec.Set(file, out, p, was, nil)
	require.NoErrorf(t, err, "%s", p)
	oneLine := !strings.Contains(was, "\n") && bytes.Contains(data[at:min(at+len(was)+2, len(data))], []byte(was))
	if oneLine && !bytes.Equal(back, data) {
		t.Errorf("%s: set back (-before +after):\n%s", p, cmp.Diff(string(data), string(back)))
	}
}

// FuzzSet sets a value of any document to any text: either the document then
// says just that, or there is an error.
func FuzzSet(f *testing.F) {
	for _, text := range layouts {
		for _, p := range []string{"/id", "/title", "/threats/0/name", "/threats/-", "/extensions/a.b", "/languages/0"} {
			f.Add("x.yaml", []byte(text), p, "a # b", false)
			f.Add("x.yaml", []byte(text), p, "", true)
		}
	}
	f.Add("x.json", []byte(`{"schema":"ocs/v1","threats":[{"id":"t"}]}`), "/threats/0/id", "\n", false)
	f.Fuzz(func(t *testing.T, name string, data []byte, p, value string, gone bool) {
		var out []byte
		var err error
		if gone {
			out, err = codec.Remove(name, data, ocs.Pointer(p), nil)
		} else {
			out, err = codec.Set(name, data, ocs.Pointer(p), value, nil)
		}
		if err != nil {
			return
		}
		before, after := codec.Decode(name, data, nil), codec.Decode(name, out, nil)
		if after.Refused {
			t.Fatalf("refused after the edit: %v\n%s", after.Findings, out)
		}
		if gone || strings.HasSuffix(p, "/-") {
			return
		}
		// Setting what was there again says what was said before.
		was, ok := scalars(t, &before.Strategy)[ocs.Pointer(p)]
		if !ok {
			return
		}
		back, err := codec.Set(name, out, ocs.Pointer(p), was, nil)
		if err != nil {
			t.Fatalf("setting back: %v\n%s", err, out)
		}
		if diff := equal(before.Strategy, codec.Decode(name, back, nil).Strategy); diff != "" {
			t.Fatalf("set back (-before +after):\n%s\n%s", diff, out)
		}
	})
}
