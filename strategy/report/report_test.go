package report

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

func TestTmp(t *testing.T) {
	s := nsaoc.Monitored()
	var b bytes.Buffer
	require.NoError(t, HTML(&b, strategy.NewIndex(&s), &Options{AsOf: ocs.MustDate("2028-06-30")}))
	os.WriteFile("/tmp/page.html", b.Bytes(), 0o666)
	b.Reset()
	require.NoError(t, HTML(&b, strategy.NewIndex(&s), &Options{AsOf: ocs.MustDate("2028-06-30"), Language: "ur"}))
	os.WriteFile("/tmp/page-ur.html", b.Bytes(), 0o666)
}
