package codec

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Document is a strategy as it was read, with what was wrong in its files and
// the means to say where in them a value stands.
type Document struct {
	// Strategy holds everything that could be read.
	Strategy strategy.Strategy

	// Findings are the faults of syntax and structure, with their positions.
	// [Faults] describes their codes.
	Findings ocs.Findings

	// Refused says that a file could not be read at all, for its syntax, its
	// encoding, its schema or a limit. Strategy then lacks what the file holds, so
	// that to check it would mostly show what is missing.
	Refused bool

	sources []*source
	limits  Options
}

// Decode reads a document from memory. Its format is what the name's extension
// says, or else is told from the first character. The name appears in
// positions; no file of that name is opened. The data are not copied and must
// not be changed while the Document is used.
//
// Whatever is wrong is among the findings, all of it from one run; only of
// mistakes in syntax is the first alone reported. What is right beside it is in
// the strategy.
func Decode(name string, data []byte, o *Options) *Document {
	limits := o.limits()
	return document([]part{read(name, data, &limits)}, &limits)
}

// Load reads a strategy from files and folders of a file system, and joins
// them.
//
// Of a folder, with all that is inside it, every file named .strategy.yaml or
// .strategy.json is read or, if it has none, every .yaml, .yml and .json file.
// Files and folders whose name begins with a dot, and folders named
// "translations", are passed over. No paths at all stand for the whole file
// system.
//
// Files are joined in the order of their paths, at the top level only: lists
// follow one another, extensions are united, and any other member is set in one
// file. The schema may be stated in each, and must be in at least one.
//
// The error says what could not be read, such as a path that doesn't exist or a
// folder without documents (both fs.ErrNotExist); there is then no Document. What
// is wrong in the files is a finding.
func Load(fsys fs.FS, o *Options, paths ...string) (*Document, error) {
	names, err := expand(fsys, paths)
	if err != nil {
		return nil, err
	}
	limits := o.limits()
	var parts []part
	for _, name := range names {
		data, err := readFile(fsys, name, limits.MaxBytes)
		if err != nil {
			return nil, err
		}
		parts = append(parts, read(name, data, &limits))
	}
	return document(parts, &limits), nil
}

// readFile reads a file, but of one that is too large no more than shows that
// it is.
func readFile(fsys fs.FS, name string, most int) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, int64(most)+1))
}

// expand returns the files that the paths stand for, each once, in order.
func expand(fsys fs.FS, paths []string) ([]string, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var names []string
	for _, p := range paths {
		p = path.Clean(p)
		info, err := fs.Stat(fsys, p)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			names = append(names, p)
			continue
		}
		found, err := folder(fsys, p)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no strategy document in %s: %w", p, fs.ErrNotExist)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// folder returns the documents in a folder.
func folder(fsys fs.FS, dir string) ([]string, error) {
	var named, others []string
	err := fs.WalkDir(fsys, dir, func(name string, entry fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case name != dir && strings.HasPrefix(base, "."), entry.IsDir() && base == "translations":
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir() || SyntaxOf(base) == "":
		case strings.HasSuffix(strings.TrimSuffix(base, path.Ext(base)), ".strategy"):
			named = append(named, name)
		default:
			others = append(others, name)
		}
		return nil
	})
	if len(named) > 0 {
		return named, err
	}
	return others, err
}

// Position returns where the value that p points to stands, or if there is none
// the innermost value around it. What is missing from a document of several
// files is missing from the one that states the strategy's ID.
func (d *Document) Position(p ocs.Pointer) ocs.Position {
	fs := ocs.Findings{{Path: p}}
	d.Locate(fs)
	return fs[0].Pos
}

// Files returns the files of the document as they were read, in order. The data
// are not copied.
func (d *Document) Files() []File {
	var files []File
	for _, s := range d.sources {
		files = append(files, File{s.name, s.data})
	}
	return files
}

// Source returns the contents of a file of the document, for excerpts; nil if
// there is no such file.
func (d *Document) Source(file string) []byte {
	for _, s := range d.sources {
		if s.name == file {
			return s.data
		}
	}
	return nil
}

// Locate fills in the positions of findings, and of what is related to them,
// from their paths. Positions that are known already stay. Each file is gone
// through at most once, and only if something in it is sought.
func (d *Document) Locate(findings ocs.Findings) {
	type target struct {
		pos  *ocs.Position
		path pointer
	}
	targets := make(map[*source][]target)
	add := func(p pointer, pos *ocs.Position) {
		if pos.IsZero() && len(d.sources) > 0 {
			src, local := d.home(p)
			targets[src] = append(targets[src], target{pos, local})
		}
	}
	for i := range findings {
		f := &findings[i]
		add(f.Path, &f.Pos)
		for j := range f.Related {
			add(f.Related[j].Path, &f.Related[j].Pos)
		}
	}
	for src, sought := range targets {
		pointers := make([]pointer, len(sought))
		for i, t := range sought {
			pointers[i] = t.path
		}
		for i, pos := range src.locate(pointers) {
			*sought[i].pos = pos
		}
	}
}
