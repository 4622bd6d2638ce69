package findings

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/ocs-framework/ocs"
)

// JSONLines writes each finding as one line of JSON, with the members of
// [ocs.Finding]. The error is that of w.
func JSONLines(w io.Writer, fs ocs.Findings) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for i := range fs {
		if err := encoder.Encode(&fs[i]); err != nil {
			return err
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// GitHub writes findings as workflow commands, which GitHub shows as
// annotations on the changed lines. The error is that of w.
//
// Source: GitHub, Workflow commands for GitHub Actions (recalled).
func GitHub(w io.Writer, fs ocs.Findings) error {
	var out bytes.Buffer
	for i := range fs {
		f := &fs[i]
		command := "notice"
		switch f.Severity {
		case ocs.Error:
			command = "error"
		case ocs.Warning:
			command = "warning"
		}
		var properties []string
		property := func(name, value string) {
			properties = append(properties, name+"="+escapeProperty.Replace(value))
		}
		if !f.Pos.IsZero() {
			property("file", f.Pos.File)
			property("line", fmt.Sprint(f.Pos.Line))
			property("col", fmt.Sprint(f.Pos.Column))
		}
		property("title", f.Rule)
		message := visible(f.Sentence())
		if f.Pos.IsZero() && f.Path != "" {
			message = string(f.Path) + ": " + message
		}
		if f.Help != "" {
			message += "\n" + visible(f.Help)
		}
		fmt.Fprintf(&out, "::%s %s::%s\n", command, strings.Join(properties, ","), escapeData.Replace(message))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// What would end a workflow command or one of its properties is escaped, so
// that text of a document can't issue commands of its own.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
