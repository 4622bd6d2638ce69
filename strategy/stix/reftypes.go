package stix

import "strings"

// refTypes are the types that a property may refer to, by the type of the
// object and the name of the property, or the name alone where it is the same
// in every object. Source: STIX 2.1, recalled, the tables of properties.
// Properties that aren't listed, such as object_refs, may refer to any type.
var refTypes = map[string][]string{
	"created_by_ref":      {"identity"},
	"object_marking_refs": {"marking-definition"},
	"marking_ref":         {"marking-definition"},
	"where_sighted_refs":  {"identity", "location"},
	"observed_data_refs":  {"observed-data"},

	"malware.operating_system_refs":            {"software"},
	"malware.sample_refs":                      {"artifact", "file"},
	"malware-analysis.host_vm_ref":             {"software"},
	"malware-analysis.operating_system_ref":    {"software"},
	"malware-analysis.installed_software_refs": {"software"},
	"malware-analysis.sample_ref":              {"artifact", "file", "network-traffic"},

	"directory.contains_refs":               {"directory", "file"},
	"domain-name.resolves_to_refs":          {"domain-name", "ipv4-addr", "ipv6-addr"},
	"email-addr.belongs_to_ref":             {"user-account"},
	"email-message.from_ref":                {"email-addr"},
	"email-message.sender_ref":              {"email-addr"},
	"email-message.to_refs":                 {"email-addr"},
	"email-message.cc_refs":                 {"email-addr"},
	"email-message.bcc_refs":                {"email-addr"},
	"email-message.raw_email_ref":           {"artifact"},
	"file.content_ref":                      {"artifact"},
	"file.parent_directory_ref":             {"directory"},
	"ipv4-addr.resolves_to_refs":            {"mac-addr"},
	"ipv4-addr.belongs_to_refs":             {"autonomous-system"},
	"ipv6-addr.resolves_to_refs":            {"mac-addr"},
	"ipv6-addr.belongs_to_refs":             {"autonomous-system"},
	"network-traffic.src_ref":               {"domain-name", "ipv4-addr", "ipv6-addr", "mac-addr"},
	"network-traffic.dst_ref":               {"domain-name", "ipv4-addr", "ipv6-addr", "mac-addr"},
	"network-traffic.src_payload_ref":       {"artifact"},
	"network-traffic.dst_payload_ref":       {"artifact"},
	"network-traffic.encapsulates_refs":     {"network-traffic"},
	"network-traffic.encapsulated_by_ref":   {"network-traffic"},
	"process.opened_connection_refs":        {"network-traffic"},
	"process.creator_user_ref":              {"user-account"},
	"process.image_ref":                     {"file"},
	"process.parent_ref":                    {"process"},
	"process.child_refs":                    {"process"},
	"windows-registry-key.creator_user_ref": {"user-account"},
}

// notRelated are the types that no relationship may begin or end at, section 5.1.
var notRelated = []string{"bundle", "language-content", "marking-definition", "extension-definition", "relationship", "sighting"}

// observables are the types of cyber-observable objects, which need not state
// a version.
var observables = []string{"artifact", "autonomous-system", "directory", "domain-name", "email-addr", "email-message", "file",
	"ipv4-addr", "ipv6-addr", "mac-addr", "mutex", "network-traffic", "process", "software", "url", "user-account",
	"windows-registry-key", "x509-certificate"}

// mayRefer reports whether a property of an object of that type may refer to an
// object of another type.
func mayRefer(typ, property, to string) bool {
	allowed, ok := refTypes[property]
	if !ok {
		allowed, ok = refTypes[typ+"."+property]
	}
	switch {
	case ok:
		return contains(allowed, to) || strings.HasPrefix(to, "x-") // custom objects may stand for any
	case typ == "relationship" && (property == "source_ref" || property == "target_ref"):
		return !contains(notRelated, to)
	case typ == "sighting" && property == "sighting_of_ref":
		return !contains(notRelated, to) && !contains(observables, to)
	case typ == "malware-analysis" && property == "analysis_sco_refs":
		return contains(observables, to) || strings.HasPrefix(to, "x-")
	}
	return true
}
