package threat

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

var assessmentIncomplete = ocs.Rule[Threat]{
	Code:   "assessment-incomplete",
	Title:  "every assessment names its method and date",
	Doc:    "A judgement can be compared and relied on only if it is known how and when it was made. Name the method and give the date, or the end of the period that it describes.",
	Basis:  "UNODC SOCTA Handbook and Europol SOCTA: a stated method, in a cycle",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Assessments {
			a := &t.Assessments[n]
			if strings.TrimSpace(a.Method) == "" {
				on(p, a).Report(&a.Method, "assessment has no method").Help("name the method by which the judgement was made")
			}
			if a.Date.IsZero() {
				on(p, a).Report(&a.Date, "assessment has no date").Help("say when it was made")
			}
		}
	},
}

var assessmentScale = ocs.Rule[Threat]{
	Code:  "assessment-scale",
	Title: "every assessment with figures states its scale",
	Doc: "Systems score from 1 to 10, from 0 to 100, or by other steps, and not in all of them is the high end the worse. " +
		"State both ends of the scale and which one is worse; without them a figure can't be read, let alone compared.",
	Basis:  "GI-TOC scores 1 to 10 with resilience the other way round; MoRiLE ranks by steps of its own",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Assessments {
			a := &t.Assessments[n]
			s := &a.Scale
			switch {
			case *s == Scale{}:
				if figures := a.figures(); slices.ContainsFunc(figures[:], func(f *ocs.Decimal) bool { return f.IsSet() }) {
					on(p, a).Report(s, "assessment has figures without a scale").Help("state min, max and which end is worse")
				}
				continue
			case s.Min.IsZero():
				on(p, a).Report(&s.Min, "scale has no lower end").Help("state min")
			case s.Max.IsZero():
				on(p, a).Report(&s.Max, "scale has no upper end").Help("state max")
			case s.Max.Compare(s.Min) <= 0:
				on(p, a).Report(&s.Max, "scale ends at %v, not above its start %v", s.Max, s.Min).Help("swap the ends, and say under worse which is worse").Related(&s.Min, "the start")
			}
			if s.Worse == "" {
				on(p, a).Report(&s.Worse, "scale does not say which end is worse").Help("say high or low")
			}
		}
	},
}

var figureOffScale = ocs.Rule[Threat]{
	Code:   "figure-off-scale",
	Title:  "every figure of an assessment is on its scale",
	Doc:    "A figure outside the scale was mistyped, or comes from another method. Mend the figure or the scale; keep figures of different methods in assessments of their own.",
	Basis:  "GI-TOC and MoRiLE: figures are defined only on their scale",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Assessments {
			a := &t.Assessments[n]
			if !a.Scale.Min.IsSet() || a.Scale.Max.Compare(a.Scale.Min) <= 0 {
				continue
			}
			for _, f := range a.figures() {
				if f.IsSet() && (f.Compare(a.Scale.Min) < 0 || f.Compare(a.Scale.Max) > 0) {
					on(p, a).Report(f, "figure %v is outside the scale from %v to %v", *f, a.Scale.Min, a.Scale.Max).
						Help("mend the figure or the scale").Related(&a.Scale, "the scale")
				}
			}
		}
	},
}

// on gives what is reported on an assessment to it, by whose identifier it may
// be withheld. One without an identifier is part of its threat.
func on(p *ocs.Pass, a *Assessment) *ocs.Pass {
	if a.ID == "" {
		return p
	}
	return p.On(a)
}

// figures returns every figure that is on the assessment's scale.
func (a *Assessment) figures() [10]*ocs.Decimal {
	return [...]*ocs.Decimal{&a.Harm.Physical, &a.Harm.Psychological, &a.Harm.Economic, &a.Harm.Community, &a.Harm.Environmental,
		&a.Harm.Political, &a.Likelihood, &a.Vulnerability, &a.ResponseCapacity, &a.Score}
}

var confidenceMissing = ocs.Rule[Threat]{
	Code:  "confidence-missing",
	Title: "every score states how sure the assessor is, apart from the score",
	Doc: "A high score on thin evidence and a low one on good evidence call for different decisions, and places that are much studied look worse than others. " +
		"Give the confidence in its own scheme beside the score, with scheme and code. Never mix it into the score.",
	Basis:  "MoRiLE: confidence apart from the score; GI-TOC on information bias",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Assessments {
			a := &t.Assessments[n]
			c := &a.Confidence
			switch code := strings.TrimSpace(c.Code); {
			case c.Scheme == "" && code == "":
				if a.Score.IsSet() {
					on(p, a).Report(c, "score has no confidence").Help("give scheme and code of the confidence")
				}
			case c.Scheme == "":
				on(p, a).Report(&c.Scheme, "confidence has no scheme").Help("name the scheme to which the code belongs")
			case code == "":
				on(p, a).Report(&c.Code, "confidence has no code").Help("give the grade as the scheme writes it")
			}
		}
	},
}

var confidenceCode = ocs.Rule[Threat]{
	Code:  "confidence-code",
	Title: "every grade of confidence is one of its scheme",
	Doc: "A grade is kept as its scheme writes it: B2 in the Admiralty system, a phrase of the yardstick in PHIA's and ICD 203, low, medium or high, a number from 0 to 100. " +
		"Another spelling may hide another grade. Correct the code, or name the scheme to which it belongs.",
	Basis: "NATO Admiralty system; PHIA probability yardstick; ICD 203; UK 3x5x2; Europol 4x4 (all second-hand)",
	// Never an error: the vocabularies are second-hand, and agencies vary them.
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Assessments {
			a := &t.Assessments[n]
			if c := &a.Confidence; strings.TrimSpace(c.Code) != "" && !c.graded() {
				on(p, a).Report(&c.Code, "%q is no grade of scheme %q", short(c.Code), short(string(c.Scheme))).Help("%s", c.grades())
			}
		}
	},
}

// graded reports whether the code is a grade of its scheme, in a scheme of
// letters with its capitals. Of an unknown scheme it can be.
func (c *Confidence) graded() bool {
	t := c.Scheme.table()
	if t == nil {
		return true
	}
	g, ok := t.parse(c.Code)
	return ok && (len(t.parts) == 1 || g.code == c.Code)
}

// grades says how the scheme writes its grades.
func (c *Confidence) grades() string {
	switch c.Scheme {
	case Admiralty:
		return "write a letter from A to F and a figure from 1 to 6, such as B2"
	case Europol4x4:
		return "write A, B, C or X and a figure from 1 to 4, such as B2"
	case Grid3x5x2:
		return "write a figure from 1 to 3, a letter from A to E and P or C for the handling, such as 2BP"
	case Percent:
		return "write a number from 0 to 100"
	}
	var words []string
	for _, g := range c.Scheme.Grades() {
		words = append(append(words, g.Code), g.Also...)
	}
	return "use one of " + strings.Join(words, ", ")
}
