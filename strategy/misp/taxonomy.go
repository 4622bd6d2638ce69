package misp

import (
	"crypto/sha1" // what RFC 9562 builds version 5 on; nothing here relies on it being hard to collide
	"encoding/hex"
	"encoding/json"
	"io"
)

// Taxonomy is a vocabulary of machine tags, in the form of machinetag.json.
type Taxonomy struct {
	// Namespace begins every tag. Cardinality: one.
	Namespace string `json:"namespace"`

	// Expanded is the taxonomy's title. Cardinality: zero or one.
	Expanded string `json:"expanded,omitzero"`

	// Description says what the taxonomy is for. Cardinality: one.
	Description string `json:"description"`

	// Version counts up: MISP takes a taxonomy again if it is higher than before. Cardinality: one.
	Version int `json:"version"`

	// UUID identifies the taxonomy. Cardinality: zero or one.
	UUID string `json:"uuid,omitzero"`

	// Refs are addresses of what the taxonomy rests on. Cardinality: zero to many.
	Refs []string `json:"refs,omitempty"`

	// Predicates are the questions that tags answer. Cardinality: one to many.
	Predicates []Predicate `json:"predicates"`

	// Values are the answers, by predicate. Cardinality: zero or one for each predicate.
	Values []Values `json:"values,omitempty"`
}

// Predicate is the middle of a tag: market in ocs:market="extortion".
type Predicate struct {
	// Value is the predicate as tags write it. Cardinality: one.
	Value string `json:"value"`

	// Expanded is its title. Cardinality: zero or one.
	Expanded string `json:"expanded,omitzero"`

	// Description says what it means. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// UUID identifies the predicate. Cardinality: zero or one.
	UUID string `json:"uuid,omitzero"`
}

// Values are the values of a predicate.
type Values struct {
	// Predicate is the predicate as tags write it. Cardinality: one.
	Predicate string `json:"predicate"`

	// Entry are its values. Cardinality: one to many.
	Entry []Entry `json:"entry"`
}

// Entry is the end of a tag: extortion in ocs:market="extortion".
type Entry struct {
	// Value is the value as tags write it. Cardinality: one.
	Value string `json:"value"`

	// Expanded is its title. Cardinality: zero or one.
	Expanded string `json:"expanded,omitzero"`

	// Description says what it means. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// UUID identifies the value. Cardinality: zero or one.
	UUID string `json:"uuid,omitzero"`
}

// Tags lists the machine tags of the taxonomy, as they are written in MISP.
func (t Taxonomy) Tags() []string {
	var tags []string
	for _, v := range t.Values {
		for _, e := range v.Entry {
			tags = append(tags, tag(t.Namespace, v.Predicate, e.Value))
		}
	}
	return tags
}

// WriteJSON writes the taxonomy as machinetag.json, laid out as the repository
// MISP/misp-taxonomies demands: indented by two spaces, nothing escaped that
// need not be. The error is that of w.
func (t Taxonomy) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(t)
}

func tag(namespace, predicate, value string) string {
	return namespace + ":" + predicate + `="` + value + `"`
}

// predicate adds a predicate with its values, if there are any.
func (t *Taxonomy) predicate(p Predicate, entries []Entry) {
	if len(entries) == 0 {
		return
	}
	p.UUID = uuid(t.Namespace + ":" + p.Value)
	for i := range entries {
		entries[i].UUID = uuid(tag(t.Namespace, p.Value, entries[i].Value))
	}
	t.Predicates = append(t.Predicates, p)
	t.Values = append(t.Values, Values{p.Value, entries})
}

// dns is the namespace of RFC 9562 for names of the domain name system. MISP's
// own taxonomies derive the UUID of a tag from it and from the tag, so that
// whoever derives it gets the same.
var dns = [16]byte{0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// uuid returns the UUID of a namespace, predicate or tag, of version 5.
func uuid(name string) string {
	h := sha1.New()
	h.Write(dns[:])
	io.WriteString(h, name)
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	x := hex.EncodeToString(u)
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}
