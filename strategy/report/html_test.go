package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy"
)

// element is an element of a page, and how it is read.
type element struct {
	name  string
	attrs map[string]string
}

// readPage reads a page as a tree, which fails unless every element is closed and
// every attribute is quoted. It calls visit for each.
func readPage(t *testing.T, page []byte, visit func(element)) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Entity = xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok {
			e := element{start.Name.Local, make(map[string]string)}
			for _, a := range start.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			visit(e)
		}
	}
}

// allowed are the elements that a page is made of, but for those of SVG.
var allowed = strings.Fields(`html head meta link title style body header footer nav main section article div p span a ul ol li dl dt dd
	h1 h2 h3 h4 h5 b i em small code bdi br table thead tbody tr th td figure figcaption details summary`)

// drawn are the elements of SVG that a picture may have.
var drawn = strings.Fields(`svg g title desc style defs pattern clipPath linearGradient stop marker path rect circle line polyline polygon text tspan a use`)

// checkPage demands of any page that it can do nothing but be read: it holds
// known elements only, no handler of an event, no address but of the web and of
// itself; its identifiers are unique, and its links lead somewhere.
func checkPage(t *testing.T, page []byte) {
	t.Helper()
	for i, r := range string(page) {
		if r < 0x20 && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 || 0x202a <= r && r <= 0x202e {
			t.Fatalf("character %U behind %q", r, page[max(0, i-80):i])
		}
	}
	ids := make(map[string]int)
	var links []string
	readPage(t, page, func(e element) {
		if !slices.Contains(allowed, e.name) && !slices.Contains(drawn, e.name) {
			t.Errorf("element %q", e.name)
		}
		for name, value := range e.attrs {
			switch {
			case strings.HasPrefix(strings.ToLower(name), "on"), name == "src", name == "srcdoc", name == "action":
				t.Errorf("attribute %s=%q", name, value)
			case name == "id":
				ids[value]++
			case name == "href" && value == "data:,": // no icon
			case name == "href" && strings.HasPrefix(value, "#"):
				at, err := url.PathUnescape(value[1:])
				if err != nil {
					t.Errorf("link to %q: %v", value, err)
				}
				links = append(links, at)
			case name == "href":
				u, err := url.Parse(value)
				if err != nil || u.Scheme != "http" && u.Scheme != "https" {
					t.Errorf("link to %q", value)
				}
			}
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	for _, l := range links {
		if ids[l] == 0 {
			t.Errorf("link to #%s, which isn't there", l)
		}
	}
}

// render makes a page.
func render(t *testing.T, s *strategy.Strategy, o *Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, HTML(&b, strategy.NewIndex(s), o))
	return b.Bytes()
}

// eachText visits every text inside a value, and puts back what is returned.
func eachText(v reflect.Value, visit func(reflect.Type, string) string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), visit)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 || v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len()) // parts may be shared with others
		reflect.Copy(fresh, v)
		for i := range fresh.Len() {
			eachText(fresh.Index(i), visit)
		}
		if v.CanSet() {
			v.Set(fresh)
		}
	case reflect.String:
		if text := visit(v.Type(), v.String()); v.CanSet() {
			v.SetString(text)
		}
	}
}
