package schema

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ocs-framework/ocs"
)

// site is a place in the model that is reached by one member of each object
// and one entry of each list on the way.
type site struct {
	path          ocs.Pointer
	before, after string // the document around it, as JSON
	name          string // with its colon, "" for an entry
	good          string // a value, as JSON
	typ           reflect.Type
}

// with returns the document that has another value there.
func (s site) with(value string) string { return s.before + s.name + value + s.after }

// sites adds each member of each type, and an entry of each list, with the value
// that v has there.
func sites(v any, t reflect.Type, at site, seen map[reflect.Type]bool, all *[]site) {
	good, _ := json.Marshal(v) // it was JSON
	at.good, at.typ = string(good), t
	if at.path != "" {
		*all = append(*all, at)
	}
	in := site{before: at.before + at.name}
	switch v := v.(type) {
	case []any:
		in.path, in.before, in.after = at.path.Index(0), in.before+"[", "]"+at.after
		sites(v[0], t.Elem(), in, seen, all)
	case map[string]any:
		if t.Kind() != reflect.Struct || seen[t] {
			return // what is under extensions, or what was visited elsewhere
		}
		seen[t] = true
		in.before, in.after = in.before+"{", "}"+at.after
		if at.path == "" {
			in.before += `"schema":"ocs/v1",`
		}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			if name == "schema" || v[name] == nil {
				continue
			}
			in.path, in.name = at.path.Append(name), strconv.Quote(name)+":"
			sites(v[name], t.Field(i).Type, in, seen, all)
		}
	}
}

// values are what is put in the place of a value, as JSON.
var values = []string{
	`null`, `true`, `""`, `[]`, `{}`, `[null]`, `{"a":null}`, `{"a.b/c":[null,1,{"d":true}]}`,
	`0`, `7`, `-1`, `1.5`, `7.0`, `1e2`, `2027`, `99999`, `1e30`, `12345678901234567890.5`,
	`"two words"`, `"no-such-term"`, `"Draft"`, `"TLP:AMBER"`, `"-x"`, `"a/b"`, `"شہری"`,
	`"2027"`, `"2027-02"`, `"2027-13"`, `"2027-Q2"`, `"2027-Q5"`, `"2027-06-30"`, `"2027-06-31"`, `"2027-02-29"`, `"2028-02-29"`,
	`"0000"`, `"27-06-30"`, `"2027-6-30"`, `" 2027"`, `"2027\n"`,
	`"2027/2030"`, `"2030/2027"`, `"2027/"`, `"/2027"`, `"/"`, `"2027/soon"`, `"2027-01/2027-13"`, `"2027/2027-02-30"`, `"2027/2027-02-29"`,
	`"continuous"`, `"monthly"`, `"as-needed"`, `"adoption+90d"`, `"adoption+090d"`, `"adoption+100000d"`, `"adoption + 90d"`, `"a b+1d"`, `"+1d"`,
	`"PKR 1"`, `"PKR 1.50"`, `"pkr 1"`, `"PKR 1e3"`, `"PKR  1"`, `"PKR 1,000"`, `"1 PKR"`, `"PKR 01"`, `"PKR"`, `"PKR 99999999999999999999"`,
}

// plain are scalars of YAML that may mean one thing to a reader who knows
// nothing of ocs and another to the codec.
var plain = []string{
	`2027`, `27`, `2027.0`, `1.10`, `0123`, `-7`, `NO`, `yes`, `true`, `True`, `~`, ``, `null`, `0x1F`, `0o17`, `1_000`, `.5`, `5.`, `+7`,
	`1e2`, `.inf`, `.nan`, `2027-06-30`, `12:30`, `two words`,
}

// mutations returns documents that have something else at a site, right or
// wrong, each by a name.
func mutations(s site, yaml bool) map[string]string {
	inQuotes, _ := json.Marshal(s.good) // it is text
	all := map[string]string{
		"as it is":     s.with(s.good),
		"removed":      strings.TrimSuffix(s.before, ",") + s.after,
		"in a list":    s.with("[" + s.good + "]"),
		"in an object": s.with(`{"x":` + s.good + "}"),
		"in quotes":    s.with(string(inQuotes)),
	}
	if s.name != "" {
		all["renamed"] = s.before + strings.Replace(s.name, `":`, `x":`, 1) + s.good + s.after
		all["in capitals"] = s.before + strings.ToUpper(s.name) + s.good + s.after
		all["twice"] = s.with(s.good + "," + s.name + s.good)
		all["beside an unknown one"] = s.with(s.good + `,"no-such-field":1`)
	}
	for _, v := range values {
		if !yaml || v[0] != '"' { // in quotes both syntaxes say the same
			all[v] = s.with(v)
		}
	}
	for _, v := range plain {
		if yaml {
			all["plain "+v] = s.with(" " + v + " ")
		}
	}
	return all
}

// trial is one mutation on which the codec and the schema disagree.
type trial struct {
	site
	kind, name string
	yaml       bool
	doc        *document
}

