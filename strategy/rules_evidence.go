package strategy

import (
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
)

func evidenceRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		ocs.Each(sourceIncomplete, (*Index).Sources),
		ocs.Each(malformedURL, (*Index).Sources),
		malformedDigest,
		digestMismatch,
		ocs.Each(accessedBeforePublished, (*Index).Sources),
		sourceUnused,
		basisUnchecked,
		basisNotLaw,
	}
}

var sourceIncomplete = ocs.Rule[ocs.Source]{
	Code:  "source-incomplete",
	Title: "every source can be identified and found again",
	Doc: "A source has a title, a kind, and a publisher or an address. News, reports, data sets and web pages also have a date, that of publication or that on which they were read: " +
		"without one nobody can tell which edition is meant. One finding names all that is missing.",
	Basis:  "practice of citation; Scotland 2022 and the United Kingdom 2018 list their sources",
	Levels: "iiiii",
	Check: func(p *ocs.Pass, s *ocs.Source) {
		var field any
		var missing []string
		lacks := func(f any, what string) {
			if field == nil {
				field = f
			}
			missing = append(missing, what)
		}
		if blank(s.Title) {
			lacks(&s.Title, "title")
		}
		if s.Kind == "" {
			lacks(&s.Kind, "kind")
		}
		if blank(s.Publisher) && s.URL == "" {
			lacks(&s.Publisher, "publisher or address")
		}
		switch s.Kind {
		case ocs.SourceNews, ocs.SourceReport, ocs.SourceDataset, ocs.SourceWebsite:
			if s.Date.IsZero() && s.Accessed.IsZero() {
				lacks(&s.Date, "date")
			}
		}
		if field != nil {
			p.Report(field, "source has no %s", strings.Join(missing, " and no ")).Help("fill in what is known of it")
		}
	},
}

var malformedURL = ocs.Rule[ocs.Source]{
	Code:  "malformed-url",
	Title: "every address of a source is one of the web",
	Doc: "The address is where readers look the source up, so it begins with https:// or http:// and a host. " +
		"Paths of somebody's machine and intranet shares lead nowhere for others, and javascript: or data: addresses must never be followed.",
	Basis:  "RFC 3986; RFC 9110",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, s *ocs.Source) {
		if s.URL != "" && !webAddress(s.URL) {
			p.Report(&s.URL, "address is not one of the web").Help("give an address that begins with https:// and a host, or leave it out")
		}
	},
}

// webAddress reports whether s begins with a scheme of the web and a host and
// has no spaces.
func webAddress(s string) bool {
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok || !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") || strings.ContainsAny(s, " \t\n\"<>\\") {
		return false
	}
	host := rest
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		host = rest[:end]
	}
	return strings.Trim(host, ".:@") != "" && !strings.Contains(host, "@")
}

var malformedDigest = ocs.Rule[Index]{
	Code:  "malformed-digest",
	Title: "every digest is an algorithm and as many hexadecimal digits as it gives",
	Doc: "A digest is compared with that of a text to see whether it is the one that was adopted or read, so a digit too few makes it worthless. " +
		"Write sha-256: and 64 hexadecimal digits in lower case; a source may have one of sha-384 or sha-512 instead.",
	Basis:  "FIPS 180-4",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		check := func(p *ocs.Pass, digest *string, ok bool) {
			if *digest != "" && !ok {
				p.Report(digest, "digest is malformed").Help("write sha-256: and 64 hexadecimal digits in lower case")
			}
		}
		a := &ix.s.Adoption
		check(p.On(ix.s), &a.Digest, isDigest(a.Digest, "sha-256"))
		for plan := range ix.Plans() {
			if d := &plan.Adoption.Digest; *d != "" {
				check(p.On(plan), d, isDigest(*d, "sha-256"))
			}
		}
		for s := range ix.Sources() {
			if d := &s.Digest; *d != "" {
				check(p.On(s), d, isDigest(*d, "sha-256") || isDigest(*d, "sha-384") || isDigest(*d, "sha-512"))
			}
		}
	},
}

var digestMismatch = ocs.Rule[Index]{
	Code:  "digest-mismatch",
	Title: "the text is the one that was adopted",
	Doc: "The adoption states the digest of the text that was adopted, and the text has another: a word, a date or a sum was changed and no amendment says so. " +
		"What is recorded afterwards, such as reports and endings, is no part of that text. Once there are amendments or redactions, the digest can't be checked against the document.",
	Basis:  "RFC 8785; FIPS 180-4",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.s.Redactions) > 0 {
			return
		}
		check := func(p *ocs.Pass, a *Adoption, amendments []Amendment, digest func() (string, error)) {
			if a.Digest == "" || len(amendments) > 0 || !isDigest(a.Digest, "sha-256") {
				return
			}
			if is, err := digest(); err == nil && is != a.Digest {
				p.Report(&a.Digest, "the text isn't the one that was adopted: its digest is %s", is).
					Help("restore the adopted text, or record under amendments what was changed")
			}
		}
		check(p.On(ix.s), &ix.s.Adoption, ix.s.Amendments, ix.s.Digest)
		for plan := range ix.Plans() {
			check(p.On(plan), &plan.Adoption, plan.Amendments, plan.Digest)
		}
	},
}

// isDigest reports whether s is a digest of an algorithm of the SHA-2 family,
// whose name ends with its length in bits.
func isDigest(s, algorithm string) bool {
	value, ok := strings.CutPrefix(s, algorithm+":")
	bits := map[string]int{"sha-256": 256, "sha-384": 384, "sha-512": 512}[algorithm]
	if !ok || len(value)*4 != bits || value != strings.ToLower(value) {
		return false
	}
	_, err := hex.DecodeString(value)
	return err == nil
}

