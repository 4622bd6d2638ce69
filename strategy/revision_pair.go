package strategy

import (
	"reflect"
	"slices"
)

// pairEntries finds which entries of two lists without identifiers are the same. For
// each of b it gives the place in a, or -1. Equal entries are the same; then
// those with the same natural key; then, if liberal, those that are alike, in
// their order. now says what renamed elements are called.
func pairEntries(a, b reflect.Value, f *form, now map[string]string, liberal bool) []int {
	from := make([]int, b.Len())
	taken := make([]bool, a.Len())
	same := 0
	for same < min(a.Len(), b.Len()) && f.equal(a.Index(same), b.Index(same)) {
		from[same], taken[same] = same, true
		same++
	}
	for j := same; j < len(from); j++ {
		from[j] = -1
	}
	p := pairing{a: a, b: b, form: f, from: from, taken: taken}
	p.by(func(v reflect.Value, old bool) (string, bool) {
		if !old {
			return string(f.appendContent(nil, v, "", nil)), true
		}
		return string(f.appendContent(nil, v, "", now)), true
	})
	if f.sort == objectForm {
		p.by(func(v reflect.Value, old bool) (string, bool) {
			names := now
			if !old {
				names = nil
			}
			key, ok := f.appendKey(nil, v, names)
			return string(key), ok
		})
	}
	if liberal {
		p.inOrder()
	}
	return from
}

type pairing struct {
	a, b  reflect.Value
	form  *form
	from  []int
	taken []bool
}

// by pairs what isn't yet by a key, the first with the first.
func (p *pairing) by(key func(v reflect.Value, old bool) (string, bool)) {
	if !slices.Contains(p.from, -1) || !slices.Contains(p.taken, false) {
		return
	}
	waiting := make(map[string][]int)
	for i, taken := range p.taken {
		if taken {
			continue
		}
		if k, ok := key(p.a.Index(i), true); ok {
			waiting[k] = append(waiting[k], i)
		}
	}
	for j := range p.from {
		if p.from[j] >= 0 {
			continue
		}
		k, ok := key(p.b.Index(j), false)
		if old := waiting[k]; ok && len(old) > 0 {
			p.from[j], p.taken[old[0]] = old[0], true
			waiting[k] = old[1:]
		}
	}
}

// inOrder pairs what is left in its order: objects that are alike, and pieces
// of free text if as many are left in either list.
func (p *pairing) inOrder() {
	var olds, news []int
	for i, taken := range p.taken {
		if !taken {
			olds = append(olds, i)
		}
	}
	for j, i := range p.from {
		if i < 0 {
			news = append(news, j)
		}
	}
	f := p.form
	prose := f.prose && len(olds) == len(news)
	for n := range min(len(olds), len(news)) {
		if prose || f.sort == objectForm && alike(f, p.a.Index(olds[n]), p.b.Index(news[n])) {
			p.from[news[n]], p.taken[olds[n]] = olds[n], true
		}
	}
}

// pairLoose matches elements of which one lacks an identifier.
func pairLoose(a, b []treeNode, now map[string]string) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	loose := func(nodes []treeNode) (left []int, some bool) {
		for i := range nodes {
			if nodes[i].match == nil {
				left = append(left, i)
				some = some || nodes[i].id() == ""
			}
		}
		return left, some
	}
	olds, oldLoose := loose(a)
	news, newLoose := loose(b)
	if !oldLoose && !newLoose || len(olds) == 0 || len(news) == 0 {
		return
	}
	f := a[0].form
	values := func(nodes []treeNode, left []int) reflect.Value {
		list := reflect.MakeSlice(reflect.SliceOf(f.typ), len(left), len(left))
		for n, i := range left {
			list.Index(n).Set(nodes[i].value)
		}
		return list
	}
	from := pairEntries(values(a, olds), values(b, news), f, now, true)
	for j, i := range from {
		if i < 0 {
			continue
		}
		x, y := &a[olds[i]], &b[news[j]]
		if x.id() == "" || y.id() == "" {
			x.match, y.match = y, x
		}
	}
}

// increasing returns a longest part of the numbers that increases: what stays
// in its order while the others move; nil if that is all. Numbers are distinct.
func increasing(numbers []int) map[int]bool {
	if slices.IsSorted(numbers) {
		return nil
	}
	stay := make(map[int]bool, len(numbers))
	var ends []int // of the best part of each length, where its last number is
	before := make([]int, len(numbers))
	for i, n := range numbers {
		at, _ := slices.BinarySearchFunc(ends, n, func(end, n int) int { return numbers[end] - n })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		stay[numbers[i]] = true
	}
	return stay
}

// stays reports whether a number is among those that [increasing] returned.
func stays(stay map[int]bool, n int) bool { return stay == nil || stay[n] }
