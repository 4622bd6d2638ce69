package stix

import (
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs/threat"
)

// confidence returns a grade on the standard's scale from 0 to 100, nil where
// the standard has no mapping: its appendix A is the only one that may be used.
// The grade as it was written is in the extension. 0 is a grade; that nothing can
// be said is the absence of one.
//
// Of a grade in the Admiralty's system appendix A takes the credibility of the
// information; the reliability of the source has no place in it.
func confidence(c threat.Confidence) []byte {
	code := strings.ToLower(strings.TrimSpace(c.Code))
	var table map[string]int
	switch c.Scheme {
	case threat.Percent:
		n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(code, "%")))
		if err != nil || n < 0 || n > 100 {
			return nil
		}
		return strconv.AppendInt(nil, int64(n), 10)
	case threat.Admiralty:
		if len(code) != 2 || code[0] < 'a' || code[0] > 'f' {
			return nil
		}
		code, table = code[1:], map[string]int{"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
	case threat.LowMediumHigh:
		table = map[string]int{"none": 0, "low": 15, "med": 50, "medium": 50, "high": 85}
	case threat.ICD203:
		table = map[string]int{
			"almost no chance": 5, "remote": 5,
			"very unlikely": 15, "highly improbable": 15,
			"unlikely": 30, "improbable": 30,
			"roughly even chance": 50, "roughly even odds": 50,
			"likely": 70, "probable": 70,
			"very likely": 85, "highly probable": 85,
			"almost certain": 95, "almost certainly": 95, "nearly certain": 95,
		}
		code = strings.ReplaceAll(code, "-", " ")
	}
	n, ok := table[code]
	if !ok {
		return nil
	}
	return strconv.AppendInt(nil, int64(n), 10)
}
