package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

// checker checks documents one after the other.
type checker struct {
	*settings
	stdin          io.Reader
	stdout, stderr io.Writer
	colour         bool

	all     ocs.Findings             // of every document, in order
	sources map[string]func() []byte // by the name of the file, as it is shown
	waived  int
	unread  int
	skipped []string
	omitted []ocs.Omission
	code    int
}

func (c *checker) check() error {
	known, err := c.readBaseline()
	if err != nil {
		return err
	}
	c.sources = make(map[string]func() []byte)
	for _, name := range c.paths {
		doc, dir, err := load(name, c.stdin)
		if err == nil && (c.fix || c.dryRun) {
			var changed bool
			if changed, err = c.mend(doc, dir); err == nil && changed {
				doc, dir, err = load(name, c.stdin)
			}
		}
		if err != nil {
			fmt.Fprintln(c.stderr, err)
			c.code = exitUnread
			c.unread++
			continue
		}
		c.document(doc, dir)
	}
	if err := c.writeWhatIsKnown(); err != nil {
		return err
	}
	fresh, _ := known.New(c.all)
	if fresh.Count(ocs.Error) > 0 {
		c.code = max(c.code, exitErrors)
	}
	return c.write(fresh)
}

// document checks one document and keeps what is found, with the names of
// files as the user gave them.
func (c *checker) document(doc *codec.Document, dir string) {
	result := doc.Check(&c.options)
	c.waived += len(result.Waived)
	c.omitted = append(c.omitted, result.Omitted...)
	for _, code := range result.Skipped {
		if !slices.Contains(c.skipped, code) {
			c.skipped = append(c.skipped, code)
		}
	}
	rename := func(pos *ocs.Position) {
		if pos.File != "" {
			file := pos.File
			pos.File = path.Join(dir, file)
			c.sources[pos.File] = func() []byte { return doc.Source(file) }
		}
	}
	for i := range result.Findings {
		f := &result.Findings[i]
		rename(&f.Pos)
		for j := range f.Related {
			rename(&f.Related[j].Pos)
		}
	}
	c.all = append(c.all, result.Findings...)
}

func (c *checker) write(fresh ocs.Findings) error {
	o := &findings.Options{Colour: c.colour, More: faults(), Source: func(file string) []byte {
		if source := c.sources[file]; source != nil {
			return source()
		}
		return nil
	}}
	switch c.format {
	case "jsonl":
		return findings.JSONLines(c.stdout, fresh)
	case "github":
		return findings.GitHub(c.stdout, fresh)
	case "sarif":
		return findings.SARIF(c.stdout, fresh, o)
	}
	if err := findings.Text(c.stdout, fresh, o); err != nil {
		return err
	}
	c.summary(fresh)
	return nil
}

func (c *checker) readBaseline() (findings.Baseline, error) {
	if c.baseline == "" {
		return findings.Baseline{}, nil
	}
	file, err := os.Open(c.baseline)
	if err != nil {
		return findings.Baseline{}, err
	}
	defer file.Close()
	known, err := findings.ReadBaseline(file)
	if err != nil {
		err = fmt.Errorf("%s: %w", c.baseline, err)
	}
	return known, err
}

// writeWhatIsKnown writes the baseline that was asked for. It writes none of
// documents that are known in part only: what they hide would count as new, or
// an older baseline that knows it would be lost.
func (c *checker) writeWhatIsKnown() error {
	if c.writeBaseline == "" {
		return nil
	}
	if c.unread > 0 {
		fmt.Fprintln(c.stderr, "no baseline written, since not everything could be read")
		return nil
	}
	file, err := os.Create(c.writeBaseline)
	if err != nil {
		return err
	}
	if err := findings.NewBaseline(c.all).Write(file); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// summary counts the findings by severity.
func (c *checker) summary(fresh ocs.Findings) {
	fmt.Fprintf(c.stdout, "%s, %s, %s", count(fresh.Count(ocs.Error), "error"), count(fresh.Count(ocs.Warning), "warning"),
		count(fresh.Count(ocs.Info), "remark"))
	if n := len(c.all) - len(fresh); n > 0 {
		fmt.Fprintf(c.stdout, ", %d known", n)
	}
	if c.waived > 0 {
		fmt.Fprintf(c.stdout, ", %d waived", c.waived)
	}
	if c.unread > 0 {
		fmt.Fprintf(c.stdout, ", %s not read", count(c.unread, "document"))
	}
	fmt.Fprintln(c.stdout)
	for _, o := range c.omitted {
		fmt.Fprintf(c.stdout, "%d more findings of %s not shown\n", o.Count, o.Rule)
	}
	if len(c.skipped) > 0 {
		fmt.Fprintf(c.stdout, "not checked without -as-of: %s\n", strings.Join(c.skipped, ", "))
	}
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
