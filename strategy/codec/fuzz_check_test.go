package codec_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// FuzzCheck checks whatever could be read from any bytes, at any stage: the
// rules neither panic nor hang, every finding points into the file, and
// checking twice finds the same.
func FuzzCheck(f *testing.F) {
	names, err := filepath.Glob("testdata/documents/*.yaml")
	if err != nil || len(names) == 0 {
		f.Fatalf("no documents to start from: %v", err)
	}
	for i, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint8(i), uint16(2000+i))
	}
	f.Add([]byte(`{"schema":"ocs/v1","plans":[{"id":"p","commitments":[{"id":"c","depends-on":["c"],"parent":"c","milestones":[{"id":"m","due":"m+1d"}]}]}]}`), uint8(3), uint16(2027))
	stages := ocs.Stage("").Terms()
	f.Fuzz(func(t *testing.T, data []byte, stage uint8, year uint16) {
		o := &strategy.Options{Stage: ocs.Stage(stages[int(stage)%len(stages)])}
		if date, err := ocs.ParseDate(ocs.Num(int64(year)).String() + "-06-30"); err == nil {
			o.AsOf = date
		}
		d := codec.Decode("a.yaml", data, &codec.Options{MaxNodes: 10_000, MaxAliases: 1000})
		result := d.Check(o)
		for _, finding := range result.Findings {
			if pos := finding.Pos; pos.Line < 1 || pos.Column < 1 || pos.Offset < 0 || pos.Offset > len(data) {
				t.Fatalf("%v stands nowhere in the file: %+v", finding, pos)
			}
		}
		if diff := cmp.Diff(result, d.Check(o)); diff != "" {
			t.Fatalf("a second check finds something else (-first +second):\n%s", diff)
		}
	})
}
