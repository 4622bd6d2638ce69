package report

import (
	"cmp"
	"strings"

	"github.com/ocs-framework/ocs"
)

// months are the names of the months in the languages of labels.
var months = [len(tongues)][12]string{
	{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	{"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"},
}

// quarters are the words before the number of a quarter.
var quarters = [len(tongues)]string{"Q", "T", "سہ ماہی "}

// date writes a date in words, as exactly as it is stated: "30 June 2027",
// "June 2027", "Q2 2027", "2027". French has "1er" for the first of a month. In
// Urdu the names of months are those of the Gregorian calendar and figures are
// 0 to 9, as Pakistan's government writes them.
func (o *Options) date(d ocs.Date) string {
	if d.IsZero() {
		return ""
	}
	text := d.String() // 2027, 2027-Q2, 2027-06 or 2027-06-30
	year, rest, _ := strings.Cut(text, "-")
	year = strings.TrimLeft(year, "0")
	if n, ok := strings.CutPrefix(rest, "Q"); ok {
		return quarters[o.tongue()] + n + " " + year
	}
	month, day, _ := strings.Cut(rest, "-")
	if month == "" {
		return year
	}
	name := months[o.tongue()][int(month[0]-'0')*10+int(month[1]-'0')-1] + " " + year
	day = strings.TrimPrefix(day, "0")
	switch {
	case day == "":
		return name
	case day == "1" && o.tongue() == french:
		day = "1er"
	}
	return day + " " + name
}

// period writes a span of time: "1 July 2026 – 30 June 2031". An open end is
// left empty.
func (o *Options) period(p ocs.Period) string {
	if p.Start == p.End {
		return o.date(p.Start)
	}
	return strings.TrimSpace(o.date(p.Start) + " – " + o.date(p.End))
}

// number writes a number with its thousands set apart, and a minus sign: 1,500.5
// in English and Urdu, 1 500,5 with narrow spaces in French.
func (o *Options) number(d ocs.Decimal) string {
	return o.group(d.String())
}

func (o *Options) group(text string) string {
	separator, point := ",", "."
	if o.tongue() == french {
		separator, point = "\u202f", ","
	}
	digits, fraction, _ := strings.Cut(text, ".")
	digits, negative := strings.CutPrefix(digits, "-")
	var b strings.Builder
	if negative {
		b.WriteString("\u2212")
	}
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteByte(digits[i])
	}
	if fraction != "" {
		b.WriteString(point + fraction)
	}
	return b.String()
}

// sum writes an amount of money, its currency before it, or behind it in
// French: PKR 1,500,000. Fractions of zero are left out.
func (o *Options) sum(amount ocs.Decimal, currency ocs.Currency) string {
	if !amount.IsSet() {
		return ""
	}
	text := amount.String()
	if whole, fraction, ok := strings.Cut(text, "."); ok && strings.Trim(fraction, "0") == "" {
		text = whole
	}
	return o.withCurrency(o.group(text), currency)
}

func (o *Options) withCurrency(figure string, currency ocs.Currency) string {
	if o.tongue() == french {
		return strings.TrimSpace(figure + "\u00a0" + string(currency))
	}
	return strings.TrimSpace(string(currency) + "\u00a0" + figure)
}

// magnitudes are the words for a million and for the thousands of it that
// follow, up to what a Decimal holds.
var magnitudes = [len(tongues)][3]string{
	{"million", "billion", "trillion"},
	{"millions", "milliards", "billions"},
	{"ملین", "ارب", "ٹریلین"},
}

// rounded writes a sum in three figures for a headline: PKR 7.78 billion. The
// exact sum is in the tables. Halves are rounded away from zero.
func (o *Options) rounded(amount ocs.Decimal, currency ocs.Currency) string {
	digits, _, _ := strings.Cut(amount.String(), ".")
	if strings.HasPrefix(digits, "-") || len(digits) <= 6 {
		return o.sum(amount, currency)
	}
	size := min((len(digits)-7)/3, len(magnitudes[0])-1)
	whole := len(digits) - 6 - 3*size // digits before the point
	figure, carried := roundDigits(digits, max(3, whole))
	whole += carried
	text := figure[:whole]
	if fraction := strings.TrimRight(figure[whole:], "0"); fraction != "" {
		text += "." + fraction
	}
	if whole > 3 && size < len(magnitudes[0])-1 { // 999,999,999 is 1 billion
		text, size = "1", size+1
	}
	text = o.group(text) + "\u00a0" + magnitudes[o.tongue()][size]
	if o.rightToLeft() {
		return strings.TrimSpace(text + "\u00a0" + string(currency))
	}
	return o.withCurrency(text, currency)
}

// roundDigits keeps the first n digits of a whole number, rounded. It returns
// them and 1 if there is one more, as in 999 that becomes 1000.
func roundDigits(digits string, n int) (string, int) {
	kept := []byte(digits[:n])
	if len(digits) == n || digits[n] < '5' {
		return string(kept), 0
	}
	for i := n - 1; i >= 0; i-- {
		if kept[i] < '9' {
			kept[i]++
			return string(kept), 0
		}
		kept[i] = '0'
	}
	return "1" + string(kept), 1
}

// deadline writes by when something is due. The day is what the deadline comes
// to, if it is counted from something else.
func (o *Options) deadline(d ocs.Deadline, day ocs.Date) string {
	if date, ok := d.Date(); ok {
		return o.date(date)
	}
	if cadence, ok := d.Every(); ok {
		return o.term("cadence", string(cadence))
	}
	if d.Continuous() {
		return o.term("cadence", "continuous")
	}
	return cmp.Or(o.date(day), d.String())
}
