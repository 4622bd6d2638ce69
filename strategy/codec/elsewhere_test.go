package codec_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy/codec"
)

// What people write elsewhere is met with the form that is wanted.
func TestDatesAndSumsWrittenElsewhere(t *testing.T) {
	const year = "write the year first, such as 2027-06-30, 2027-06 or 2027"
	for _, tc := range []struct{ member, help string }{
		{"adoption: {date: 26.03.2009}", "did you mean 2009-03-26?"},
		{"adoption: {date: 03/26/2009}", "did you mean 2009-03-26?"},
		{"adoption: {date: 5.5.2009}", "did you mean 2009-05-05?"},
		{"adoption: {date: 03/04/2009}", year},
		{"adoption: {date: 31.02.2009}", year},
		{"adoption: {date: 06/2027}", "did you mean 2027-06?"},
		{"adoption: {date: q3 2024}", "did you mean 2024-Q3?"},
		{"adoption: {date: soon}", year},
		{"adoption: {date: . . 2024}", year},
		{"plans: [{id: p, due: Q3 2024}]", "did you mean 2024-Q3?"},
		{"plans: [{id: p, due: continuously}]", `did you mean "continuous"?`},
		{"plans: [{id: p, due: within 90 days}]", ""},
		{`plans: [{id: p, total: "₦2500000000"}]`, "begin with the three-letter code of the currency and a space"},
		{`plans: [{id: p, total: "NGN 1,500,000"}]`, "write the amount in digits, with a point before the fraction and nothing between thousands"},
		{"period: next year", ""},
	} {
		d := codec.Decode("a.yaml", []byte("schema: ocs/v1\nid: s\n"+tc.member+"\n"), nil)
		require.Len(t, d.Findings, 1, tc.member)
		if f := d.Findings[0]; f.Rule != "invalid-value" || f.Help != tc.help {
			t.Errorf("%s: %s, help %q, not %q", tc.member, f.Rule, f.Help, tc.help)
		}
	}
}
