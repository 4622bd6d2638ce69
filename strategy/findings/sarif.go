package findings

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/ocs-framework/ocs"
)

// SARIF writes findings as a log in the Static Analysis Results Interchange
// Format 2.1.0, with the rules that they are about: those of [strategy.Rules]
// and of Options.More. The error is that of w.
//
// A result's fingerprint is made of its rule, its element and the name of the
// field, so that a service recognises it after lines have moved.
//
// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
func SARIF(w io.Writer, fs ocs.Findings, o *Options) error {
	o = o.orDefault()
	log := sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:       sarifTool{sarifDriver{Name: "ocs", InformationURI: "https://github.com/ocs-framework/ocs"}},
			ColumnKind: "unicodeCodePoints",
			Results:    []sarifResult{},
		}},
	}
	run := &log.Runs[0]
	index := make(map[string]int)
	known := catalogue(o.More)
	for i := range fs {
		f := &fs[i]
		n, listed := index[f.Rule]
		if !listed {
			n = len(index)
			index[f.Rule] = n
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, describe(f.Rule, known))
		}
		run.Results = append(run.Results, sarifResult{
			RuleID:              f.Rule,
			RuleIndex:           n,
			Level:               sarifLevel(f.Severity),
			Message:             sarifText{message(f)},
			Locations:           []sarifLocation{location(f.Pos, f.Path, f.Element)},
			RelatedLocations:    related(f.Related),
			PartialFingerprints: sarifFingerprint{fingerprint(f)},
		})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(log); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

func message(f *ocs.Finding) string {
	if f.Help == "" {
		return f.Sentence()
	}
	return f.Sentence() + "; " + f.Help
}

// fingerprint names a finding apart from where it stands.
func fingerprint(f *ocs.Finding) string {
	k := keyOf(f)
	sum := sha256.Sum256([]byte(strings.Join([]string{k.Rule, k.Kind, k.ID, k.Field}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func describe(code string, known map[string]Explanation) sarifRule {
	e, ok := known[code]
	if !ok {
		return sarifRule{ID: code}
	}
	rule := sarifRule{ID: code, ShortDescription: &sarifText{e.Title}, FullDescription: &sarifText{e.Doc}}
	help := e.Doc
	if e.Basis != "" {
		help += "\n\nBasis: " + e.Basis
	}
	rule.Help = &sarifText{help}
	return rule
}

func sarifLevel(s ocs.Severity) string {
	switch s {
	case ocs.Error:
		return "error"
	case ocs.Warning:
		return "warning"
	}
	return "note"
}

func location(pos ocs.Position, p ocs.Pointer, e ocs.Element) sarifLocation {
	var l sarifLocation
	if pos.File != "" {
		l.Physical = &sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: pos.File}).String()}}
		if pos.Line > 0 {
			l.Physical.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Column}
		}
	}
	logical := sarifLogical{FullyQualifiedName: string(p), Kind: "member"}
	if !e.IsZero() {
		logical.Name = e.ID
	}
	if logical.FullyQualifiedName != "" || logical.Name != "" {
		l.Logical = []sarifLogical{logical}
	}
	return l
}

func related(list []ocs.Related) []sarifLocation {
	var locations []sarifLocation
	for _, r := range list {
		l := location(r.Pos, r.Path, ocs.Element{})
		l.Message = &sarifText{r.Message}
		locations = append(locations, l)
	}
	return locations
}

// The parts of a SARIF log that are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules,omitempty"`
	}
	sarifRule struct {
		ID               string     `json:"id"`
		ShortDescription *sarifText `json:"shortDescription,omitempty"` // absent for a rule of which nothing is known
		FullDescription  *sarifText `json:"fullDescription,omitempty"`
		Help             *sarifText `json:"help,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID              string           `json:"ruleId"`
		RuleIndex           int              `json:"ruleIndex"`
		Level               string           `json:"level"`
		Message             sarifText        `json:"message"`
		Locations           []sarifLocation  `json:"locations"`
		RelatedLocations    []sarifLocation  `json:"relatedLocations,omitempty"`
		PartialFingerprints sarifFingerprint `json:"partialFingerprints"`
	}
	sarifFingerprint struct {
		Element string `json:"ocsElement/v1"`
	}
	sarifLocation struct {
		Physical *sarifPhysical `json:"physicalLocation,omitempty"` // absent for a strategy that was read from no file
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"` // absent where no line is known
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
	sarifLogical struct {
		Name               string `json:"name,omitempty"`
		FullyQualifiedName string `json:"fullyQualifiedName,omitempty"`
		Kind               string `json:"kind,omitempty"`
	}
)
