package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"github.com/ocs-framework/ocs/strategy/codec"
)

// mend mends and reformats the files of a document, says what it does, and
// reports whether it wrote any.
func (c *checker) mend(doc *codec.Document, dir string) (changed bool, err error) {
	if doc.Refused { // the check will say why
		return false, nil
	}
	mended, fixes := doc.Fix(&c.options)
	for _, f := range fixes {
		pos := f.Finding.Pos
		pos.File = path.Join(dir, pos.File)
		fmt.Fprintf(c.stderr, "%v: %q is now %q [%s]\n", pos, f.Old, f.New, f.Finding.Rule)
	}
	now := make(map[string][]byte)
	for _, f := range mended {
		now[f.Name] = f.Data
	}
	for _, f := range doc.Files() {
		data, ok := now[f.Name]
		if !ok {
			data = f.Data
		}
		name := path.Join(dir, f.Name)
		tidy, err := codec.Format(f.Name, data, nil)
		switch {
		case err != nil: // its layout is beyond reformatting, which harms nothing
			fmt.Fprintf(c.stderr, "%s: not reformatted: %v\n", name, err)
			tidy = data
		case !bytes.Equal(tidy, data):
			fmt.Fprintf(c.stderr, "%s: reformatted\n", name)
		}
		if bytes.Equal(tidy, f.Data) {
			continue
		}
		if c.dryRun {
			c.code = max(c.code, exitErrors)
			continue
		}
		if err := replace(filepath.FromSlash(name), tidy); err != nil {
			return changed, err
		}
		changed = true
	}
	return changed, nil
}

// replace gives a file other contents, all of them or none: it is written beside
// the old one and takes its place. A link stays one.
func replace(name string, data []byte) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // fails if all went well
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	if err := file.Chmod(info.Mode().Perm()); err != nil {
		file.Close()
		return err
	}
	if err := file.Sync(); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}
