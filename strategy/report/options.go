package report

import (
	"github.com/ocs-framework/ocs"
)

// Options choose what is shown. Nil and the zero value show the whole
// document, in English, without progress.
type Options struct {
	// AsOf is the day that progress is shown as of. Zero shows the plan
	// without any.
	AsOf ocs.Date

	// Language is that of labels: "en", "fr" or "ur". What the document says
	// stays as it is; see [strategy.Localise] to translate that.
	Language string
}
