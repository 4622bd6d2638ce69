package strategy_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// mutator makes random changes to strategies: the same for the same seed.
type mutator struct {
	*rand.Rand
	lists, leaves []reflect.Value
}

func newMutator(seed uint64) *mutator { return &mutator{Rand: rand.New(rand.NewPCG(seed, 1))} }

// mutate changes s in n ways.
func (m *mutator) mutate(s *strategy.Strategy, n int) {
	for i := range n {
		if i%10 == 0 { // what a change makes out of date is at worst changed in vain
			m.lists, m.leaves = nil, nil
			m.collect(reflect.ValueOf(s).Elem())
		}
		switch m.IntN(8) {
		case 0, 1, 2:
			m.set(m.leaves[m.IntN(len(m.leaves))])
		case 3:
			m.remove()
		case 4:
			m.insert()
		case 5:
			m.swap()
		case 6:
			m.move()
		case 7:
			m.rename()
		}
	}
}

func isLeaf(v reflect.Value) bool {
	if v.Kind() != reflect.Struct {
		return v.Kind() != reflect.Slice
	}
	return v.Type() == reflect.TypeFor[ocs.Decimal]() || v.Type().Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

func (m *mutator) collect(v reflect.Value) {
	switch {
	case isLeaf(v):
		m.leaves = append(m.leaves, v)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			m.collect(v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		m.lists = append(m.lists, v)
		for i := range v.Len() {
			m.collect(v.Index(i))
		}
	}
}

// set gives a leaf another value, most often one that it may well have.
func (m *mutator) set(v reflect.Value) {
	pick := func(texts ...string) string { return texts[m.IntN(len(texts))] }
	text, isText := v.Addr().Interface().(encoding.TextUnmarshaler)
	number, isNumber := v.Addr().Interface().(*ocs.Decimal)
	e, isTable := v.Addr().Interface().(*ocs.Extensions)
	switch {
	case isNumber:
		*number = ocs.MustDecimal(pick("0", "1", "1.0", "12.50", "-3", "900"))
	case isTable:
		next := ocs.Extensions{}
		for key, value := range *e {
			next[key] = value
		}
		next[pick("a.example/x", "b.example/y~z")] = json.RawMessage(pick("1", `{"a": [1, 2]}`, `"text"`))
		if m.IntN(3) == 0 {
			delete(next, "a.example/x")
		}
		*e = next
	case isText:
		for _, try := range []string{pick("2027", "2028-03", "2030-12-31"), pick("PKR 12.00", "USD 5"), "2026/2030"} {
			if text.UnmarshalText([]byte(try)) == nil {
				return
			}
		}
	case v.Kind() == reflect.Bool:
		v.SetBool(!v.Bool())
	case v.CanInt():
		v.SetInt(m.Int64N(9))
	default:
		v.SetString(pick("", "anf", "fia", "prevent", "a longer text that says something else", "id-7", "x"))
	}
}

// list returns a list that has entries, or the zero Value.
func (m *mutator) list(least int) reflect.Value {
	for range 50 {
		if v := m.lists[m.IntN(len(m.lists))]; v.Len() >= least {
			return v
		}
	}
	return reflect.Value{}
}

func without(v reflect.Value, i int) reflect.Value {
	next := reflect.MakeSlice(v.Type(), 0, v.Len())
	return reflect.AppendSlice(reflect.AppendSlice(next, v.Slice(0, i)), v.Slice(i+1, v.Len()))
}

func with(v reflect.Value, i int, entry reflect.Value) reflect.Value {
	next := reflect.MakeSlice(v.Type(), 0, v.Len()+1)
	return reflect.AppendSlice(reflect.Append(reflect.AppendSlice(next, v.Slice(0, i)), entry), v.Slice(i, v.Len()))
}

func (m *mutator) remove() {
	if v := m.list(1); v.IsValid() {
		v.Set(without(v, m.IntN(v.Len())))
	}
}

// insert adds a copy of an entry, mostly with another identifier.
func (m *mutator) insert() {
	v := m.list(1)
	if !v.IsValid() {
		return
	}
	entry := reflect.New(v.Type().Elem()).Elem()
	entry.Set(deep(v.Index(m.IntN(v.Len()))))
	if id := entry; entry.Kind() == reflect.Struct && m.IntN(4) > 0 {
		if id = entry.FieldByName("ID"); id.IsValid() && id.Kind() == reflect.String {
			id.SetString(fmt.Sprintf("new-%d", m.IntN(1000)))
		}
	}
	v.Set(with(v, m.IntN(v.Len()+1), entry))
}

func (m *mutator) swap() {
	if v := m.list(2); v.IsValid() {
		i, j := m.IntN(v.Len()), m.IntN(v.Len())
		x, y := deep(v.Index(i)), deep(v.Index(j))
		v.Index(i).Set(y)
		v.Index(j).Set(x)
	}
}

// move takes an entry to another list of the same type.
func (m *mutator) move() {
	from := m.list(1)
	if !from.IsValid() {
		return
	}
	var to []reflect.Value
	for _, v := range m.lists {
		if v.Type() == from.Type() && v.Addr().Pointer() != from.Addr().Pointer() {
			to = append(to, v)
		}
	}
	if len(to) == 0 {
		return
	}
	i, target := m.IntN(from.Len()), to[m.IntN(len(to))]
	entry := deep(from.Index(i))
	target.Set(with(target, m.IntN(target.Len()+1), entry))
	from.Set(without(from, i))
}

// rename gives an element another identifier, everywhere.
func (m *mutator) rename() {
	v := m.list(1)
	if !v.IsValid() || v.Type().Elem().Kind() != reflect.Struct {
		return
	}
	id := v.Index(m.IntN(v.Len())).FieldByName("ID")
	if !id.IsValid() || id.Kind() != reflect.String || id.Len() == 0 {
		return
	}
	old, next := id.String(), fmt.Sprintf("renamed-%d", m.IntN(1000))
	for _, l := range m.leaves {
		if l.Kind() == reflect.String && l.String() == old && strings.HasSuffix(l.Type().Name(), "ID") {
			l.SetString(next)
		}
	}
}

// deep copies a value, so that no two entries share a list.
func deep(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	switch {
	case isLeaf(c):
	case c.Kind() == reflect.Struct:
		for i := range c.NumField() {
			c.Field(i).Set(deep(v.Field(i)))
		}
	case c.Kind() == reflect.Slice && !v.IsNil():
		c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			c.Index(i).Set(deep(v.Index(i)))
		}
	}
	return c
}

// rounds is how often something random is tried: a fifth of it under -short,
// as where the race detector makes everything slow.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return n / 5
	}
	return n
}
