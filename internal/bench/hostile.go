package main

import (
	"fmt"
	"strings"
)

// attack is an input made to cost more than its size: text that is repeated
// between a beginning and an end.
type attack struct {
	name, begin, repeat, end string
}

// bytes returns the attack with a size of about n. The repeated text may hold
// a %d, which counts.
func (a attack) bytes(n int) []byte {
	var b strings.Builder
	b.WriteString(a.begin)
	counted := strings.Contains(a.repeat, "%d")
	for i := 0; b.Len() < n-len(a.end); i++ {
		if counted {
			b.WriteString(strings.ReplaceAll(a.repeat, "%d", fmt.Sprint(i)))
		} else {
			b.WriteString(a.repeat)
		}
	}
	b.WriteString(a.end)
	return []byte(b.String())
}

const (
	jsonHead  = `{"schema":"ocs/v1","id":"s"`
	yamlHead  = "schema: ocs/v1\nid: s\n"
	yamlPlans = yamlHead + "plans:\n- id: p\n  commitments:\n"
)

var jsonAttacks = []attack{
	{"nested lists", "", "[", ""},
	{"nested objects", "", `{"a":`, ""},
	{"nested lists under extensions", jsonHead + `,"extensions":{"a.b":`, "[", ""},
	{"many empty lists under extensions", jsonHead + `,"extensions":{"a.b":[0`, ",[]", "]}}"},
	{"unknown members", jsonHead, `,"x%d":1`, "}"},
	{"unknown members like a known one", jsonHead, `,"objectivess%d":1`, "}"},
	{"long unknown members", jsonHead, `,"` + strings.Repeat("objective", 40) + `%d":1`, "}"},
	{"one member again and again", jsonHead, `,"title":"a"`, "}"},
	{"nulls", jsonHead + `,"threats":[null`, ",null", "]}"},
	{"wrong types", jsonHead + `,"threats":[1`, ",1", "]}"},
	{"empty threats", jsonHead + `,"threats":[{}`, ",{}", "]}"},
	{"empty readings", jsonHead + `,"reports":[{"readings":[{}`, ",{}", "]}]}"},
	{"bad dates", jsonHead + `,"reports":[{"due":"x"}`, `,{"due":"x"}`, "]}"},
	{"one long text", jsonHead + `,"title":"`, "a", `"}`},
	{"one long text of escapes", jsonHead + `,"title":"`, `\u0061`, `"}`},
	{"one long text of control characters", jsonHead + `,"title":"`, `\u0001`, `"}`},
	{"one long number", jsonHead + `,"version":`, "1", "}"},
	{"one long identifier", `{"schema":"ocs/v1","id":"`, "é", `"}`},
	{"text without end", jsonHead + `,"title":"`, "a", ""},
	{"white space", "", " ", ""},
	{"white space after the document", jsonHead + "}", "\n", ""},
	{"null characters", "{", "\x00", ""},
	{"not UTF-8", jsonHead + `,"title":"`, "\xff", `"}`},
	{"one identifier for all", jsonHead + `,"threats":[{"id":"t"}`, `,{"id":"t"}`, "]}"},
	{"references to nothing", jsonHead + `,"plans":[{"id":"p","commitments":[{"id":"c","depends-on":["x"`, `,"x"`, "]}]}]}"},
	{"references almost right", jsonHead + `,"plans":[{"id":"p","commitments":[{"id":"c"}`, `,{"id":"commitment-%d","lead":"comitment-%d"}`, "]}]}"},
	{"a chain of dependencies", jsonHead + `,"plans":[{"id":"p","commitments":[{"id":"c0"}`, `,{"id":"c1%d","depends-on":["c%d"]}`, "]}]}"},
	{"everything depends on itself", jsonHead + `,"plans":[{"id":"p","commitments":[{"id":"c"}`, `,{"id":"c%d","depends-on":["c%d"]}`, "]}]}"},
	{"many keys under extensions", jsonHead + `,"extensions":{"a.b":1`, `,"a.%d":1`, "}}"},
	{"unknown terms", jsonHead + `,"languages":["x!"`, `,"x!"`, "]}"},
}

var yamlAttacks = []attack{
	{"nested flow lists", "a: ", "[", ""},
	{"nested flow mappings", "", "{a: ", ""},
	{"nested block lists", "", "- ", ""},
	{"nested complex keys", "", "? ", ""},
	{"aliases of aliases", aliases(), "# more\n", ""},
	{"many aliases", yamlHead + "mission: &a text\nextensions:\n  a.b:\n", "  - *a\n", ""},
	{"many anchors", yamlHead + "extensions:\n  a.b:\n", "  - &a%d x\n", ""},
	{"merge keys", yamlHead + "extensions:\n  a.b: &a {x: 1}\n  a.c:\n", "  - <<: *a\n", ""},
	{"many documents", "", "---\n", ""},
	{"tabs", "a:\n", "\t", ""},
	{"comments", "", "# a\n", ""},
	{"one long plain text", yamlHead + "title: a", "\n  a", "\n"},
	{"one long literal", yamlHead + "title: |\n", "  a\n", ""},
	{"one long literal of empty lines", yamlHead + "title: |\n  a\n", "\n", ""},
	{"one long quoted text", yamlHead + `title: "`, `\x41`, "\"\n"},
	{"quoted text without end", yamlHead + `title: "`, "a\n ", ""},
	{"one long name", yamlHead + "? ", "a", "\n: b\n"},
	{"unknown members", yamlHead, "x%d: 1\n", ""},
	{"one member again and again", yamlHead, "title: a\n", ""},
	{"bare members", yamlHead, "title:\n", ""},
	{"bare entries", yamlHead + "threats:\n", "-\n", ""},
	{"empty flow entries", yamlHead + "threats: [{}", ",{}", "]\n"},
	{"plain flow entries", yamlHead + "languages: [a", ",a", "]\n"},
	{"tags", yamlHead + "languages:\n", "- !!str a\n", ""},
	{"local tags", yamlHead + "languages:\n", "- !a%d a\n", ""},
	{"directives", "", "%TAG !a%d! tag:a,2000:\n", ""},
	{"directives after a document", yamlHead + "...\n", "%TAG !a%d! tag:a,2000:\n", ""},
	{"one long declared tag", "%TAG !a! tag:" + strings.Repeat("a", 1<<15) + "\n---\n" + yamlHead + "languages:\n", "- !a!x a\n", ""},
	{"flow list as a name", "{[a", ",a", "]: b}\n"},
	{"flow lists in lists", yamlHead + "extensions:\n  a.b:\n    [[[[[[[[", "[a]: b,", "]]]]]]]]\n"},
	{"complex keys", yamlHead + "extensions:\n", "  ? a.%d\n", ""},
	{"carriage returns", yamlHead, "\r", ""},
	{"white space", "", " ", ""},
	{"indentation that grows", yamlHead + "extensions:\n  a.b:\n", "   -\n    -\n", ""},
	{"not UTF-8", yamlHead + "title: ", "\xff", "\n"},
	{"UTF-16", "\xff\xfe", "a\x00", ""},
	{"one identifier for all", yamlPlans, "  - id: c\n", ""},
	{"braces that aren't JSON", "{", " ", "a: b}"},
}

// aliases returns lists of aliases that would expand to ten to the ninth.
func aliases() string {
	var b strings.Builder
	b.WriteString(yamlHead + "extensions:\n  a.l0: &l0 [x]\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, "  a.l%d: &l%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*l%d,", i-1), 10), ","))
	}
	return b.String()
}
