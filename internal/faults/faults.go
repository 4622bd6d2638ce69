// Package faults collects what reading or writing a document brings to light,
// for the packages below strategy.
package faults

import (
	"fmt"

	"github.com/ocs-framework/ocs"
)

// max is how many findings of one code are listed.
const max = 1000

// Log collects findings, of each code no more than 1000.
type Log struct {
	// Faults lists the kinds of finding there are, with their severities. A
	// finding of another kind is an error.
	Faults []ocs.Fault

	found  ocs.Findings
	counts map[string]int
}

// Full reports whether findings of the code are counted and no longer listed,
// so that there is no need to find out where they are.
func (l *Log) Full(code string) bool { return l.counts[code] >= max }

// Report adds a finding with this message. Its severity is that of its code.
func (l *Log) Report(f ocs.Finding, format string, args ...any) {
	if l.counts == nil {
		l.counts = make(map[string]int)
	}
	if l.counts[f.Rule]++; l.counts[f.Rule] > max {
		return
	}
	f.Severity = Severity(l.Faults, f.Rule)
	f.Message = fmt.Sprintf(format, args...)
	l.found = append(l.found, f)
}

// Add adds findings as they are.
func (l *Log) Add(more ocs.Findings) { l.found = append(l.found, more...) }

// List returns what was found, with a remark on what isn't listed.
func (l *Log) List() ocs.Findings {
	for _, fault := range l.Faults {
		if n := l.counts[fault.Code] - max; n > 0 {
			l.found = append(l.found, ocs.Finding{Rule: fault.Code, Severity: fault.Severity, Message: fmt.Sprintf("%d more of these are not listed", n)})
		}
	}
	return l.found
}

// Severity is that of findings with this code: error if it isn't one of faults.
func Severity(faults []ocs.Fault, code string) ocs.Severity {
	for _, f := range faults {
		if f.Code == code {
			return f.Severity
		}
	}
	return ocs.Error
}
