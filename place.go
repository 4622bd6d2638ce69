package ocs

import "strings"

// Country is a country code of ISO 3166-1 alpha-2, such as "PK".
type Country string

// countries lists the 249 officially assigned codes of ISO 3166-1 alpha-2, in
// order and each followed by a space; read in the list of the Debian package
// iso-codes 4.15.0 (2023). XK is added: it is of the user-assigned range and in
// wide use for Kosovo (recalled, not verified).
const countries = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY " +
	"BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK " +
	"FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR " +
	"IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK " +
	"ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM " +
	"PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF " +
	"TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "

// Known reports whether c is an assigned code, or XK.
func (c Country) Known() bool { return inCodes(countries, string(c), 2) }

// Terms lists the known codes, in alphabetical order.
func (Country) Terms() []string { return strings.Fields(countries) }

// Area is a country, or a subdivision of one by its code of ISO 3166-2: "PK",
// "PK-PB".
type Area string

// Country returns the country that a is or lies in.
func (a Area) Country() Country {
	country, _, _ := strings.Cut(string(a), "-")
	return Country(country)
}

// IsCountry reports whether a stands for a whole country.
func (a Area) IsCountry() bool { return a != "" && !strings.Contains(string(a), "-") }

// Known reports whether a is a known country, alone or followed by '-' and one
// to three capital letters or digits. The list of subdivisions itself isn't
// consulted: States change it often, and it isn't free of dispute.
func (a Area) Known() bool {
	country, part, divided := strings.Cut(string(a), "-")
	if !Country(country).Known() || divided && (part == "" || len(part) > 3) {
		return false
	}
	for i := range len(part) {
		if c := part[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// Terms returns nil: subdivisions are checked by their shape only.
func (Area) Terms() []string { return nil }

// Within reports whether a is b or a subdivision of the country b. Subdivisions
// inside subdivisions aren't recognised.
func (a Area) Within(b Area) bool {
	return a != "" && (a == b || b.IsCountry() && a.Country() == Country(b))
}

// Language is a language tag of BCP 47, such as "en", "ur" or "pa-Arab-PK".
type Language string

// Known reports whether l has the shape of a language tag (RFC 5646, section
// 2.1; recalled, not read for this package): language, script, region, variants,
// extensions and private use in their order and lengths. The registry of
// subtags isn't consulted, case doesn't matter, and the irregular tags of old,
// such as "i-klingon", aren't accepted.
func (l Language) Known() bool {
	for rest, more := string(l), true; more; {
		var part string
		if part, rest, more = strings.Cut(rest, "-"); !alphanumeric(part) {
			return false
		}
	}
	tag := subtags(l)
	part := tag.next()
	if !isX(part) {
		if n := len(part); n < 2 || !letters(part, n) {
			return false
		}
		part = tag.afterLanguage(len(part))
	}
	for len(part) == 1 && !isX(part) { // an extension
		if part = tag.next(); len(part) < 2 {
			return false
		}
		for len(part) >= 2 {
			part = tag.next()
		}
	}
	return part == "" || isX(part) && tag != ""
}

// Terms returns nil: languages are checked by their shape only.
func (Language) Terms() []string { return nil }

// subtags is what is left of a language tag, whose subtags are alphanumeric.
type subtags string

// next takes the next subtag off, "" at the end.
func (s *subtags) next() string {
	part, rest, _ := strings.Cut(string(*s), "-")
	*s = subtags(rest)
	return part
}

// afterLanguage takes off what may follow a language of n letters, up to
// extensions and private use, and returns the subtag after it.
func (s *subtags) afterLanguage(n int) string {
	part := s.next()
	for i := 0; n <= 3 && i < 3 && letters(part, 3); i++ { // extended languages
		part = s.next()
	}
	if letters(part, 4) { // script
		part = s.next()
	}
	if letters(part, 2) || len(part) == 3 && digits(part) { // region
		part = s.next()
	}
	for len(part) >= 5 || len(part) == 4 && digits(part[:1]) { // variants
		part = s.next()
	}
	return part
}

// isX reports whether a subtag begins private use.
func isX(subtag string) bool { return subtag == "x" || subtag == "X" }

// alphanumeric reports whether s consists of 1 to 8 ASCII letters and digits,
// the length of a subtag.
func alphanumeric(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return 1 <= len(s) && len(s) <= 8
}
