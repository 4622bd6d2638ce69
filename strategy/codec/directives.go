package codec

import "bytes"

// directives returns YAML whose directives the parser can read, or a fault.
//
// The parser compares each %TAG directive with all before it and copies what
// one stands for to every tag that uses it, so that a small file could take
// hours. The only tags that mean anything here need none, so it is a fault. And
// the parser refuses %YAML 1.2, whose rules it follows in all that matters here
// but the name: it is given 1.1, in a copy.
func directives(data []byte) ([]byte, error) {
	original := data
	if bytes.IndexByte(data, '%') < 0 {
		return data, nil
	}
	for at := 0; at < len(data); {
		line := data[at : at+lineLen(data[at:])]
		blank := bytes.TrimLeft(line, " \t")
		switch {
		case bytes.HasPrefix(line, []byte("%TAG")):
			return nil, stop{fault{code: unsupportedYAML, offset: at, message: "the directive %TAG is not supported",
				help: "leave it out, and the tags that it declares"}}
		case bytes.HasPrefix(line, []byte("%YAML 1.2")):
			if &data[0] == &original[0] {
				data = bytes.Clone(data)
			}
			data[at+len("%YAML 1.")] = '1'
		case line[0] == '%', len(blank) == 0, breakLen(blank) > 0, blank[0] == '#', documentEnd(data, at):
		default:
			at = nextDocumentEnd(data, at)
			continue
		}
		at += len(line)
	}
	return data, nil
}

// nextDocumentEnd returns where the next line after at begins that ends a
// document, or the length of data. There is no other way to the directives of
// another document.
func nextDocumentEnd(data []byte, at int) int {
	for {
		i := bytes.Index(data[at+1:], []byte("..."))
		if i < 0 {
			return len(data)
		}
		if at += 1 + i; documentEnd(data, at) && breaksBefore(data, at) {
			return at
		}
	}
}

// documentEnd reports whether three points on their own are at an offset.
func documentEnd(data []byte, at int) bool {
	after, ok := bytes.CutPrefix(data[at:], []byte("..."))
	return ok && (len(after) == 0 || after[0] == ' ' || after[0] == '\t' || breakLen(after) > 0)
}

// lineLen returns the length of the first line, its break included.
func lineLen(data []byte) int {
	for i := range data {
		if n := breakLen(data[i:]); n > 0 {
			return i + n
		}
	}
	return len(data)
}

// yamlBreaks are the characters at which the parser breaks lines.
var yamlBreaks = [...]string{"\n", "\r", "\u0085", "\u2028", "\u2029"}

// breakLen returns the length of the break that data begins with, or 0.
func breakLen(data []byte) int {
	for _, b := range yamlBreaks {
		if bytes.HasPrefix(data, []byte(b)) {
			return len(b)
		}
	}
	return 0
}

// breaksBefore reports whether there is a break just before an offset.
func breaksBefore(data []byte, at int) bool {
	for _, b := range yamlBreaks {
		if bytes.HasSuffix(data[:at], []byte(b)) {
			return true
		}
	}
	return false
}
