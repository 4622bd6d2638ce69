package strategy

import "github.com/ocs-framework/ocs/pillar"

// maxParts bounds how far parts are followed to the whole that they are part of, so that cycles come to an end.
const maxParts = 32

// objectivesOf returns the objectives that the commitment serves: its own, or,
// where it names none, those of the commitment that it is part of.
func (ix *Index) objectivesOf(c *Commitment) []pillar.ObjectiveID {
	for range maxParts {
		if len(c.Objectives) > 0 || c.Parent == "" {
			break
		}
		whole := ix.Commitment(c.Parent)
		if whole == nil {
			break
		}
		c = whole
	}
	return c.Objectives
}
