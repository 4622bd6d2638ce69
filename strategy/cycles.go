package strategy

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
)

// links are references among the elements of one list, seen as a graph.
type links struct {
	n    int                                   // how many elements there are
	elem func(i int) any                       // the address of element i
	id   func(i int) ocs.ID                    // its identifier
	has  func(i int) bool                      // whether it refers to anything
	at   func(i, k int) any                    // the address of its k-th reference
	next func(i, k int) (place int, more bool) // where the k-th reference leads, -1 if nowhere; more is false after the last
}

// linked makes the links among n elements of a kind. Ref gives the address of
// an element's k-th reference, nil if it doesn't count, and whether there is
// a k-th.
func linked[E any, T ~string](ix *Index, of kind, n int, elem func(i int) *E, id func(*E) T, ref func(e *E, k int) (*T, bool)) links {
	return links{
		n:    n,
		elem: func(i int) any { return elem(i) },
		id:   func(i int) ocs.ID { return ocs.ID(id(elem(i))) },
		has: func(i int) bool {
			_, more := ref(elem(i), 0)
			return more
		},
		at: func(i, k int) any {
			field, _ := ref(elem(i), k)
			return field
		},
		next: func(i, k int) (int, bool) {
			field, more := ref(elem(i), k)
			if !more || field == nil {
				return -1, more
			}
			return find(ix, of, *field), true
		},
	}
}

// inList is the elem of links among the elements of a list.
func inList[E any](list []E) func(i int) *E { return func(i int) *E { return &list[i] } }

// single is the ref of elements that have one reference, which may be absent.
func single[E any, T ~string](field func(*E) *T) func(*E, int) (*T, bool) {
	return func(e *E, k int) (*T, bool) {
		if f := field(e); k == 0 && *f != "" {
			return f, true
		}
		return nil, false
	}
}

// several is the ref of elements that have a list of references.
func several[E any, T ~string](list func(*E) []T) func(*E, int) (*T, bool) {
	return func(e *E, k int) (*T, bool) {
		if ids := list(e); k < len(ids) {
			return &ids[k], true
		}
		return nil, false
	}
}

// reportCycles reports each cycle once, at the reference of its first element.
// Cycles that share elements are one tangle, of which one cycle is reported;
// it takes time in proportion to the elements and references, and no recursion.
func (l links) reportCycles(p *ocs.Pass, format, help string) {
	for _, tangle := range l.tangles() {
		first, path, k := l.shortest(tangle)
		var through strings.Builder
		for i, n := range path {
			if i == maxNamed {
				fmt.Fprintf(&through, " and %d more", len(path)-i)
				break
			}
			if i == 0 {
				through.WriteString(" through ")
			} else {
				through.WriteString(", ")
			}
			fmt.Fprintf(&through, "%q", short(l.id(n)))
		}
		d := p.On(l.elem(first)).Report(l.at(first, k), format+"%s", short(l.id(first)), through.String()).Help("%s", help)
		for _, n := range path[:min(len(path), maxNamed)] {
			d.Related(l.elem(n), "part of the cycle")
		}
	}
}

// maxNamed is how many elements of a cycle are named.
const maxNamed = 4

// tangles returns the strongly connected sets of elements that contain a
// cycle, by Tarjan's algorithm. The elements of a set are in no particular
// order.
func (l links) tangles() [][]int32 {
	t := &tangler{links: l}
	for i := range l.n {
		if !l.has(i) {
			continue // it is in no cycle, and most documents have few references
		}
		if t.order == nil {
			t.order, t.low = make([]int32, l.n), make([]int32, l.n)
		}
		if t.order[i] == 0 {
			t.search(int32(i))
		}
	}
	return t.found
}

// tangler is a search for tangles, with a stack of its own in place of
// recursion.
type tangler struct {
	links
	order   []int32 // when an element was reached, counting from 1
	low     []int32 // the earliest one on the stack that it leads back to; settled once its set is known
	count   int32
	stack   []int32
	path    []step
	selfish map[int32]bool // elements that refer to themselves
	found   [][]int32
}

// step is an element on the path of the search and which of its references is next.
type step struct{ at, ref int32 }

const settled = int32(1<<31 - 1)

// search goes through all that can be reached from root.
func (t *tangler) search(root int32) {
	t.path = append(t.path[:0], step{at: root})
	for len(t.path) > 0 {
		s := &t.path[len(t.path)-1]
		v := s.at
		if s.ref == 0 {
			t.count++
			t.order[v], t.low[v] = t.count, t.count
			t.stack = append(t.stack, v)
		}
		to, more := t.next(int(v), int(s.ref))
		s.ref++
		switch {
		case !more:
			t.path = t.path[:len(t.path)-1]
			if len(t.path) > 0 {
				u := t.path[len(t.path)-1].at
				t.low[u] = min(t.low[u], t.low[v])
			}
			if t.low[v] == t.order[v] {
				t.settle(v)
			}
		case to < 0:
		case to == int(v):
			if t.selfish == nil {
				t.selfish = make(map[int32]bool)
			}
			t.selfish[v] = true
		case t.order[to] == 0:
			t.path = append(t.path, step{at: int32(to)})
		case t.low[to] != settled:
			t.low[v] = min(t.low[v], t.order[to])
		}
	}
}

// settle takes the set of which v was reached first off the stack.
func (t *tangler) settle(v int32) {
	start := len(t.stack) - 1
	for t.stack[start] != v {
		start--
	}
	set := t.stack[start:]
	for _, w := range set {
		t.low[w] = settled
	}
	if len(set) > 1 || t.selfish[v] {
		t.found = append(t.found, append([]int32(nil), set...))
	}
	t.stack = t.stack[:start]
}

// shortest returns the first element of a tangle in document order, the other
// elements of a shortest cycle through it, in the order of the references, and
// which reference of the first element the cycle begins with.
func (l links) shortest(tangle []int32) (first int, path []int, k int) {
	from := make(map[int32]int32, len(tangle)) // how each element was reached
	first = int(tangle[0])
	for _, n := range tangle {
		first = min(first, int(n))
		from[n] = -1
	}
	queue := []int32{int32(first)}
	for at := 0; at < len(queue); at++ {
		v := queue[at]
		for k := 0; ; k++ {
			to, more := l.next(int(v), k)
			if !more {
				break
			}
			w := int32(to)
			if to == first {
				path, k := l.back(v, int32(first), from)
				return first, path, k
			}
			if by, in := from[w]; to >= 0 && in && by < 0 {
				from[w] = v
				queue = append(queue, w)
			}
		}
	}
	panic("strategy: no cycle in a tangle")
}

// back follows from from last to first and returns the elements on the way
// after first, and which reference of first leads to the next.
func (l links) back(last, first int32, from map[int32]int32) (path []int, k int) {
	next := first
	for n := last; n != first; n = from[n] {
		path = append(path, int(n))
		next = n
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	for to, _ := l.next(int(first), k); to != int(next); to, _ = l.next(int(first), k) {
		k++
	}
	return path, k
}
