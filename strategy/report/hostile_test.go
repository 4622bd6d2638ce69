package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

// attacks are texts that mean something to a browser, to a stylesheet or to
// what puts letters in order.
var attacks = []string{
	`"><script>alert(1)</script>`,
	`</style><script>alert(1)</script><style>`,
	`'onmouseover='alert(1)' x='`,
	`<img src=x onerror=alert(1)>`,
	`<svg onload=alert(1)>`,
	`--><!--`,
	`]]>`,
	`{{.}} {{template "page"}}`,
	`javascript:alert(1)`,
	`";} * { display: none } @import url(https://example.org); x {"`,
	"\u202egnp.exe\u202c \u2067\u2066\u2069\u2069\u2069\u2069",
	"\x00\x01\x1b[2J\u0085\u2028\u2029\x7f\xff\xfe",
	strings.Repeat("W", 10_000),
	strings.Repeat("ووو ", 2_500),
}

// TestHostileText puts each attack into every text of a strategy, identifiers
// and terms of vocabularies among them. What refers to each other still does.
func TestHostileText(t *testing.T) {
	for i, attack := range attacks {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			s := nsaoc.Monitored()
			n := 0
			eachText(reflect.ValueOf(&s).Elem(), func(typ reflect.Type, text string) string {
				if text == "" {
					return ""
				}
				if n++; len(attack) > 1000 && n%97 != 0 { // long ones in some places only
					return text
				}
				return text + attack
			})
			checkPage(t, render(t, &s, &Options{AsOf: monitoredDay, Language: ocs.Language(tongues[i%len(tongues)])}))
		})
	}
}

// TestHostileTextIsKept: what is harmless of it can be read.
func TestHostileTextIsKept(t *testing.T) {
	s := strategy.Strategy{Title: `A & B <script>alert("1")</script>`, Vision: "one\ntwo\u202ethree"}
	page := string(render(t, &s, nil))
	for _, want := range []string{
		`A &amp; B &lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;</h1>`,
		`<p dir="auto">one</p><p dir="auto">twothree</p>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// TestLongNames: a name is whole at its place, and cut where it is referred to.
func TestLongNames(t *testing.T) {
	s := nsaoc.Monitored()
	long := strings.Repeat("W", 10_000)
	s.Objectives[0].Title = long
	page := string(render(t, &s, nil))
	id := string(s.Objectives[0].ID)
	if !strings.Contains(page, "<h4><bdi>"+long+"</bdi></h4>") {
		t.Error("it isn't whole at its place")
	}
	if !strings.Contains(page, `<a href="#`+id+`"><bdi>`+long[:maxReference]+"…</bdi></a>") || strings.Contains(page, `<a href="#`+id+`"><bdi>`+long) {
		t.Error("it isn't cut where it is referred to")
	}
}

func TestLink(t *testing.T) {
	tests := []struct {
		address string
		want    bool
	}{
		{"https://www.unodc.org/a?b=c&d=e", true},
		{"http://example.org", true},
		{"HTTPS://example.org/", true},
		{"javascript:alert(1)", false},
		{"data:text/html,x", false},
		{"file:///etc/passwd", false},
		{"//example.org", false},
		{"https:example.org", false},
		{"https://example.org@evil.example/", false},
		{" https://example.org", false},
		{"https://exa\u202emple.org", false},
		{"https://example.org/\x00", false},
		{"mailto:a@example.org", false},
		{"see the gazette", false},
	}
	for _, test := range tests {
		if got := strings.HasPrefix(string(link(test.address)), "<a "); got != test.want {
			t.Errorf("%q: a link: %v", test.address, got)
		}
	}
}

// TestDuplicateIdentifiers: of elements that share one, the first has the place.
func TestDuplicateIdentifiers(t *testing.T) {
	s := nsaoc.Monitored()
	s.Objectives = append(s.Objectives, s.Objectives...)
	s.Plans = append(s.Plans, s.Plans...)
	s.Risks = append(s.Risks, strategy.Risk{ID: ocs.ID(s.Threats[0].ID)}, strategy.Risk{ID: "_overview"}, strategy.Risk{ID: "a b"}, strategy.Risk{})
	checkPage(t, render(t, &s, &Options{AsOf: monitoredDay}))
}
