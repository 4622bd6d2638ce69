package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// span is a time that a cell states: one date as both ends, or two.
type span struct{ start, end ocs.Date }

var englishMonths = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// always are the layouts that can be read in one way only.
var always = []string{"d mmmm yyyy", "d-mmmm-yyyy", "mmmm d, yyyy", "mmmm yyyy", "mmmm-yyyy", "mmmm, yyyy"}

// piece is a part of a layout: a number or name, or text between them.
type piece struct {
	kind byte // y year, s short year, m month, n its name, d day, q quarter, 0 text
	text string
}

// layout is one way in which dates are written.
type layout []piece

// parseLayout cuts a layout into pieces. Runs of letters that are no piece are
// text, such as FY.
func parseLayout(s string) layout {
	var l layout
	rest := strings.ToLower(oneLine(s))
	for rest != "" {
		n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if n == 0 {
			_, n = utf8.DecodeRuneInString(rest)
		} else if n < 0 {
			n = len(rest)
		}
		p := piece{text: rest[:n]}
		switch p.text {
		case "yyyy":
			p.kind = 'y'
		case "yy":
			p.kind = 's'
		case "mm", "m":
			p.kind = 'm'
		case "mmmm", "mmm":
			p.kind = 'n'
		case "dd", "d":
			p.kind = 'd'
		case "qn":
			p.kind = 'q'
		}
		if p.text != " " {
			l = append(l, p)
		}
		rest = rest[n:]
	}
	return l
}

// count is how many pieces are of one of the kinds.
func (l layout) count(kinds string) int {
	n := 0
	for _, p := range l {
		if p.kind != 0 && strings.IndexByte(kinds, p.kind) >= 0 {
			n++
		}
	}
	return n
}

// fault is what is wrong with a layout, "" if nothing is.
func (l layout) fault(fiscalStart int) string {
	years, months, days, quarters := l.count("ys"), l.count("mn"), l.count("d"), l.count("q")
	switch {
	case years == 0 || years > 2 || months > 1 || days > 1 || quarters > 1 || days > months || quarters+months > 1:
		return "is no way to write a date"
	case years == 2 && months > 0:
		return "has a month and two years"
	case years == 2 && fiscalStart == 0:
		return "is a fiscal year, and fiscal-start isn't stated"
	}
	return ""
}

// read reads a text that is written in this way.
func (l layout) read(text string, months []string, fiscalStart int) (s span, ok bool) {
	year, second, month, day, quarter := 0, -1, 0, 0, 0
	for _, p := range l {
		text = strings.TrimLeft(text, " ")
		n, width := 0, 0
		switch p.kind {
		case 'y', 's':
			width = len(p.text)
			if n, text, ok = number(text, width, width); !ok {
				return span{}, false
			}
			switch {
			case year != 0:
				second = n
			case width == 2:
				year = 2000 + n
			default:
				year = n
			}
		case 'm':
			month, text, ok = number(text, 1, 2)
		case 'd':
			if day, text, ok = number(text, 1, 2); ok {
				text = withoutOrdinal(text)
			}
		case 'n':
			month, text, ok = monthName(text, months)
		case 'q':
			text, ok = strings.CutPrefix(text, "q")
			if ok {
				quarter, text, ok = number(strings.TrimLeft(text, " "), 1, 1)
			}
		default:
			text, ok = strings.CutPrefix(text, p.text)
		}
		if !ok {
			return span{}, false
		}
	}
	if text != "" {
		return span{}, false
	}
	if second >= 0 {
		if second != year+1 && second != (year+1)%100 {
			return span{}, false
		}
		return fiscal(year, quarter, fiscalStart, l.count("q") > 0)
	}
	return calendar(year, quarter, month, day, l)
}

// number reads from least to most digits.
func number(text string, least, most int) (n int, rest string, ok bool) {
	width := 0
	for width < len(text) && width < most && text[width] >= '0' && text[width] <= '9' {
		n = 10*n + int(text[width]-'0')
		width++
	}
	return n, text[width:], width >= least
}

