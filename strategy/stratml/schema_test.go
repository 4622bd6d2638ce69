package stratml_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs/strategy/stratml"
)

// xmlNode is an element of a document, as the tests see it.
type xmlNode struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Kids    []xmlNode  `xml:",any"`
}

func parseXML(data []byte) (xmlNode, error) {
	var n xmlNode
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	err := dec.Decode(&n)
	return n, err
}

// leaves counts the non-blank texts of elements, but of text with markup in it
// that of the markup.
func leaves(n xmlNode, counts map[string]int) map[string]int {
	_, mixed := texts[n.XMLName.Local]
	if t := strings.TrimSpace(n.Text); t != "" && !(mixed && len(n.Kids) > 0) {
		counts[t]++
	}
	for _, k := range n.Kids {
		leaves(k, counts)
	}
	return counts
}

// contents are the content models of the schemas, written down from what the
// standard says and apart from those of the package: a name, then ! one, ?
// perhaps, * any number, + at least one.
var contents = map[string][2]string{ // Part 1, Part 2
	"StrategicPlan":             {"Name! Description? OtherInformation? StrategicPlanCore! AdministrativeInformation?", "-"},
	"PerformancePlanOrReport":   {"-", "Name! Description? OtherInformation? StrategicPlanCore! AdministrativeInformation? Submitter?"},
	"StrategicPlanCore":         {"Organization* Vision? Mission? Value* Goal+", "Organization* Vision? Mission? Value* Goal+"},
	"Organization":              {"Name? Acronym? Identifier? Description? Stakeholder*", "Name? Acronym? Identifier? Description? Stakeholder*"},
	"Vision":                    {"Description? Identifier?", "Description? Identifier?"},
	"Mission":                   {"Description? Identifier?", "Description? Identifier?"},
	"Value":                     {"Name? Description?", "Name? Description?"},
	"Goal":                      {"Name! Description! Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*", "Name! Description! Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*"},
	"Objective":                 {"Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?", "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation? PerformanceIndicator*"},
	"Stakeholder":               {"Name! Description?", "Name! Description? Role*"},
	"Role":                      {"-", "Name! Description? RoleType? RoleType?"},
	"PerformanceIndicator":      {"-", "SequenceIndicator? MeasurementDimension! UnitOfMeasurement! Identifier? Relationship* MeasurementInstance* OtherInformation?"},
	"Relationship":              {"-", "Identifier? ReferentIdentifier* Name? Description?"},
	"MeasurementInstance":       {"-", "TargetResult* ActualResult*"},
	"TargetResult":              {"-", "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"},
	"ActualResult":              {"-", "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"},
	"Descriptor":                {"-", "DescriptorName? DescriptorValue?"},
	"AdministrativeInformation": {"StartDate? EndDate? PublicationDate? Source? Submitter?", "Identifier? StartDate? EndDate? PublicationDate? Source?"},
	"Submitter":                 {"GivenName? Surname? PhoneNumber? EmailAddress?", "Identifier? GivenName? Surname? PhoneNumber? EmailAddress?"},
}

// texts are the elements that hold text, with the form that it must have.
var texts = map[string]string{
	"Name": "", "Description": "", "OtherInformation": "", "Acronym": "", "SequenceIndicator": "", "MeasurementDimension": "",
	"UnitOfMeasurement": "", "ReferentIdentifier": "", "DescriptorName": "", "DescriptorValue": "", "GivenName": "", "Surname": "",
	"PhoneNumber": "", "EmailAddress": "", "RoleType": `Performer|Beneficiary`,
	"Identifier": `[\pL_][\pL\pN_.-]*`, "NumberOfUnits": `[+-]?(\d+(\.\d*)?|\.\d+)`,
	"StartDate": date, "EndDate": date, "PublicationDate": date, "Source": `[^\[\]#]*(#[^\[\]#]*)?`,
}

const date = `\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?`

// attributes are those of Part 2 with their terms. Part 1 has only
// StakeholderTypeType.
var attributes = map[string]string{
	"PerformancePlanOrReport/Type": "Strategic_Plan|Performance_Plan|Performance_Report", "Stakeholder/StakeholderTypeType": "Person|Organization|Generic_Group",
	"PerformanceIndicator/ValueChainStage":          "Outcome|Output_Processing|Output|Input_Processing|Input",
	"PerformanceIndicator/PerformanceIndicatorType": "Quantitative|Qualitative", "Relationship/RelationshipType": "Broader_Than|Peer_To|Narrower_Than",
}

// checker holds a document against the schema of its part. It stands in for the
// validators that run apart from go test.
type checker struct {
	part   stratml.Part
	space  string
	faults []string
	ids    map[string]bool
}

// invalid says what is not valid in a document.
func invalid(data []byte, part stratml.Part) []string {
	root, err := parseXML(data)
	if err != nil {
		return []string{err.Error()}
	}
	c := checker{part: part, ids: make(map[string]bool), space: "urn:ISO:std:iso:17469:tech:xsd:stratml_core"}
	if part == stratml.Part2 {
		c.space = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
		if !slices.ContainsFunc(root.Attrs, func(a xml.Attr) bool { return a.Name.Local == "Type" }) {
			c.fault("no Type")
		}
	}
	c.element(root)
	return c.faults
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func (c *checker) element(n xmlNode) {
	name := n.XMLName.Local
	if n.XMLName.Space != c.space {
		c.fault("%s is in the namespace %q", name, n.XMLName.Space)
	}
	for _, a := range n.Attrs {
		if a.Name.Local == "xmlns" || a.Name.Space == "xmlns" {
			continue
		}
		terms, ok := attributes[name+"/"+a.Name.Local]
		if !ok || a.Name.Space != "" || c.part == stratml.Part1 && name != "Stakeholder" || !slices.Contains(strings.Split(terms, "|"), a.Value) {
			c.fault("%s has %s=%q", name, a.Name.Local, a.Value)
		}
	}
	if form, ok := texts[name]; ok {
		c.text(n, form)
		return
	}
	if strings.TrimSpace(n.Text) != "" {
		c.fault("text in %s", name)
	}
	model, ok := contents[name]
	if !ok || model[c.part-1] == "-" {
		c.fault("%s has no place in Part %d", name, c.part)
		return
	}
	c.sequence(n, strings.Fields(model[c.part-1]))
	for _, k := range n.Kids {
		c.element(k)
	}
}

func (c *checker) text(n xmlNode, form string) {
	name := n.XMLName.Local
	if len(n.Kids) > 0 {
		c.fault("%s holds elements", name)
	}
	text := strings.TrimSpace(n.Text)
	if form != "" && !regexp.MustCompile(`^(`+form+`)$`).MatchString(text) {
		c.fault("%s is %q", name, text)
	}
	if name == "Identifier" {
		if c.ids[text] {
			c.fault("the identifier %q stands twice", text)
		}
		c.ids[text] = true
	}
}

// sequence holds the children of an element against its content model.
func (c *checker) sequence(n xmlNode, model []string) {
	i := 0
	for _, m := range model {
		name, how := m[:len(m)-1], m[len(m)-1]
		count := 0
		for i < len(n.Kids) && n.Kids[i].XMLName.Local == name && (count == 0 || how == '*' || how == '+') {
			i++
			count++
		}
		if count == 0 && (how == '!' || how == '+') {
			c.fault("%s lacks %s", n.XMLName.Local, name)
		}
	}
	if i < len(n.Kids) {
		c.fault("%s has %s out of place", n.XMLName.Local, n.Kids[i].XMLName.Local)
	}
}