var accessedBeforePublished = ocs.Rule[ocs.Source]{
	Code:  "accessed-before-published",
	Title: "no source was read before it was published",
	Doc:   "The day on which a source was read can't be before the day of its publication. One of the two dates is wrong, or the date is that of a later edition than was read.",
	Basis: "practice of citation", Levels: "WWEEE",
	Check: func(p *ocs.Pass, s *ocs.Source) {
		if s.Accessed.Before(s.Date) {
			p.Report(&s.Accessed, "source was read %v, before it was published %v", s.Accessed, s.Date).Help("mend the wrong date").
				Related(&s.Date, "the publication")
		}
	},
}

var sourceUnused = ocs.Rule[Index]{
	Code:  "source-unused",
	Title: "every source is cited",
	Doc: "A source that nothing cites supports nothing, or a citation of it was lost. Cite it where it supports a statement, or remove it. " +
		"A bibliography for further reading is kept under extensions.",
	Basis:  "practice of citation",
	Levels: "iiiii",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.s.Sources) == 0 {
			return
		}
		cited := ix.referred().sources
		for i := range ix.s.Sources {
			if s := &ix.s.Sources[i]; !cited[i] && s.ID != "" && find(ix, sourceKind, s.ID) == i {
				p.On(s).Report(s, "source %q is never cited", short(s.ID)).Help("cite it where it supports a statement, or remove it")
			}
		}
	},
}

// legalBases shows each citation of the law on which something rests, with the
// element around it and the one within that, if there is one.
func (ix *Index) legalBases(see func(c *ocs.Cite, outer, inner any)) {
	s := ix.s
	if s.Adoption != (Adoption{}) {
		see(&s.Adoption.Instrument, s, nil)
	}
	for i := range s.Threats {
		t := &s.Threats[i]
		for k := range t.Offences {
			see(&t.Offences[k].Law, t, nil)
		}
	}
	for i := range s.Actors {
		a := &s.Actors[i]
		for k := range a.Mandates {
			see(&a.Mandates[k].Basis, a, nil)
		}
		see(&a.Body.Basis, a, nil)
	}
	for plan := range ix.plansInForce() {
		see(&plan.Adoption.Instrument, plan, nil)
		for i := range plan.Commitments {
			if c := &plan.Commitments[i]; c.open() {
				see(&c.Basis, plan, c)
			}
		}
	}
	for i := range s.Safeguards {
		see(&s.Safeguards[i].Instrument, &s.Safeguards[i], nil)
	}
	for i := range s.Redactions {
		see(&s.Redactions[i].Law, s, nil)
	}
}

// inside puts an element and one within it, which may be nil, in focus.
func inside(p *ocs.Pass, outer, inner any) *ocs.Pass {
	if p = p.On(outer); inner != nil {
		p = p.On(inner)
	}
	return p
}

var basisUnchecked = ocs.Rule[Index]{
	Code:  "basis-unchecked",
	Title: "no legal basis of an adopted strategy rests on memory",
	Doc: "Mandates, powers, offences and the adoption itself stand or fall with the provision that is cited. " +
		"A citation graded as recalled or inferred was not checked against any text: look the provision up, or have it confirmed, and change the grade. " +
		"There is one finding for each law, at the first of its citations that were not checked. Drafts may cite from memory.",
	Basis:  "legality of powers; UNTOC article 20 allows techniques only as permitted by the basic principles of the domestic legal system (recalled)",
	Levels: "--WWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var found map[ocs.SourceID]*unchecked
		var order []*unchecked
		ix.legalBases(func(c *ocs.Cite, outer, inner any) {
			if c.Grade != ocs.GradeRecalled && c.Grade != ocs.GradeInferred {
				return
			}
			u := found[c.Source]
			if u == nil {
				if found == nil {
					found = make(map[ocs.SourceID]*unchecked)
				}
				u = &unchecked{first: c, outer: outer, inner: inner}
				found[c.Source], order = u, append(order, u)
				return
			}
			if u.more++; len(u.others) < maxNamed {
				u.others = append(u.others, c)
			}
		})
		for _, u := range order {
			also := ""
			if u.more > 0 {
				also = fmt.Sprintf(", here and %d more times", u.more)
			}
			d := inside(p, u.outer, u.inner).Report(&u.first.Grade, "legal basis %q was not checked: its citation is %s%s", short(u.first.Source), u.first.Grade, also).
				Help("look the provision up, or have it confirmed, and change the grade")
			for _, c := range u.others {
				d.Related(&c.Grade, "not checked either")
			}
		}
	},
}

// unchecked are the citations of one law that were not checked.
type unchecked struct {
	first        *ocs.Cite
	outer, inner any
	more         int
	others       []*ocs.Cite // the first of the others
}

var basisNotLaw = ocs.Rule[Index]{
	Code:  "basis-not-law",
	Title: "every legal basis cites the law itself",
	Doc: "A mandate rests on an act, decree, treaty or decision, not on what a newspaper, a web page or a paper says of it. " +
		"Cite the instrument, and name the report in which it was read as via.",
	Basis:  "legality of powers; Chile: decree 369 of 22 December 2022; Romania: government decision",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		ix.legalBases(func(c *ocs.Cite, outer, inner any) {
			if c.Source == "" {
				return
			}
			if s := ix.Source(c.Source); s != nil {
				switch s.Kind {
				case ocs.SourceNews, ocs.SourceWebsite, ocs.SourceAcademic, ocs.SourceDataset:
					inside(p, outer, inner).Report(&c.Source, "legal basis cites %q, a source of kind %q", short(c.Source), s.Kind).
						Help("cite the act, decree or decision, and name this source as via").Related(s, "the source")
				}
			}
		})
	},
}
