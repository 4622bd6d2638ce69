package codec_test

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// The canonical form of which the digest is made is that of another
// implementation of RFC 8785, given the same text.
func TestDigestIsCanonical(t *testing.T) {
	s := nsaoc.Strategy()
	s.Extensions = ocs.Extensions{"a.example/x": []byte(`{"z": [1.0, 1e2, "\u00e9\u2028<"], "é": null, "a": -0}`)}
	got, err := s.Digest()
	require.NoError(t, err)

	textOf := s // without what is no part of the text
	textOf.Schema, textOf.Stage, textOf.Adoption = "", "", strategy.Adoption{}
	textOf.Amendments, textOf.Reports, textOf.Waivers, textOf.Redactions, textOf.Plans = nil, nil, nil, nil, nil
	for i := range textOf.Evaluations {
		require.Zero(t, textOf.Evaluations[i].Done)
		require.Zero(t, textOf.Evaluations[i].Cite)
	}
	for _, p := range s.Plans {
		require.NotEmpty(t, p.Stage, "a plan of its own")
	}
	data, err := json.Marshal(&textOf)
	require.NoError(t, err)
	value := jsontext.Value(data)
	require.NoError(t, value.Canonicalize())
	if want := fmt.Sprintf("sha-256:%x", sha256.Sum256(value)); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
	plan := s.Plans[0]
	got, err = plan.Digest()
	require.NoError(t, err)
	plan.Stage = ""
	data, err = json.Marshal(&plan)
	require.NoError(t, err)
	value = jsontext.Value(data)
	require.NoError(t, value.Canonicalize())
	if want := fmt.Sprintf("sha-256:%x", sha256.Sum256(value)); got != want {
		t.Errorf("digest of the plan %s, want %s", got, want)
	}
}

// The digest doesn't depend on how a document is written.
func TestDigestOfEveryWriting(t *testing.T) {
	s := nsaoc.Strategy()
	want, err := s.Digest()
	require.NoError(t, err)
	for _, f := range []codec.Syntax{codec.YAML, codec.JSON} {
		data, err := codec.Encode(&s, f)
		require.NoError(t, err)
		doc := codec.Decode("s."+string(f), data, nil)
		if got, err := doc.Strategy.Digest(); err != nil || got != want {
			t.Errorf("%s: digest %s, %v; want %s", f, got, err, want)
		}
		files, err := codec.Split(&s, f)
		require.NoError(t, err)
		split, err := codec.Load(folder(files), nil)
		require.NoError(t, err)
		if got, err := split.Strategy.Digest(); err != nil || got != want {
			t.Errorf("%s, split: digest %s, %v; want %s", f, got, err, want)
		}
	}
}
