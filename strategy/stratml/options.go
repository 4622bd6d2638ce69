package stratml

// Part is a part of the StratML standard.
type Part int

// The parts that are read and written.
const (
	Part1 Part = 1 // ISO 17469-1, strategic plans
	Part2 Part = 2 // ANSI/AIIM 22, performance plans and reports: indicators, results and roles as well
)

// Options change how documents are read. Nil and zero fields stand for the
// defaults.
type Options struct {
	// MaxBytes is the size of the largest document that is read. The default is
	// 64 MiB, forty times the largest plan that was seen.
	MaxBytes int

	// MaxDepth is how deep elements may be nested. The default is 64; StratML
	// itself needs 9.
	MaxDepth int

	// MaxNodes is how many elements, attributes, comments and processing
	// instructions a document may hold. The default is 2,000,000; a node takes some
	// two hundred bytes of memory.
	MaxNodes int
}

const (
	defaultMaxBytes = 64 << 20
	defaultMaxDepth = 64
	defaultMaxNodes = 2_000_000

	// maxOfOne is how many findings of one code are listed; the others are
	// counted.
	maxOfOne = 1000
)

// limits returns the limits that o stands for.
func (o *Options) limits() Options {
	var l Options
	if o != nil {
		l = *o
	}
	set := func(v *int, otherwise int) {
		if *v <= 0 {
			*v = otherwise
		}
	}
	set(&l.MaxBytes, defaultMaxBytes)
	set(&l.MaxDepth, defaultMaxDepth)
	set(&l.MaxNodes, defaultMaxNodes)
	return l
}