func (t trial) is(names ...string) bool { return slices.Contains(names, t.name) }

// textual reports whether text is wanted that may look like a number.
func (t trial) textual() bool { return t.typ.Kind() == reflect.String || t.dated() }

func (t trial) dated() bool {
	return slices.Contains([]reflect.Type{reflect.TypeFor[ocs.Date](), reflect.TypeFor[ocs.Period](), reflect.TypeFor[ocs.Deadline]()}, t.typ)
}

// malformed reports whether it is an identifier that isn't well formed.
func (t trial) malformed() bool {
	text := strings.TrimPrefix(t.name, "plain ")
	if unquoted, err := strconv.Unquote(text); err == nil {
		text = unquoted
	}
	return strings.HasSuffix(t.typ.Name(), "ID") && !ocs.ID(text).WellFormed()
}

// difference is something that codec and schema disagree on, and why they may.
type difference struct {
	stricter bool // the schema refuses what the codec reads
	about    func(trial) bool
	why      string
}

var differences = []difference{
	{false, func(t trial) bool { return t.is("twice") },
		"A schema sees a document when its parser has made one member of the two. Editors report it by themselves."},
	{false, func(t trial) bool { return !t.yaml && t.textual() && number.MatchString(t.name) },
		"One schema serves both syntaxes: where text is wanted a number is text in YAML, and at fault in JSON."},
	{true, func(t trial) bool { return t.yaml && t.textual() && t.is("true", "plain true", "plain True") },
		"Where text is wanted the codec takes true for text. If the schema did, editors would offer true and false in every such field."},
	{false, func(t trial) bool { return t.dated() && t.is(`"2027-02-29"`, `"0000"`, `"2027/2027-02-29"`) },
		"A pattern that knows leap years would be longer than it is worth."},
	{true, func(t trial) bool { return t.dated() && t.is("plain 0123") },
		"Without quotes YAML takes it for 123, and numbers of three digits must not pass for years."},
	{false, func(t trial) bool {
		return t.is("7.0", "1e2", "plain 2027.0", "plain 1e2") && (t.dated() || t.typ.Kind() == reflect.Int)
	}, "To a schema a number is whole if its value is, however it is written."},
	{false, func(t trial) bool { return t.is("1e30", "12345678901234567890.5", `"PKR 99999999999999999999"`) },
		"How many digits a number may have is beyond a schema."},
	{true, func(t trial) bool { return t.malformed() && t.doc.isWrong(t.path) },
		"Any text decodes into an identifier, but one that isn't well formed breaks malformed-id or unresolved-reference, which nothing lowers."},
	{true, func(t trial) bool {
		return t.malformed() && (t.kind != "strategy" || t.path == "/relations/0/strategy")
	},
		"It is an identifier in or of another strategy: only there would it break those rules."},
}

// Where a document says something else than it might, right or wrong, the codec
// refuses it if the schema does, and at the same place.
func TestMutations(t *testing.T) {
	met, tried := make([]int, len(differences)), 0
	for _, k := range kinds {
		data, err := os.ReadFile(filepath.Join(root, k.example))
		if err != nil {
			t.Fatal(err)
		}
		example, _ := k.read(k.example, data)
		var all []site
		sites(example.value, k.model, site{}, map[reflect.Type]bool{}, &all)
		s := compile(t, k.schema, "")
		for _, at := range all {
			for _, yaml := range []bool{false, true} {
				for name, text := range mutations(at, yaml) {
					tried++
					if i := try(t, k, s, trial{site: at, kind: k.name, name: name, yaml: yaml}, text); i >= 0 {
						met[i]++
					}
				}
			}
		}
	}
	for i, n := range met {
		if n == 0 {
			t.Errorf("there is no such difference any more: %s", differences[i].why)
		}
	}
	t.Logf("%d documents, differences %v", tried, met)
}

// try holds codec and schema against each other. It returns the index of the
// difference that it meets, or -1.
func try(t *testing.T, k kind, s *jsonschema.Schema, trial trial, text string) int {
	file := "x.json"
	if trial.yaml {
		file, text = "x.yaml", "#\n"+text+"\n" // else it would be taken for JSON
	}
	var ok bool
	if trial.doc, ok = k.read(file, []byte(text)); !ok {
		t.Fatalf("%s cannot be parsed", text)
	}
	faults, invalid := trial.doc.faults, refused(s, trial.doc.value)
	if (len(invalid) > 0) == (len(faults) > 0) {
		for _, f := range faults {
			if !invalid[f.Path] && !invalid[f.Path.Parent()] { // an unknown member is refused by what holds it
				t.Errorf("%s, %s in %s: the schema refuses %v", f.Path, f.Rule, text, invalid)
			}
		}
		return -1
	}
	i := slices.IndexFunc(differences, func(d difference) bool {
		return d.stricter == (len(invalid) > 0) && d.about(trial)
	})
	if i < 0 {
		t.Errorf("%s (%v): the codec finds %v, the schema %v", text, trial.typ, faults, invalid)
	}
	return i
}
