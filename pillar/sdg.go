package pillar

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// SDGTarget is a target of the Sustainable Development Goals on which a
// strategy against organised crime bears.
type SDGTarget struct {
	// Code is the target's number, e.g. "16.4" or "16.a".
	Code string

	// Topic is what the target is about, in our words.
	Topic string

	// Grade is how well the topic was checked against the 2030 Agenda. That the target bears on organised crime is our judgement.
	Grade ocs.Grade
}

const (
	secondHand = ocs.GradeSecondHand
	recalled   = ocs.GradeRecalled
)

var sdgTargets = []SDGTarget{
	{"3.5", "prevention and treatment of substance abuse", recalled},
	{"5.2", "an end to violence against women and girls, trafficking and exploitation included", secondHand},
	{"8.7", "an end to forced labour, modern slavery, trafficking in persons and child labour", secondHand},
	{"10.7", "orderly, safe and regular migration", recalled},
	{"11.4", "protection of cultural and natural heritage", recalled},
	{"12.4", "sound management of chemicals and wastes", recalled},
	{"14.4", "an end to overfishing and illegal fishing", recalled},
	{"15.2", "sustainable management of forests and a halt to deforestation", recalled},
	{"15.7", "an end to poaching of and trafficking in protected species", recalled},
	{"15.c", "support to the fight against poaching and trafficking in protected species", recalled},
	{"16.1", "less violence and fewer deaths from it", secondHand},
	{"16.2", "an end to abuse of, exploitation of, trafficking in and violence against children", secondHand},
	{"16.3", "the rule of law and equal access to justice", secondHand},
	{"16.4", "less illicit finance and fewer illicit arms, recovery of stolen assets, and the fight against organised crime", secondHand},
	{"16.5", "less corruption and bribery", recalled},
	{"16.6", "effective, accountable and transparent institutions", recalled},
	{"16.10", "public access to information and protection of fundamental freedoms", secondHand},
	{"16.a", "national institutions able to prevent violence and combat terrorism and crime", recalled},
	{"17.17", "partnerships of public bodies, private sector and civil society", recalled},
}

// SDGTargets returns the targets on which a strategy against organised crime
// bears, in the Agenda's order. The selection is ours.
func SDGTargets() []SDGTarget { return slices.Clone(sdgTargets) }

// SDG returns the target of that code if it is among [SDGTargets].
func SDG(code string) (SDGTarget, bool) {
	i := slices.IndexFunc(sdgTargets, func(t SDGTarget) bool { return t.Code == code })
	if i < 0 {
		return SDGTarget{}, false
	}
	return sdgTargets[i], true
}

// sdgShape gives for each of the 17 goals the number of its numbered targets
// and of its lettered ones. They are recalled; they add up to the Agenda's
// 169.
var sdgShape = [...][2]int{
	{5, 2}, {5, 3}, {9, 4}, {7, 3}, {6, 3}, {6, 2}, {3, 2}, {10, 2}, {5, 3},
	{7, 3}, {7, 3}, {8, 3}, {3, 2}, {7, 3}, {9, 3}, {10, 2}, {19, 0},
}

// SDGTargetExists reports whether the Agenda has a target of that code, such
// as "4.7" or "16.a", whether or not it is among [SDGTargets].
func SDGTargetExists(code string) bool {
	goal, target, _ := strings.Cut(code, ".")
	g, ok := plainNumber(goal)
	if !ok || g > len(sdgShape) {
		return false
	}
	shape := sdgShape[g-1]
	if len(target) == 1 && target[0] >= 'a' {
		return int(target[0]-'a') < shape[1]
	}
	n, ok := plainNumber(target)
	return ok && n <= shape[0]
}

// plainNumber reads a positive number written in digits only, without leading zeros.
func plainNumber(s string) (int, bool) {
	n, err := strconv.ParseUint(s, 10, 8)
	return int(n), err == nil && n > 0 && s[0] != '0'
}
