package strategy

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// Feed is what a table of progress says: readings of indicators, or updates on
// commitments and milestones. [Index.ReadFeed] reads one, [Feed.Apply] merges it.
type Feed struct {
	// Readings are the rows of a table of readings.
	Readings []Reading `json:"readings,omitempty"`

	// Updates are the rows of a table of updates.
	Updates []Update `json:"updates,omitempty"`

	// Rows are where the readings, then the updates, stand in the source. It may be empty.
	Rows []ocs.Position `json:"rows,omitempty"`
}

// FeedOptions limit what is read. Nil and zero fields stand for the defaults.
type FeedOptions struct {
	// MaxBytes is the size of the largest table that is read. The default is 16 MiB.
	MaxBytes int

	// MaxRows is how many rows it may have. The default is 100,000.
	MaxRows int
}

const (
	defaultFeedBytes = 16 << 20
	defaultFeedRows  = 100_000

	maxFeedFaults      = 1_000 // that are listed; who has more has given the wrong table
	maxFeedSuggestions = 50    // identifiers for which the nearest is looked for: each is held against all there are
)

// The codes of findings about feeds.
const (
	FeedEncoding   = "feed-encoding"   // not UTF-8
	FeedSyntax     = "feed-syntax"     // not CSV
	FeedHeader     = "feed-header"     // columns that are wanting, unknown or named twice
	FeedRow        = "feed-row"        // a row with too few or too many cells
	FeedID         = "feed-id"         // no such indicator, commitment or milestone
	FeedDate       = "feed-date"       // no date
	FeedValue      = "feed-value"      // no value of the indicator's kind
	FeedState      = "feed-state"      // no state of the vocabulary
	FeedPercent    = "feed-percent"    // no number from 0 to 100
	FeedArea       = "feed-area"       // no code of ISO 3166
	FeedConflict   = "feed-conflict"   // two rows that say different things of one date
	FeedLimit      = "feed-limit"      // too large
	FeedCorrection = "feed-correction" // a row replaced what was there; not a fault
)

// ReadFeed reads a table of progress: CSV (RFC 4180) in UTF-8, whose first row
// names the columns, in any order.
//
// A table of readings has the columns id (an indicator), date and value, and may
// have area and note. The value is in the terms of the indicator: the level or
// total as it stands, or what was added; yes or no; or text. A table of updates
// has the columns id (a commitment or milestone), date, and state or percent, and
// may have area and note. Dates are written as [ocs.Date] reads them, numbers
// with a dot and no thousands separators, whatever the locale. Rows come in any
// order.
//
// All rows are taken or none: each fault is a finding with its line and column,
// and with any fault the feed is empty. A row that says the same twice is taken
// once. The name stands for the source in the findings; their paths are those of
// row, counted from 0 after the header, and column. The error is that of r.
func (ix *Index) ReadFeed(name string, r io.Reader, o *FeedOptions) (Feed, ocs.Findings, error) {
	limits := FeedOptions{MaxBytes: defaultFeedBytes, MaxRows: defaultFeedRows}
	if o != nil && o.MaxBytes > 0 {
		limits.MaxBytes = o.MaxBytes
	}
	if o != nil && o.MaxRows > 0 {
		limits.MaxRows = o.MaxRows
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(limits.MaxBytes)+1))
	if err != nil {
		return Feed{}, nil, err
	}
	f := feedReader{ix: ix, name: name, limits: limits, seen: make(map[feedKey]int)}
	f.data, f.skipped = cutBOM(data)
	switch {
	case len(data) > limits.MaxBytes:
		f.fault(FeedLimit, place{}, "", "table is larger than %d bytes", limits.MaxBytes).Help = "split it, or raise the limit"
	case !utf8.Valid(f.data):
		f.fault(FeedEncoding, f.placeOf(invalidAt(f.data)), "", "text is not UTF-8").Help = "save the table as CSV in UTF-8"
	default:
		f.read()
	}
	if len(f.findings) > 0 {
		return Feed{}, f.findings, nil
	}
	return f.feed, nil, nil
}

func cutBOM(data []byte) (rest []byte, skipped int) {
	rest = bytes.TrimPrefix(data, []byte("\ufeff"))
	return rest, len(data) - len(rest)
}

// invalidAt is the offset of the first byte that isn't UTF-8.
func invalidAt(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// read reads the header and the rows, until the syntax fails or there are too
// many faults.
func (f *feedReader) read() {
	in := csv.NewReader(bytes.NewReader(f.data))
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	for row := -1; ; row++ {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			if row < 0 {
				f.fault(FeedHeader, place{line: 1, column: 1}, "", "table is empty").Help = feedColumns
			}
			return
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			f.fault(FeedSyntax, place{line: bad.Line, column: bad.Column}, "", "row isn't CSV: %v", bad.Err).Help =
				`put text that holds quotes, commas or line breaks between quotes, and write a quote in it twice`
			return
		}
		at := func(i int) place {
			line, column := in.FieldPos(i)
			return place{line, column}
		}
		switch {
		case row < 0:
			if !f.header(cells, at) {
				return
			}
		case row >= f.limits.MaxRows:
			f.fault(FeedLimit, at(0), "", "table has more than %d rows", f.limits.MaxRows).Help = "split it, or raise the limit"
			return
		default:
			f.row(row, cells, at)
		}
		if len(f.findings) >= maxFeedFaults {
			f.fault(FeedLimit, at(0), "", "more than %d faults; the rest of the table wasn't read", maxFeedFaults)
			return
		}
	}
}
