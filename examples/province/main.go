// Command province derives a provincial plan from a national strategy: Punjab's
// from Pakistan's, as its tailoring says. Both are illustrative.
//
//	go run ./examples/province
//	go run ./examples/province -out DIR
//
// It prints what the province took, what it says otherwise and what it added,
// and where the two texts don't go together. With -out it writes the plan as
// YAML.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

//go:embed punjab.tailoring.yaml
var punjab []byte

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "province:", err)
		os.Exit(1)
	}
}

func run(stdout io.Writer, args []string) error {
	flags := flag.NewFlagSet("province", flag.ContinueOnError)
	out := flags.String("out", "", "write the plan as YAML to this `folder`")
	file := flags.String("tailoring", "", "derive what this `file` says, and not Punjab's plan")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), "usage: province [flags]\n\n"+
			"Derives a province's plan from Pakistan's national strategy (both illustrative), and prints what was\n"+
			"taken, what was changed, what was added, and where the two texts don't go together.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return errors.New("it takes no document; a tailoring is named by -tailoring")
	}
	name, data := "punjab.tailoring.yaml", punjab
	if *file != "" {
		var err error
		if data, err = os.ReadFile(*file); err != nil {
			return err
		}
		name = filepath.ToSlash(*file)
	}
	tailoring := codec.DecodeCompanion[strategy.Tailoring](name, data, nil)
	if err := tailoring.Findings.Err(); err != nil {
		return err
	}

	national := nsaoc.Strategy()
	s, conflicts := strategy.Tailor(&national, &tailoring.Value)
	if s.ID == "" {
		return conflicts.Err()
	}
	tailoring.Locate(conflicts)
	conflicts.Sort()

	var page bytes.Buffer
	fmt.Fprintf(&page, "%s\nImplements %s\n\n%s\n", s.Title, national.Title, s.Notice)
	origins(&page, &s)
	fmt.Fprintf(&page, "\nConflicts with the national text: %d\n", len(conflicts))
	if err := findings.Text(&page, conflicts, &findings.Options{Source: tailoring.Source}); err != nil {
		return err
	}
	faults := strategy.Validate(&s, nil).Findings
	fmt.Fprintf(&page, "\nFindings in the plan: errors %d, warnings %d\n", faults.Count(ocs.Error), faults.Count(ocs.Warning))

	if *out != "" {
		if !s.ID.WellFormed() { // it comes from a document, and must not lead out of the folder
			return fmt.Errorf("%q can't name a file", string(s.ID))
		}
		data, err := codec.Encode(&s, codec.YAML)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(*out, 0o777); err != nil {
			return err
		}
		name := string(s.ID) + ".strategy.yaml"
		if err := os.WriteFile(filepath.Join(*out, name), data, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&page, "\nWritten: %s\n", name)
	}
	_, err := stdout.Write(page.Bytes())
	return err
}

// origins prints where the elements of the plan come from.
func origins(w *bytes.Buffer, s *strategy.Strategy) {
	ix := strategy.NewIndex(s)
	from := make(map[ocs.ID]bool)
	var kinds []string
	taken := make(map[string][]string)
	var changed []strategy.Origin
	for _, o := range s.Origins {
		from[o.Element] = true
		if len(o.Fields) > 0 {
			changed = append(changed, o)
			continue
		}
		kind := ix.Kind(o.Element)
		if taken[kind] == nil {
			kinds = append(kinds, kind)
		}
		taken[kind] = append(taken[kind], string(o.Element))
	}
	fmt.Fprintln(w, "\nTaken as it stands:")
	for _, kind := range kinds {
		fmt.Fprintf(w, "  %-14s %s\n", kind, strings.Join(taken[kind], " "))
	}
	fmt.Fprintln(w, "\nTaken and changed:")
	for _, o := range changed {
		fmt.Fprintf(w, "  %-14s %-22s %s\n", ix.Kind(o.Element), o.Element, strings.Join(o.Fields, " "))
	}
	fmt.Fprintln(w, "\nAdded:")
	added := func(id ocs.ID, title string) {
		if !from[id] {
			fmt.Fprintf(w, "  %-14s %-22s %s\n", ix.Kind(id), id, title)
		}
	}
	for t := range ix.Threats() {
		added(ocs.ID(t.ID), t.Name)
	}
	for a := range ix.Actors() {
		added(ocs.ID(a.ID), a.Name)
	}
	for o := range ix.Objectives() {
		added(ocs.ID(o.ID), o.Title)
	}
	for p := range ix.Plans() {
		added(ocs.ID(p.ID), p.Title)
	}
	for c := range ix.Commitments() {
		added(ocs.ID(c.ID), c.Title)
	}
}
