package report

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

var updatePictures = flag.Bool("update-pictures", false, "write the golden files of pictures")

// day is the day that the example tells of.
var exampleDay = ocs.MustDate("2028-06-30")

func pakistan() *strategy.Index {
	s := nsaoc.Monitored()
	return strategy.NewIndex(&s)
}

// allPictures draws every picture there is.
func allPictures(ix *strategy.Index, o *Options) []Picture {
	return append([]Picture{Coverage(ix, o), Risks(ix, o), ThreatRanking(ix, o), BudgetByPillar(ix, o), BudgetBySource(ix, o), Responsibilities(ix, o)}, slices.Concat(Timeline(ix, o), Indicators(ix, o))...)
}

// inAllWays calls check for every picture in every language and place.
func inAllWays(t *testing.T, ix *strategy.Index, check func(t *testing.T, p *Picture, o *Options)) {
	t.Helper()
	for _, tag := range tongues {
		for _, o := range []*Options{
			{AsOf: exampleDay, Language: ocs.Language(tag)},
			{AsOf: exampleDay, Language: ocs.Language(tag), within: true},
			{Language: ocs.Language(tag), Anchors: true},
		} {
			for _, p := range allPictures(ix, o) {
				check(t, &p, o)
			}
		}
	}
}

// node is an element of a picture, for looking at.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []node     `xml:",any"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n *node) number(t *testing.T, name string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(n.attr(name), 64)
	require.NoError(t, err, "%s of %s", name, n.XMLName.Local)
	return v
}

func (n *node) walk(visit func(*node)) {
	visit(n)
	for i := range n.Nodes {
		n.Nodes[i].walk(visit)
	}
}

// parse reads a picture as any XML reader would.
func parse(t *testing.T, p *Picture) *node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimSpace(p.SVG)))
	d.Strict = true
	var root node
	require.NoError(t, d.Decode(&root), p.Name)
	_, err := d.Token()
	require.ErrorIs(t, err, io.EOF, "%s is one element", p.Name)
	return &root
}

// elements are those that pictures consist of; none can run anything or fetch.
var elements = []string{"svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "line", "circle", "text", "g", "a"}

// checkSafe holds a picture to what makes it safe to set into a page.
func checkSafe(t *testing.T, p *Picture, o *Options) {
	t.Helper()
	ids := make(map[string]bool)
	var refs []string
	parse(t, p).walk(func(n *node) {
		if !slices.Contains(elements, n.XMLName.Local) {
			t.Errorf("%s: element %s", p.Name, n.XMLName.Local)
		}
		if n.XMLName.Local == "style" && strings.ContainsAny(n.Text, "<\\") {
			t.Errorf("%s: style %q", p.Name, n.Text)
		}
		for _, a := range n.Attrs {
			switch name := a.Name.Local; {
			case strings.HasPrefix(name, "on"), name == "style", name == "src":
				t.Errorf("%s: attribute %s", p.Name, name)
			case name == "href" && (!strings.HasPrefix(a.Value, "#") || !o.links()):
				t.Errorf("%s: link to %q", p.Name, a.Value)
			case name == "id":
				if ids[a.Value] || !strings.HasPrefix(a.Value, "ocs:"+p.Name+":") || strings.ContainsAny(a.Value, " \t\n\"'()") {
					t.Errorf("%s: identifier %q", p.Name, a.Value)
				}
				ids[a.Value] = true
			case strings.HasPrefix(a.Value, "url("):
				refs = append(refs, strings.TrimSuffix(strings.TrimPrefix(a.Value, "url(#"), ")"))
			case name == "aria-labelledby":
				refs = append(refs, strings.Fields(a.Value)...)
			}
		}
	})
	for _, r := range refs {
		if !ids[r] {
			t.Errorf("%s: refers to %q, which it doesn't have", p.Name, r)
		}
	}
	if p.Title == "" || p.Description == "" || len(p.Table.Columns) == 0 {
		t.Errorf("%s: title %q, description %q, columns %q", p.Name, p.Title, p.Description, p.Table.Columns)
	}
}

// checkFits holds every text and every shape to the picture's borders.
func checkFits(t *testing.T, p *Picture) {
	t.Helper()
	root := parse(t, p)
	var box [4]float64
	for i, f := range strings.Fields(root.attr("viewBox")) {
		box[i], _ = strconv.ParseFloat(f, 64)
	}
	within := func(what string, left, top, right, bottom float64) {
		const slack = 1
		if left < box[0]-slack || right > box[0]+box[2]+slack || top < box[1]-slack || bottom > box[1]+box[3]+slack {
			t.Errorf("%s: %s reaches from %v, %v to %v, %v", p.Name, what, left, top, right, bottom)
		}
	}
	mirrored := root.attr("direction") == "rtl"
	for i := range root.Nodes {
		if root.Nodes[i].XMLName.Local == "defs" {
			continue
		}
		root.Nodes[i].walk(func(n *node) {
			switch n.XMLName.Local {
			case "text":
				size := int(n.number(t, "font-size"))
				width := float64(font{size, n.attr("font-weight") != ""}.width(phrase(n.Text))) / px
				left, y := n.number(t, "x"), n.number(t, "y")
				rtl := mirrored
				if d := n.attr("direction"); d != "" {
					rtl = d == "rtl"
				}
				switch anchor := n.attr("text-anchor"); {
				case anchor == "middle":
					left -= width / 2
				case (anchor == "end") != rtl:
					left -= width
				}
				within(strconv.Quote(n.Text), left, y-float64(size), left+width, y+float64(size)/4)
			case "rect":
				x, y := n.number(t, "x"), n.number(t, "y")
				within("rect", x, y, x+n.number(t, "width"), y+n.number(t, "height"))
			case "line":
				x1, x2, y1, y2 := n.number(t, "x1"), n.number(t, "x2"), n.number(t, "y1"), n.number(t, "y2")
				within("line", min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
			}
		})
	}
}

func TestPictures(t *testing.T) {
	inAllWays(t, pakistan(), func(t *testing.T, p *Picture, o *Options) {
		checkSafe(t, p, o)
		checkFits(t, p)
	})
}

// TestNoIdentifierTwice: all pictures can stand in one page.
func TestNoIdentifierTwice(t *testing.T) {
	seen := make(map[string]string)
	for _, p := range allPictures(pakistan(), &Options{AsOf: exampleDay}) {
		if seen[p.Name] != "" {
			t.Errorf("two pictures are named %q", p.Name)
		}
		seen[p.Name] = p.Title
	}
}

// TestPicturesGolden compares the pictures that stand for all with what was
// looked at and found good.
func TestPicturesGolden(t *testing.T) {
	ix, o := pakistan(), &Options{AsOf: exampleDay}
	for _, p := range []Picture{Coverage(ix, o), BudgetBySource(ix, o), Indicators(ix, o)[0], Timeline(ix, o)[2]} {
		golden(t, p.Name+".svg", p.SVG)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "pictures", name)
	if *updatePictures {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	elements := func(data []byte) []string { return strings.Split(strings.ReplaceAll(string(data), "><", ">\n<"), "\n") }
	if diff := cmp.Diff(elements(want), elements(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestCaptionsAreComplete(t *testing.T) {
	for key, words := range captions {
		for i, word := range words {
			if strings.TrimSpace(word) == "" || word != strings.TrimSpace(word) {
				t.Errorf("%s has no words in %q", key, tongues[i])
			}
			if strings.Count(word, "{") != strings.Count(words[english], "{") {
				t.Errorf("%s: what is put in differs in %q", key, tongues[i])
			}
		}
	}
}
