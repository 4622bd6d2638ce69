package codec

import "bytes"

// Options change how documents are read. Nil and zero fields stand for the
// defaults.
type Options struct {
	// MaxBytes is the size of the largest file that is read. What YAML aliases
	// stand for may take a sixteenth of it. The default is 64 MiB, three times an
	// archive of ten thousand commitments; the most is 512 MiB.
	MaxBytes int

	// MaxDepth is how deep values may be nested. The default is 64; the model
	// itself needs 10, the rest is for extensions.
	MaxDepth int

	// MaxNodes is how many values and names a file may hold. A mapping counts as
	// sixteen, since it takes some hundred bytes of memory however little it says.
	// YAML is refused before it is parsed if it has so many lines, or a quarter as
	// many commas and brackets, for the memory that its parser takes. The default is
	// 4,000,000.
	MaxNodes int

	// MaxAliases is how many values the aliases of a YAML file may stand for,
	// all together. The default is 100,000.
	MaxAliases int

	// versions are the earlier versions of the format, other than released in tests.
	versions []version
}

const (
	mostBytes         = 512 << 20 // of YAML as JSON, at six bytes for one, offsets fit 32 bits
	defaultMaxBytes   = 64 << 20
	defaultMaxDepth   = 64
	defaultMaxNodes   = 4_000_000
	defaultMaxAliases = 100_000

	mappingNodes = 16 // what a mapping counts as
	flowPlaces   = 4  // what a comma or bracket counts as: the parser may keep some kilobytes for each
	aliasBytes   = 16 // the part of MaxBytes that aliases may stand for

	// maxFaults is how many faults are listed of one file. Who has more has
	// given the wrong file, and a hostile one could ask for millions.
	maxFaults = 10_000
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
	set(&l.MaxAliases, defaultMaxAliases)
	l.MaxBytes = min(l.MaxBytes, mostBytes)
	if l.versions == nil {
		l.versions = released
	}
	return l
}

// ordinary reports whether JSON holds nothing that only the careful reading
// sees: a null outside text, which the quick decoder takes for an absent value,
// or so many or so deeply nested values that a limit may be exceeded. It may be
// wrong on the side of caution.
//
// It is to cost a small part of decoding, so it searches for bytes that are rare
// in documents, or counts one.
func (o *Options) ordinary(data []byte) bool { return o.bounded(data) && !hasNull(data) }

// bounded reports whether no limit is exceeded, but perhaps by what has no place
// in the model.
func (o *Options) bounded(data []byte) bool {
	if o.MaxDepth < modelDepth {
		return false
	}
	// Two bytes are the least for a value and what sets it apart.
	if mappingNodes*bytes.Count(data, []byte("{"))+len(data)/2+1 > o.MaxNodes && mostNodes(data) > o.MaxNodes {
		return false
	}
	return shallow(data, o.MaxDepth-modelDepth)
}

// mostNodes returns a number that the nodes in data do not exceed: every value
// but the first stands behind a colon, comma or bracket, every name before a
// colon.
func mostNodes(data []byte) int {
	return 1 + 2*bytes.Count(data, []byte(":")) + bytes.Count(data, []byte(",")) +
		bytes.Count(data, []byte("[")) + mappingNodes*bytes.Count(data, []byte("{"))
}

// crowded reports whether YAML has more places for values than the limit has
// values. The parser holds hundreds of bytes for each before they can be
// counted one by one. Text has few of these bytes, the parts of lists and
// mappings have one each.
func (o *Options) crowded(data []byte) bool {
	const few = 100_000 // are counted one by one
	most := max(o.MaxNodes, few)
	if len(data) <= most {
		return false
	}
	places := bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("- ")) + bytes.Count(data, []byte("? "))
	for _, flow := range []string{",", "[", "{"} {
		places += flowPlaces * bytes.Count(data, []byte(flow))
	}
	return places > most
}

// modelDepth is more than the depth to which the model nests values without
// extensions.
const modelDepth = 12

// hasNull reports whether a null may stand outside text.
func hasNull(data []byte) bool {
	rest, tail := data, []byte("ull") // n is common in text
	for {
		i := bytes.Index(rest, tail)
		if i < 0 {
			return false
		}
		if before, ok := bytes.CutSuffix(rest[:i], []byte("n")); ok {
			before = bytes.TrimRight(before, " \t\r\n")
			if len(before) == 0 || bytes.IndexByte([]byte(":,["), before[len(before)-1]) >= 0 {
				return true
			}
		}
		rest = rest[i+len(tail):]
	}
}

// shallow reports whether no extensions are nested more than depth deep.
// Nothing else in the model nests without bound; the decoder itself stops at a
// depth of ten thousand.
func shallow(data []byte, depth int) bool {
	if bytes.Contains(data, []byte(`\u00`)) {
		return nesting(data, depth) >= 0 // the name may be written with escapes
	}
	// In valid JSON these bytes end a whole name or text: inside text the quote
	// would stand behind a backslash.
	name := []byte(`xtensions"`)
	for {
		i := bytes.Index(data, name)
		if i < 0 {
			return true
		}
		data = bytes.TrimLeft(data[i+len(name):], " \t\r\n")
		if len(data) == 0 || data[0] != ':' {
			continue
		}
		n := nesting(data, depth)
		if n < 0 {
			return false
		}
		data = data[n:]
	}
}

// nesting returns the length of the first object or list in data, with what
// stands before it, or -1 if it nests more than depth deep.
func nesting(data []byte, depth int) int {
	open := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i += textLen(data[i:]) - 1
		case '[', '{':
			if open++; open > depth {
				return -1
			}
		case ']', '}':
			if open--; open <= 0 {
				return i + 1
			}
		}
	}
	return len(data)
}

// textLen is the length of the JSON text that data begins with.
func textLen(data []byte) int {
	for i := 1; i < len(data); i++ {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			break
		}
		i += n
		slashes := 0
		for data[i-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return i + 1
		}
	}
	return len(data)
}
