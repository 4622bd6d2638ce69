package report

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// rgb reads a colour as its parts, from 0 to 1.
func rgb(t *testing.T, hex string) [3]float64 {
	t.Helper()
	var c [3]float64
	require.Len(t, hex, 7)
	for i := range c {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c[i] = float64(n) / 255
	}
	return c
}

// linear undoes the gamma of sRGB.
func linear(c [3]float64) [3]float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is the contrast ratio of two colours. Source: WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(hex string) float64 {
		c := linear(rgb(t, hex))
		return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: text has 4.5:1 to what it stands on and what carries meaning
// 3:1, in light and in dark (WCAG 2.2, criteria 1.4.3 and 1.4.11, level AA).
func TestContrast(t *testing.T) {
	type pair struct {
		what, behind tone
		least        float64
	}
	pairs := []pair{
		{ink, ground, 4.5}, {faint, ground, 4.5}, {ink, panel, 4.5}, {faint, panel, 4.5}, {asOfTone, ground, 4.5}, {stopped, ground, 4.5},
		{ink, mild, 4.5}, {ink, moderate, 4.5}, {ink, severe, 4.5}, {ink, extreme, 4.5}, {ground, ink, 4.5},
		{rule, ground, 3}, {series, ground, 3}, {series2, ground, 3},
		{done, ground, 3}, {going, ground, 3}, {late, ground, 3}, {stopped, ground, 3}, {waiting, ground, 3}, {unknown, ground, 3}, {dropped, ground, 3},
	}
	for step := range tone(5) {
		pairs = append(pairs, pair{onHeat1 + step, heat1 + step, 4.5})
	}
	for _, p := range pairs {
		for scheme, colours := range map[string][2]string{
			"light": {palette[p.what].light, palette[p.behind].light},
			"dark":  {palette[p.what].dark, palette[p.behind].dark},
		} {
			if got := contrast(t, colours[0], colours[1]); got < p.least {
				t.Errorf("%s: %s on %s has %.2f:1, less than %v:1", scheme, palette[p.what].name, palette[p.behind].name, got, p.least)
			}
		}
	}
}

// deficiencies turn linear colours into what persons see who lack one kind of
// cones. Source: Machado, Oliveira and Fernandes (2009), severity 1, recalled.
var deficiencies = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab is the colour in CIELAB, in which distances are as the eye sees them.
func lab(c [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestColourBlind: any two states look different to everybody, by texture or,
// where they share one, by colour. 2.3 is the least difference that is seen;
// we ask for five times that.
func TestColourBlind(t *testing.T) {
	seen := func(hex string, m [3][3]float64) [3]float64 {
		c := linear(rgb(t, hex))
		var out [3]float64
		for i := range out {
			out[i] = min(1, max(0, m[i][0]*c[0]+m[i][1]*c[1]+m[i][2]*c[2]))
		}
		return lab(out)
	}
	check := func(set string, list []look) {
		for i, a := range list {
			for _, b := range list[:i] {
				if a.pattern != b.pattern {
					continue
				}
				for kind, m := range deficiencies {
					for scheme, colours := range map[string][2]string{
						"light": {palette[a.tone].light, palette[b.tone].light},
						"dark":  {palette[a.tone].dark, palette[b.tone].dark},
					} {
						x, y := seen(colours[0], m), seen(colours[1], m)
						if d := math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2]); d < 11.5 {
							t.Errorf("%s, %s, %s: %s and %s differ by %.1f", set, kind, scheme, palette[a.tone].name, palette[b.tone].name, d)
						}
					}
				}
			}
		}
	}
	var standings, statuses, money []look
	for _, l := range looks {
		standings = append(standings, l)
	}
	for _, l := range statusLooks {
		statuses = append(statuses, l)
	}
	for _, s := range shares {
		money = append(money, s.look)
	}
	check("standings", standings)
	check("statuses", statuses)
	check("money", money)
}
