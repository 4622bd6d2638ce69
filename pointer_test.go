package ocs_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestPointer(t *testing.T) {
	tests := []struct {
		name   string
		p      ocs.Pointer
		parent ocs.Pointer
		last   string
		tokens []string
	}{
		{"document", "", "", "", nil},
		{"member", "/title", "", "title", []string{"title"}},
		{"entry", ocs.Pointer("").Append("threats").Index(10), "/threats", "10", []string{"threats", "10"}},
		{"slash", ocs.Pointer("/a").Append("b/c"), "/a", "b/c", []string{"a", "b/c"}},
		{"tilde", ocs.Pointer("").Append("~1"), "", "~1", []string{"~1"}},
		{"empty name", ocs.Pointer("/a").Append(""), "/a", "", []string{"a", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.parent, tt.p.Parent()); d != "" {
				t.Error("parent", d)
			}
			if d := cmp.Diff(tt.last, tt.p.Last()); d != "" {
				t.Error("last", d)
			}
			if d := cmp.Diff(tt.tokens, slices.Collect(tt.p.Tokens())); d != "" {
				t.Error("tokens", d)
			}
			var built ocs.Pointer
			for token := range tt.p.Tokens() {
				built = built.Append(token)
			}
			if built != tt.p {
				t.Errorf("tokens build %q, not %q", built, tt.p)
			}
		})
	}
	if got, want := ocs.Pointer("").Append("a/b~c"), ocs.Pointer("/a~1b~0c"); got != want {
		t.Errorf("escaped as %q, not %q", got, want)
	}
}

func TestPointerTokensStops(t *testing.T) {
	for token := range ocs.Pointer("/a/b").Tokens() {
		if token != "a" {
			t.Errorf("token %q after the break", token)
		}
		break
	}
}

func TestPointerContains(t *testing.T) {
	tests := []struct {
		p, q ocs.Pointer
		want bool
	}{
		{"", "", true}, {"", "/a", true}, {"/a", "/a", true}, {"/a", "/a/b", true},
		{"/a", "/ab", false}, {"/a/b", "/a", false}, {"/a/1", "/a/10", false},
	}
	for _, tt := range tests {
		if got := tt.p.Contains(tt.q); got != tt.want {
			t.Errorf("%q contains %q: %v", tt.p, tt.q, got)
		}
	}
}
