package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// response is what an objective does about the threats that it answers, with
// what its parts and the commitments that serve it do.
type response uint16

const (
	answersPrevent  response = 1 << iota // it serves that pillar of UNODC's framework
	answersPursue                        //
	answersProtect                       //
	answersPromote                       //
	answersUnmapped                      // it serves a pillar of which that isn't known
	assists                              // a commitment protects or assists persons
	cooperates                           // it cooperates with other States
	confiscates                          // it takes away the proceeds
)

const answersAll = answersPrevent | answersPursue | answersProtect | answersPromote

func (r response) has(all response) bool { return r&all == all }

// unodcResponse is that of a pillar of UNODC's framework.
func unodcResponse(id pillar.ID) response {
	switch id {
	case pillar.Prevent:
		return answersPrevent
	case pillar.Pursue:
		return answersPursue
	case pillar.Protect:
		return answersProtect
	case pillar.Promote:
		return answersPromote
	}
	return 0
}

// unodcResponses is that of several pillars, unmapped if none is known.
func unodcResponses(ids []pillar.ID) response {
	var r response
	for _, id := range ids {
		r |= unodcResponse(id)
	}
	if r == 0 {
		return answersUnmapped
	}
	return r
}

// findResponses works out the response of each objective, in time proportional
// to the objectives, commitments and references.
func (ix *Index) findResponses() []response {
	pillars := make([]response, len(ix.framework.Pillars))
	for n := range ix.framework.Pillars {
		pillars[n] = unodcResponses(ix.framework.Pillars[n].MapsTo)
	}
	own := make([]response, len(ix.s.Objectives)) // without parts and commitments
	for n := range ix.s.Objectives {
		o := &ix.s.Objectives[n]
		own[n] = ix.ownResponse(o, pillars)
		for _, a := range o.Articles {
			own[n] |= articleResponse(a)
		}
	}
	all := make([]response, len(own))
	copy(all, own)
	for at, c := range ix.commitments {
		if c.Ended.How == Cancelled || ix.s.Stage != ocs.StageSuperseded && !ix.InForce(&ix.s.Plans[c.plan]) {
			continue
		}
		r := ix.commitmentResponse(c.Commitment, ix.leadOf(at))
		for _, n := range ix.objectivesAt(at) {
			if n >= 0 {
				all[n] |= r
				if own[n]&(answersProtect|answersUnmapped) != 0 { // where the pillar isn't known, it may be that one
					all[n] |= assists
				}
			}
		}
	}
	for n := range all { // a whole does what its parts do; each bit goes up a chain once
		for r, up := all[n], find(ix, objectiveKind, ix.s.Objectives[n].Parent); up >= 0 && !all[up].has(r); up = find(ix, objectiveKind, ix.s.Objectives[up].Parent) {
			all[up] |= r
		}
	}
	return all
}

// ownResponse says which of UNODC's pillars an objective serves. A horizontal
// objective serves all.
func (ix *Index) ownResponse(o *pillar.Objective, pillars []response) response {
	switch {
	case o.Horizontal:
		return answersAll
	case len(o.MapsTo) > 0:
		return unodcResponses(o.MapsTo)
	}
	var r response
	for n := range len(o.Also) + 1 {
		if b := find(ix, pillarKind, nthPillar(o, n)); b >= 0 {
			r |= pillars[b]
		}
	}
	if r == 0 {
		return answersUnmapped
	}
	return r
}

// commitmentResponse says what a commitment does, whatever it serves.
func (ix *Index) commitmentResponse(c *Commitment, lead *actor.Actor) response {
	var r response
	for _, power := range c.Powers {
		switch power {
		case actor.VictimAssistance, actor.WitnessProtection:
			r |= assists
		case actor.MutualLegalAssistance, actor.Extradition:
			r |= cooperates
		case actor.AssetFreezing, actor.Confiscation:
			r |= confiscates
		}
	}
	for _, id := range c.Safeguards {
		if g := ix.Safeguard(id); g != nil && g.Kind == VictimAssistance {
			r |= assists
		}
	}
	if r.has(cooperates) || ix.sector(lead) == foreignSector {
		return r | cooperates
	}
	for k := range c.Partners {
		if b := &c.Partners[k]; b.Role != actor.Donor && b.Role != actor.Consulted && ix.sector(ix.Actor(b.Actor)) == foreignSector {
			return r | cooperates
		}
	}
	return r
}

// articleResponse says what an objective does that puts the article into
// effect. The choice of articles is ours.
func articleResponse(a ocs.Article) response {
	n := a.Number()
	switch a.Treaty() {
	case ocs.UNTOC:
		switch n {
		case 13: // cooperation for purposes of confiscation
			return cooperates | confiscates
		case 12, 14:
			return confiscates
		case 16, 17, 18, 19, 21, 27:
			return cooperates
		}
	case ocs.TIPProtocol:
		if n == 10 {
			return cooperates
		}
	case ocs.SOMProtocol:
		if n == 7 || n == 10 {
			return cooperates
		}
	case ocs.FirearmsProtocol:
		switch n {
		case 6:
			return confiscates
		case 12, 13:
			return cooperates
		}
	}
	return 0
}

// threatResponses works out what is done about each threat by the objectives
// that answer it.
func (ix *Index) threatResponses() []response {
	objectives := ix.responses()
	all := make([]response, len(ix.s.Threats))
	for n := range ix.s.Threats {
		for _, o := range ix.threatObjectives.of(n) {
			all[n] |= objectives[o]
		}
	}
	return all
}

// commonResponse is what is done about all threats: by enabling and horizontal
// objectives, and against proceeds by objectives that answer money laundering.
func (ix *Index) commonResponse() response {
	var common response
	for n, r := range ix.responses() {
		if o := &ix.s.Objectives[n]; o.Enabling || o.Horizontal {
			common |= r & (cooperates | confiscates)
		}
	}
	for n, r := range ix.threatResponses() {
		for _, m := range ix.s.Threats[n].Markets {
			if m == threat.MoneyLaundering {
				common |= r & confiscates
			}
		}
	}
	return common
}
