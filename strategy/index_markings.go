package strategy

import "github.com/ocs-framework/ocs"

// Markings returns a look-up of the marking that holds for an element: its own,
// else that of what it is part of, else the document's, which is clear if
// absent. A criminal group without a marking is amber. For an identifier that
// nothing has, it is the document's. The look-up may be used by one goroutine at
// a time.
func (ix *Index) Markings() func(ocs.ID) ocs.Marking {
	m := markings{ix: ix}
	return m.of
}
