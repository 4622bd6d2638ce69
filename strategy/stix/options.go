package stix

import (
	"time"

	"github.com/ocs-framework/ocs"
)

// ExportOptions say what is exported and how. Nil stands for the zero value.
type ExportOptions struct {
	// Level is the strictest marking that is exported. Absent means clear: what
	// may be published. To write back all of an import, ask for red.
	Level ocs.Marking

	// Created and Modified are the times of the objects that are made. Absent means
	// the first day of the strategy's adoption, else of its period, and that of its
	// latest amendment.
	Created, Modified time.Time

	// CreatedBy is the identifier of the identity that exports. It is the creator
	// of what is made, and what it created before is its to change. The identity
	// itself isn't made. Absent means the body that adopted the strategy, if that is
	// exported.
	CreatedBy string

	// Namespace is the UUID from which identifiers are derived, absent for
	// [Namespace]. Whoever knows it can tell whether an identifier stands for a
	// guessed name: a sensitive strategy wants a secret one.
	Namespace string

	// RelatedOnly writes relationship types that the standard doesn't define
	// for a pair of objects as related-to, for tools that refuse others.
	RelatedOnly bool

	// Persons exports objects about individuals that an import brought: identities
	// of class individual, threat actors of one person, e-mail addresses and
	// messages, user accounts, and notes and opinions that name their authors.
	Persons bool

	// Sources exports citations as external references, of sources within Level.
	Sources bool

	// Reissue writes edited objects of other creators under their own identifier,
	// as a new version. The standard leaves that to the creator. Otherwise an edited
	// object is a new one, derived from the other.
	Reissue bool

	// MaxObjects is how many objects the bundle may hold. The default is 1,000,000.
	MaxObjects int
}

// ImportOptions change how bundles are read. Nil and zero fields stand for the
// defaults.
type ImportOptions struct {
	// Accept20 reads objects of STIX 2.0 too, which state no version.
	Accept20 bool

	// MaxBytes is the size of the largest bundle that is read. The default is 256 MiB.
	MaxBytes int64

	// MaxObjects is how many objects it may hold. The default is 1,000,000.
	MaxObjects int

	// MaxDepth is how deep values may be nested in an object. The default is 48.
	MaxDepth int
}

const (
	defaultMaxBytes   = 256 << 20
	defaultMaxObjects = 1_000_000
	defaultMaxDepth   = 48 // a document allows 64, of which the way to an object takes a few

	// maxMembers is how many members an object may have. The standard's have fewer
	// than fifty.
	maxMembers = 10_000
)

func (o *ImportOptions) limits() ImportOptions {
	var l ImportOptions
	if o != nil {
		l = *o
	}
	if l.MaxBytes <= 0 {
		l.MaxBytes = defaultMaxBytes
	}
	if l.MaxObjects <= 0 {
		l.MaxObjects = defaultMaxObjects
	}
	if l.MaxDepth <= 0 {
		l.MaxDepth = defaultMaxDepth
	}
	return l
}
