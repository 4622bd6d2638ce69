package ocs

// clean reports whether s holds nothing that hidden looks for.
func clean(s string) bool {
	if !suspect(s) {
		return true
	}
	_, found := hidden(s)
	return !found
}

// suspect reports whether s may hold a character that hidden looks for. It
// reads 32 bytes at a time while they are plain ASCII, else eight, since texts
// are long and nearly all are clean.
func suspect(s string) bool {
	i := 0
	for ; i+32 <= len(s); i += 32 {
		t := s[i : i+32]
		if (odd(word(t))|odd(word(t[8:]))|odd(word(t[16:]))|odd(word(t[24:])))&high == 0 {
			continue
		}
		for at := i; at < i+32; at += 8 {
			if leads(word(s[at:])) && suspectBytes(s, at, at+8) {
				return true
			}
		}
	}
	for ; i+8 <= len(s); i += 8 {
		if leads(word(s[i:])) && suspectBytes(s, i, i+8) {
			return true
		}
	}
	if len(s) >= 8 && !leads(word(s[len(s)-8:])) { // the last word, part of which was read before
		return false
	}
	return suspectBytes(s, i, len(s))
}

const ones, high = 0x0101010101010101, 0x8080808080808080

// word returns the first eight bytes of s, which has as many.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// odd sets a high bit if a byte of w is not from U+0020 to U+007E.
func odd(w uint64) uint64 { return w | (w - 0x20*ones) | (w + ones) }

// leads reports whether suspectBytes would stop to look at a byte of w. It may
// be wrong on the side of caution.
func leads(w uint64) bool {
	// A byte below U+0020 sets its high bit in w - 0x20*ones, U+007F in w + ones.
	// The first bytes of what is sought begin with the bits 110 0 or 111 0,
	// which leaves out those of Arabic, Cyrillic and Hebrew.
	control := ((w - 0x20*ones) | (w + ones)) &^ w
	if (control|w&(w<<1)&^(w<<3))&high == 0 {
		return false
	}
	// A byte equal to c is one below 1 in w ^ c*ones.
	for _, lead := range [...]uint64{0xc2 * ones, 0xe2 * ones, 0xef * ones} {
		control |= (w ^ lead - ones) &^ (w ^ lead)
	}
	return control&high != 0
}

// suspectBytes looks for the first bytes of such characters in s[from:to].
func suspectBytes(s string, from, to int) bool {
	for i := from; i < to; i++ {
		switch c := s[i]; {
		case c < 0x20:
			if c != '\t' && c != '\n' {
				return true
			}
		case c == 0x7f:
			return true
		case c == 0xc2: // U+0080 to U+00BF
			if i+1 < len(s) && s[i+1] < 0xa0 {
				return true
			}
		case c == 0xe2: // U+2000 to U+2FFF, dashes and quotation marks among them
			if i+2 < len(s) && (s[i+1] == 0x80 && 0xaa <= s[i+2] && s[i+2] <= 0xae || s[i+1] == 0x81 && 0xa6 <= s[i+2] && s[i+2] <= 0xa9) {
				return true
			}
		case c == 0xef: // U+F000 to U+FFFF
			if i+2 < len(s) && s[i+1] == 0xbb && s[i+2] == 0xbf {
				return true
			}
		}
	}
	return false
}

// hidden returns the first character of s that a text must not hold: a control character other than tab and line feed, U+FEFF, or
// a bidirectional control that isn't paired within its line.
func hidden(s string) (bad rune, found bool) {
	const (
		embedL, embedR, popEmbed, overL, overR  = 0x202a, 0x202b, 0x202c, 0x202d, 0x202e
		isolateL, isolateR, isolate, popIsolate = 0x2066, 0x2067, 0x2068, 0x2069
	)
	var open []rune
	for _, r := range s {
		switch r {
		case '\t':
		case '\n', 0x2029:
			if len(open) > 0 {
				return open[0], true
			}
		case embedL, embedR, overL, overR, isolateL, isolateR, isolate:
			open = append(open, r)
		case popEmbed, popIsolate:
			n := len(open) - 1
			if n < 0 || (open[n] >= isolateL) != (r == popIsolate) {
				return r, true
			}
			open = open[:n]
		default:
			if r < 0x20 || 0x7f <= r && r < 0xa0 || r == 0xfeff {
				return r, true
			}
		}
	}
	if len(open) > 0 {
		return open[0], true
	}
	return 0, false
}
