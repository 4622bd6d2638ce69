package stix

import (
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// confidence returns a grade on the standard's scale from 0 to 100, nil where
// the standard has no mapping: its appendix A is the only one that may be used,
// and what package threat infers beyond it may not. The grade as it was written
// is in the extension. 0 is a grade; that nothing can be said is the absence of one.
func confidence(c threat.Confidence) []byte {
	on := c.Convert(threat.Percent)
	if n, err := strconv.Atoi(on.Confidence.Code); err == nil && on.Grade != ocs.GradeInferred {
		return strconv.AppendInt(nil, int64(n), 10)
	}
	return nil
}
