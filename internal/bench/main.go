// Command bench measures ocs against the goals of its design and against
// peers: other decoders and validators, which this module keeps out of the
// main one. README.md says how to read its table.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// goal is one row, or a few, of the table of goals.
type goal struct {
	number string // as the goals are numbered, "–" for information
	title  string
	run    func(*env) []row
}

var goals = []goal{
	{"1", "load JSON", loadJSON},
	{"2", "load YAML", loadYAML},
	{"3", "locate findings", locate},
	{"4", "rules against decode", rulesAgainstDecode},
	{"5", "rules against schema", rulesAgainstSchema},
	{"6", "bytes to verdict", verdict},
	{"7", "validation at scale", scale},
	{"8", "address of a finding", address},
	{"9", "compare versions", compareVersions},
	{"11", "digest", digests},
	{"13", "binary size", binarySize},
	{"14", "hostile input", hostile},
	{"15", "memory", memory},
	{"–", "encode", encode},
}

func main() {
	p := newPrinter(os.Stdout)
	defer report(p)
	if len(os.Args) == 3 && strings.HasPrefix(os.Args[1], childFlag) {
		child(strings.TrimPrefix(os.Args[1], childFlag), os.Args[2])
		return
	}
	sizes := flag.String("n", "1000,10000,100000,1000000", "`sizes` of documents in objects; a measure leaves out those too large for its peers")
	passes := flag.Int("passes", 7, "interleaved passes of which the median is taken")
	only := flag.String("only", "", "`regexp` for the numbers and titles of measures to run, as in \"^7 |memory\"")
	flag.Parse()
	runtime.GOMAXPROCS(1)

	e := &env{passes: *passes, docs: map[int]*doc{}}
	for _, s := range strings.Split(*sizes, ",") {
		n := must(strconv.Atoi(s))
		if n < minObjects {
			fatal("a document has at least ", minObjects, " objects")
		}
		e.sizes = append(e.sizes, n)
	}
	filter := must(regexp.Compile(*only))
	fmt.Printf("%s %s/%s, GOMAXPROCS=1, medians of %d interleaved passes, CPU time\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, *passes)
	p.head()
	for _, g := range goals {
		if !filter.MatchString(g.number + " " + g.title) {
			continue
		}
		fmt.Fprintln(os.Stderr, g.number, g.title)
		for _, r := range g.run(e) {
			p.print(g, r)
		}
		clear(e.docs)
	}
}

// env is what the measures share.
type env struct {
	passes int
	sizes  []int
	docs   map[int]*doc
}

// upTo returns the sizes up to a largest.
func (e *env) upTo(most int) []int {
	var sizes []int
	for _, n := range e.sizes {
		if n <= most {
			sizes = append(sizes, n)
		}
	}
	return sizes
}

// doc is a generated document.
type doc struct {
	n          int
	json, yaml []byte
	strategy   *strategy.Strategy // decoded, so that it lies in memory as documents do
}

// doc returns the document of n objects in JSON.
func (e *env) doc(n int) *doc {
	d := e.docs[n]
	if d == nil {
		d = &doc{n: n, json: generateJSON(n)}
		d.strategy = decodeV2(d.json)
		e.docs[n] = d
	}
	return d
}

// yamlDoc returns the document of n objects in YAML, too.
func (e *env) yamlDoc(n int) *doc {
	d := e.doc(n)
	if d.yaml == nil {
		d.yaml = must(codec.Encode(d.strategy, codec.YAML))
	}
	return d
}

func generateJSON(n int) []byte {
	s := Generate(n)
	return must(json.Marshal(&s, jsontext.WithIndent("  ")))
}

// size names a document's size.
func size(n int) string {
	switch {
	case n >= 1_000_000 && n%1_000_000 == 0:
		return strconv.Itoa(n/1_000_000) + "M"
	case n >= 1000 && n%1000 == 0:
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}
