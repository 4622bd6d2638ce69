package report

// tone is a colour of a picture by what it is for, in a light and a dark form.
type tone int

// The tones.
const (
	ground   tone = iota // behind everything
	ink                  // text
	faint                // text of second rank
	rule                 // lines that carry meaning: axes, outlines
	grid                 // lines that only guide the eye
	panel                // a field behind a group
	asOfTone             // the day that is looked at

	heat1 // the least of a count
	heat2
	heat3
	heat4
	heat5 // the most
	onHeat1
	onHeat2
	onHeat3
	onHeat4
	onHeat5

	done    // delivered, achieved
	going   // on track
	late    // late, behind
	stopped // blocked, at risk
	waiting // not begun
	unknown // nothing is known
	dropped // cancelled

	series  // figures
	series2 // a second set beside it

	mild // fields of a risk matrix
	moderate
	severe
	extreme
	tones // how many there are
)

// shade is a colour's name and its values.
type shade struct{ name, light, dark string }

// palette holds the colours. The states are those of Okabe and Ito (2008),
// which persons of all kinds of colour vision tell apart, darkened or lightened
// until each keeps a contrast of 3:1 to the ground; the heat is one hue, as in ColorBrewer's
// Blues. Both are recalled; what a test measures is contrast and distance.
var palette = [tones]shade{
	ground:   {"ground", "#ffffff", "#14181d"},
	ink:      {"ink", "#17202a", "#e9edf1"},
	faint:    {"faint", "#56606b", "#a9b3bd"},
	rule:     {"rule", "#79838d", "#818c97"},
	grid:     {"grid", "#dde2e7", "#2c343c"},
	panel:    {"panel", "#f3f5f7", "#1d2329"},
	asOfTone: {"as-of", "#b3123f", "#ff8ba3"},

	heat1: {"heat-1", "#e3eef9", "#15283b"}, onHeat1: {"on-heat-1", "#17202a", "#e9edf1"},
	heat2: {"heat-2", "#bdd7ec", "#1b3c5c"}, onHeat2: {"on-heat-2", "#17202a", "#e9edf1"},
	heat3: {"heat-3", "#86b9dd", "#24567f"}, onHeat3: {"on-heat-3", "#17202a", "#ffffff"},
	heat4: {"heat-4", "#2a6fad", "#6aaede"}, onHeat4: {"on-heat-4", "#ffffff", "#0c1116"},
	heat5: {"heat-5", "#0d4478", "#bcdcf5"}, onHeat5: {"on-heat-5", "#ffffff", "#0c1116"},

	done:    {"done", "#0b5c94", "#58aee6"},
	going:   {"going", "#0a8a68", "#2fc79b"},
	late:    {"late", "#b86a00", "#f0a93c"},
	stopped: {"stopped", "#b8320a", "#ff8458"},
	waiting: {"waiting", "#6d7781", "#97a2ad"},
	unknown: {"unknown", "#6d7781", "#97a2ad"},
	dropped: {"dropped", "#6d7781", "#97a2ad"},

	series:  {"series", "#0b5c94", "#58aee6"},
	series2: {"series-2", "#b86a00", "#f0a93c"},

	mild:     {"mild", "#eef3f6", "#1c252d"},
	moderate: {"moderate", "#fbe9c6", "#3a2f17"},
	severe:   {"severe", "#f8cf9f", "#553616"},
	extreme:  {"extreme", "#f0ab8d", "#6e2c1a"},
}

// heatOf is the step of a count on a scale to the greatest one: five steps of
// equal size, of which none holds 0.
func heatOf(n, most int) (field, on tone) {
	if n <= 0 || most <= 0 {
		return panel, faint
	}
	step := min(4, (n*5-1)/most)
	return heat1 + tone(step), onHeat1 + tone(step)
}

// pattern is a texture that tells states apart without colour.
type pattern int

// The patterns.
const (
	solid    pattern = iota
	rising           // lines that rise to the right
	crossed          // lines both ways
	dotted           // dots
	hollow           // an outline only
	lying            // level lines
	standing         // upright lines
)

var patternNames = [...]string{"solid", "rising", "crossed", "dotted", "hollow", "lying", "standing"}

// look is how something is filled.
type look struct {
	tone    tone
	pattern pattern
}
