package ocs_test

import (
	"encoding/json"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
)

type allTexts struct {
	Date       ocs.Date       `json:"date,omitzero"`
	Period     ocs.Period     `json:"period,omitzero"`
	Deadline   ocs.Deadline   `json:"deadline,omitzero"`
	Decimal    ocs.Decimal    `json:"decimal,omitzero"`
	Money      ocs.Money      `json:"money,omitzero"`
	Marking    ocs.Marking    `json:"marking,omitzero"`
	Dates      []ocs.Date     `json:"dates,omitempty"`
	Numbers    []ocs.Decimal  `json:"numbers,omitempty"`
	Source     ocs.Source     `json:"source,omitzero"`
	Cite       ocs.Cite       `json:"cite,omitzero"`
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Both JSON libraries read the same values and write the same bytes.
func TestJSON(t *testing.T) {
	full := allTexts{
		Date:     ocs.MustDate("2027-Q2"),
		Period:   ocs.MustPeriod("/2025-04"),
		Deadline: ocs.MustDeadline("adoption+90d"),
		Decimal:  ocs.MustDecimal("1.50"),
		Money:    ocs.MustMoney("PKR 1500000000.00"),
		Marking:  ocs.MarkingAmberStrict,
		Dates:    []ocs.Date{{}, ocs.MustDate("2027")},
		Numbers:  []ocs.Decimal{{}, ocs.Num(0)},
		Source: ocs.Source{ID: "peca", Kind: ocs.SourceLaw, Title: "Prevention of Electronic Crimes Act", Publisher: "Gazette",
			Date: ocs.MustDate("2016"), URL: "https://example.org/peca", Accessed: ocs.MustDate("2026-02-01"), Digest: "sha256:00",
			Marking: ocs.MarkingClear},
		Cite:       ocs.Cite{Source: "peca", Locator: "s. 51", Grade: ocs.GradeVerified},
		Extensions: ocs.Extensions{"anf.gov.pk/ref": json.RawMessage(`{"a":1.50}`)},
	}
	const fullText = `{"date":"2027-Q2","period":"/2025-04","deadline":"adoption+90d","decimal":1.50,"money":"PKR 1500000000.00",` +
		`"marking":"amber+strict","dates":["","2027"],"numbers":[null,0],"source":{"id":"peca","kind":"law",` +
		`"title":"Prevention of Electronic Crimes Act","publisher":"Gazette","date":"2016","url":"https://example.org/peca",` +
		`"accessed":"2026-02-01","digest":"sha256:00","marking":"clear"},"cite":{"source":"peca","locator":"s. 51",` +
		`"grade":"verified"},"extensions":{"anf.gov.pk/ref":{"a":1.50}}}`
	for _, tc := range []struct {
		name  string
		value allTexts
		text  string
	}{
		{"full", full, fullText},
		{"empty", allTexts{}, `{}`},
		{"zero is a number", allTexts{Decimal: ocs.Num(0)}, `{"decimal":0}`},
	} {
		for library, codec := range map[string]struct {
			marshal   func(any) ([]byte, error)
			unmarshal func([]byte, any) error
		}{
			"encoding/json": {json.Marshal, json.Unmarshal},
			"go-json-experiment": {
				func(v any) ([]byte, error) { return jsonv2.Marshal(v) },
				func(data []byte, v any) error { return jsonv2.Unmarshal(data, v) },
			},
		} {
			t.Run(tc.name+"/"+library, func(t *testing.T) {
				text, err := codec.marshal(tc.value)
				require.NoError(t, err)
				if diff := cmp.Diff(tc.text, string(text)); diff != "" {
					t.Error(diff)
				}
				var got allTexts
				require.NoError(t, codec.unmarshal(text, &got))
				if diff := cmp.Diff(tc.value, got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestJSONRejects(t *testing.T) {
	for _, text := range []string{
		`{"date":2027}`, `{"date":"soon"}`, `{"decimal":"1.5"}`, `{"decimal":true}`, `{"decimal":1e99}`, `{"money":5}`,
		`{"money":"5 PKR"}`, `{"deadline":"soon"}`, `{"period":"/"}`, `{"extensions":[]}`, `{"extensions":"x"}`,
	} {
		var v allTexts
		if err := json.Unmarshal([]byte(text), &v); err == nil {
			t.Errorf("encoding/json reads %s", text)
		}
		if err := jsonv2.Unmarshal([]byte(text), &v); err == nil {
			t.Errorf("go-json-experiment reads %s", text)
		}
	}
}

func TestExtensionsSpelling(t *testing.T) {
	for _, tc := range []struct{ name, value, want string }{
		{"layout", " {\n \"b\" : [ 1 , 2 ] ,\t\"a\" : { } , \"c\":[ ] }", `{"b":[1,2],"a":{},"c":[]}`},
		{"number text", `[1.50, 1e3, -0, 12345678901234567890]`, `[1.50,1e3,-0,12345678901234567890]`},
		{"escapes", `"\u00e9\u003c\/\ud83d\ude00\u2028\u0041"`, "\"é</😀\u2028A\""},
		{"needed escapes", `"\"\\\n\t\r\b\f\u001F\u0000\u007f"`, "\"\\\"\\\\\\n\\t\\r\\b\\f\\u001f\\u0000\x7f\""},
		{"literals", `[ true, false, null ]`, `[true,false,null]`},
		{"nested", `{"a":{"b":{"c":[[],[{}]]}},"d":0}`, `{"a":{"b":{"c":[[],[{}]]}},"d":0}`},
		{"keys", `{"\u0061\n":1}`, `{"a\n":1}`},
		{"null", ` null `, `null`},
		{"text", ` "x" `, `"x"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			document := `{"anf.gov.pk/x":` + tc.value + `}`
			var one, two, three ocs.Extensions
			require.NoError(t, json.Unmarshal([]byte(document), &one))
			require.NoError(t, jsonv2.Unmarshal([]byte(document), &two))
			if got := string(one["anf.gov.pk/x"]); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
			if got := string(two["anf.gov.pk/x"]); got != tc.want {
				t.Errorf("go-json-experiment: got %s, want %s", got, tc.want)
			}
			text, err := json.Marshal(one)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(text, &three))
			if got := string(three["anf.gov.pk/x"]); got != tc.want {
				t.Errorf("written and read again: got %s, want %s", got, tc.want)
			}
		})
	}
}

// What encoding/json alone reads, it reads as any text of its own.
func TestExtensionsLax(t *testing.T) {
	for _, tc := range []struct{ name, document, key, want string }{
		{"key set twice", `{"a.b":1,"a.b":2}`, "a.b", `2`},
		{"half a pair", `{"a.b":"\ud83d\u0041\ude00\ud83d"}`, "a.b", "\"\uFFFDA\uFFFD\uFFFD\""},
		{"half a pair in a key", `{"\ud83d":1}`, "\uFFFD", `1`},
		{"invalid UTF-8", "{\"a.b\":\"\xe2\x80\"}", "a.b", "\"\uFFFD\uFFFD\""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var e ocs.Extensions
			require.NoError(t, json.Unmarshal([]byte(tc.document), &e))
			if diff := cmp.Diff(ocs.Extensions{tc.key: json.RawMessage(tc.want)}, e); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for _, bad := range []string{``, `[]`, `{`, `{"a.b":1}}`, `{"a.b":01}`} {
		var e ocs.Extensions
		if err := e.UnmarshalJSON([]byte(bad)); err == nil {
			t.Errorf("%s is read as %v", bad, e)
		}
	}
	e := ocs.Extensions{"a.b": nil}
	if err := e.UnmarshalJSON([]byte(" null")); err != nil || e != nil {
		t.Errorf("null is read as %v, %v", e, err)
	}
}

func TestExtensionsEqual(t *testing.T) {
	of := func(value string) ocs.Extensions { return ocs.Extensions{"a.b": json.RawMessage(value)} }
	for _, tc := range []struct {
		name string
		a, b ocs.Extensions
		want bool
	}{
		{"nil and empty", nil, ocs.Extensions{}, true},
		{"layout", of(`{"x": 1}`), of(`{"x":1}`), true},
		{"order of members", of(`{"x":1,"y":2}`), of(`{"y":2,"x":1}`), true},
		{"order of items", of(`[1,2]`), of(`[2,1]`), false},
		{"number text", of(`1.0`), of(`1`), false},
		{"great numbers", of(`12345678901234567890`), of(`12345678901234567891`), false},
		{"keys", of(`1`), ocs.Extensions{"a.c": json.RawMessage(`1`)}, false},
		{"more keys", of(`1`), ocs.Extensions{"a.b": json.RawMessage(`1`), "a.c": json.RawMessage(`1`)}, false},
		{"not JSON, same", of(`{`), of(`{`), true},
		{"not JSON, different", of(`{`), of(`[`), false},
		{"trailing data", of(`1 2`), of(`1`), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := []bool{tc.a.Equal(tc.b), tc.b.Equal(tc.a), cmp.Equal(tc.a, tc.b)}; got[0] != tc.want || got[1] != tc.want || got[2] != tc.want {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

func TestExtensionsUnnamespaced(t *testing.T) {
	e := ocs.Extensions{"z": nil, "punjab-police.gov.pk/x": nil, "urn:x": nil, "a/b": nil, "": nil}
	if diff := cmp.Diff([]string{"", "a/b", "z"}, e.Unnamespaced()); diff != "" {
		t.Error(diff)
	}
}