// withoutOrdinal takes the st of 1st off.
func withoutOrdinal(text string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutPrefix(text, end); ok {
			return rest
		}
	}
	return text
}

// monthName reads the name of a month, or what it begins with: three letters or
// more.
func monthName(text string, months []string) (month int, rest string, ok bool) {
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if n < 0 {
		n = len(text)
	}
	name := text[:n]
	rest = strings.TrimPrefix(text[n:], ".")
	for i, m := range months {
		m = strings.ToLower(strings.TrimSpace(m))
		if name == m {
			return i + 1, rest, true
		}
		if utf8.RuneCountInString(name) >= 3 && strings.HasPrefix(m, name) {
			if month != 0 {
				return 0, text, false // of several: "jui" of juin and juillet
			}
			month = i + 1
		}
	}
	return month, rest, month != 0
}

// calendar makes a date; ok is false if the calendar has none such.
func calendar(year, quarter, month, day int, l layout) (s span, ok bool) {
	text := fmt.Sprintf("%04d", year)
	switch {
	case l.count("q") > 0:
		text += fmt.Sprintf("-Q%d", quarter)
	case l.count("d") > 0:
		text += fmt.Sprintf("-%02d-%02d", month, day)
	case l.count("mn") > 0:
		text += fmt.Sprintf("-%02d", month)
	}
	d, err := ocs.ParseDate(text)
	return span{d, d}, err == nil
}

// fiscal makes the months of a fiscal year or of a quarter of one.
func fiscal(year, quarter, start int, quarterly bool) (s span, ok bool) {
	first, err := ocs.ParseDate(fmt.Sprintf("%04d-%02d", year, start))
	if err != nil {
		return span{}, false
	}
	if !quarterly {
		return span{first, first.Add(11, ocs.Months)}, true
	}
	if quarter < 1 || quarter > 4 {
		return span{}, false
	}
	first = first.Add(3*(quarter-1), ocs.Months)
	return span{first, first.Add(2, ocs.Months)}, true
}

// dates reads dates as a mapping says.
type dates struct {
	layouts     []layout
	months      []string
	fiscalStart int
}

func newDates(m *Mapping) dates {
	d := dates{months: m.Months, fiscalStart: m.FiscalStart}
	if len(d.months) == 0 {
		d.months = englishMonths
	}
	for _, list := range [][]string{m.Dates, always} {
		for _, text := range list {
			d.layouts = append(d.layouts, parseLayout(text))
		}
	}
	return d
}

// read reads a date.
func (d dates) read(text string) (s span, ok bool) {
	text = oneLine(text)
	if date, err := ocs.ParseDate(strings.ToUpper(text)); err == nil {
		return span{date, date}, true
	}
	text = strings.ToLower(text)
	for _, l := range d.layouts {
		if s, ok = l.read(text, d.months, d.fiscalStart); ok {
			return s, true
		}
	}
	return span{}, false
}

// between are what stands between the two ends of a range, the surest first.
var between = []string{" to ", " until ", " – ", " — ", " - ", "–", "—", "/", "-"}

// readRange reads two dates with something between them. The first may leave
// out the year that the second has: July – December 2026.
func (d dates) readRange(text string) (s span, ok bool) {
	text = strings.ToLower(oneLine(text))
	text = strings.TrimPrefix(text, "from ")
	for _, mark := range between {
		for at := 0; ; at += len(mark) {
			n := strings.Index(text[at:], mark)
			if n < 0 {
				break
			}
			at += n
			first, last := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(mark):])
			end, ok := d.read(last)
			if !ok {
				continue
			}
			start, ok := d.read(first)
			if !ok && mark != "/" && end.end.Precision() != ocs.PrecisionYear {
				start, ok = d.read(fmt.Sprintf("%s %04d", first, end.end.Year()))
			}
			if ok && !start.start.After(end.end) {
				return span{start.start, end.end}, true
			}
		}
	}
	return span{}, false
}
