package report_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/report"
)

// A report for the public: what is not for it is taken out first.
func ExampleHTML() {
	s := nsaoc.Monitored()
	public := strategy.Redact(&s, ocs.MarkingClear).Strategy

	var page bytes.Buffer
	err := report.HTML(&page, strategy.NewIndex(&public), &report.Options{AsOf: ocs.MustDate("2028-06-30"), Language: "fr"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{`<html lang="fr" dir="ltr">`, "TLP:CLEAR", "TLP:AMBER", "<script"} {
		fmt.Println(text, strings.Contains(page.String(), text))
	}
	// Output:
	// <html lang="fr" dir="ltr"> true
	// TLP:CLEAR true
	// TLP:AMBER false
	// <script false
}
