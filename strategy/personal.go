package strategy

import (
	"slices"
	"strings"
)

// personal says what sort of personal data, or of detail of a case, a text
// seems to hold, "" if none. It misses more than it finds: what it finds should
// be true.
func personal(s string) string {
	if strings.IndexByte(s, '@') < 0 && strings.IndexByte(s, '+') < 0 && !holdsNumber(s) && !strings.Contains(s, "FIR") {
		return "" // most texts, found out eight bytes at a time
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '@':
			if personalMailbox(s, i) {
				return "a person's e-mail address"
			}
		case c == '+':
			if telephone(s[i+1:]) && !mentions(s, "hotline", "helpline") {
				return "a telephone number"
			}
		case digit(c) && (i == 0 || !wordByte(s[i-1]) && s[i-1] != '-'):
			if fits(s[i:], "00000-0000000-0") {
				return "the number of an identity card"
			}
		case c == 'F' && (i == 0 || !wordByte(s[i-1])):
			if caseNumber(s[i:]) {
				return "the number of a criminal case"
			}
		case (c == 'p' || c == 'P') && (i == 0 || !wordByte(s[i-1])):
			if passport(s[i:]) {
				return "the number of a passport"
			}
		}
	}
	return ""
}

// holdsNumber reports whether five digits stand in a row in s, as they do in the
// numbers of identity cards and passports.
func holdsNumber(s string) bool {
	for i, run := 0, 0; i < len(s); i++ {
		// A word of eight bytes in which none is from '0' to '?' has no digit.
		if run == 0 && i+8 <= len(s) && bytesOf((word8(s[i:])^'0'*eachByte)&(0xf0*eachByte), 0) == 0 {
			i += 7
			continue
		}
		if !digit(s[i]) {
			run = 0
		} else if run++; run == 5 {
			return true
		}
	}
	return false
}

func digit(c byte) bool  { return '0' <= c && c <= '9' }
func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// wordByte reports whether c is of a word or number. Bytes beyond ASCII are
// letters, mostly.
func wordByte(c byte) bool { return digit(c) || letter(c) || c >= 0x80 }

// fits reports whether s begins with a number of the pattern, in which 0 is a
// digit, and doesn't go on with another.
func fits(s, pattern string) bool {
	if len(s) < len(pattern) || len(s) > len(pattern) && (wordByte(s[len(pattern)]) || s[len(pattern)] == '-') {
		return false
	}
	for i := range len(pattern) {
		if pattern[i] == '0' && !digit(s[i]) || pattern[i] != '0' && s[i] != pattern[i] {
			return false
		}
	}
	return true
}

// personalMailbox reports whether the address around the @ at s[at] is a
// person's: of a provider that serves private persons, or named after first and
// last name.
func personalMailbox(s string, at int) bool {
	start, end := at, at+1
	for start > 0 && (wordByte(s[start-1]) || strings.IndexByte("._-+%", s[start-1]) >= 0) {
		start--
	}
	for end < len(s) && (wordByte(s[end]) || s[end] == '.' || s[end] == '-') {
		end++
	}
	local, domain := strings.ToLower(s[start:at]), strings.TrimRight(strings.ToLower(s[at+1:end]), ".-")
	dot := strings.LastIndexByte(domain, '.')
	if local == "" || dot <= 0 || len(domain)-dot < 3 {
		return false
	}
	parts := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("._-+%", r) })
	for _, part := range parts {
		if slices.Contains(officeWords, part) {
			return false
		}
	}
	if slices.Contains(privateProviders, domain) {
		return true
	}
	return (len(parts) == 2 || len(parts) == 3) && strings.Contains(local, ".") && !slices.ContainsFunc(parts, func(part string) bool {
		return strings.ContainsAny(part, "0123456789")
	})
}

// officeWords are parts of the names of mailboxes that no person has.
var officeWords = []string{"admin", "business", "center", "centre", "command", "committee", "communications", "complaint",
	"complaints", "contact", "control", "coordination", "crime", "data", "desk", "director", "enquiries", "feedback", "focal", "general", "help",
	"helpdesk", "hotline", "info", "information", "inquiries", "liaison", "mail", "media", "ministry", "national", "news",
	"office", "operations", "police", "policy", "press", "privacy", "project", "public", "registry", "report", "reports",
	"research", "sec", "secretariat", "secretary", "section", "security", "service", "services", "strategy", "support",
	"team", "tip", "tips", "training", "unit", "victim", "victims", "web", "webmaster", "witness"}

// privateProviders serve private persons, mostly.
var privateProviders = []string{"gmail.com", "googlemail.com", "hotmail.com", "icloud.com", "live.com", "mail.ru", "outlook.com",
	"proton.me", "protonmail.com", "yahoo.co.uk", "yahoo.com", "ymail.com"}

// telephone reports whether s begins with the 11 to 15 digits of a number with
// its country code, in groups or not. A number in groups of
// three is taken for a sum.
func telephone(s string) bool {
	end := 0
	for end < len(s) && (digit(s[end]) || strings.IndexByte(" -().", s[end]) >= 0) {
		end++
	}
	if end < len(s) && end > 0 && wordByte(s[end]) && digit(s[end-1]) || strings.HasPrefix(s, "0") {
		return false
	}
	groups := strings.FieldsFunc(s[:end], func(r rune) bool { return r < '0' || r > '9' })
	digits, sum := 0, len(groups) > 1
	for i, group := range groups {
		digits += len(group)
		sum = sum && (i == 0 || len(group) == 3)
	}
	return 11 <= digits && digits <= 15 && !sum
}

// caseNumber reports whether s begins with FIR, a First Information Report of
// the police of South Asia, and its number and year.
func caseNumber(s string) bool {
	rest, ok := strings.CutPrefix(s, "FIR")
	if !ok {
		return false
	}
	for _, word := range [...]string{" ", "no", "No", "NO", ".", " ", "#", ":", " "} {
		rest = strings.TrimPrefix(rest, word)
	}
	number, year, ok := strings.Cut(rest, "/")
	if !ok || number == "" || len(number) > 6 || strings.Trim(number, "0123456789") != "" {
		return false
	}
	return fits(year, "0000") || fits(year, "00")
}

// passport reports whether s begins with the word passport, with a number after
// it within a few words.
func passport(s string) bool {
	const name, near = "passport", 30
	if len(s) < len(name) || !strings.EqualFold(s[:len(name)], name) {
		return false
	}
	rest := s[len(name):min(len(s), len(name)+near)]
	for i := range len(rest) {
		if i > 0 && !wordByte(rest[i-1]) && rest[i-1] != '-' && passportNumber(rest[i:]) {
			return true
		}
	}
	return false
}

// passportNumber reports whether s begins with one or two capital letters and
// six to eight digits.
func passportNumber(s string) bool {
	letters := 0
	for letters < len(s) && 'A' <= s[letters] && s[letters] <= 'Z' {
		letters++
	}
	digits := letters
	for digits < len(s) && digit(s[digits]) {
		digits++
	}
	whole := digits == len(s) || !wordByte(s[digits])
	return (letters == 1 || letters == 2) && 6 <= digits-letters && digits-letters <= 8 && whole
}

// mentions reports whether one of the words, in lower case, is in s.
func mentions(s string, words ...string) bool {
	s = strings.ToLower(s)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
