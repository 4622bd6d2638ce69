package stix

import (
	"crypto/sha1" // what RFC 9562 builds version 5 on; nothing here relies on it being hard to collide
	"encoding/hex"
	"errors"
	"strings"
)

const (
	// ExtensionID is the extension definition under which the objects that
	// [Export] writes hold what the standard has no property for. It never changes.
	ExtensionID = "extension-definition--5d940e03-f9b1-4a32-8bc7-e9e8181e472f"

	// Namespace is the namespace of the identifiers that Export makes, unless the
	// options name another.
	Namespace = "e205efe3-1c02-48c5-90e7-ca435e0ac6ed"

	// projectID is the identity that created the extension definition.
	projectID = "identity--908092eb-7e04-4af2-a7a2-1eb62afa5f03"

	// observableNamespace is reserved by the standard, section 2.9, for cyber-observable objects.
	observableNamespace = "00abedb4-aa42-466c-9c01-fed23315a9b7"
)

var errNamespace = errors.New("stix: the namespace is not a UUID, or is the one that the standard reserves")

// parseUUID reads a UUID in lower case.
func parseUUID(s string) (id [16]byte, ok bool) {
	if !isUUID(s) {
		return id, false
	}
	_, err := hex.Decode(id[:], []byte(strings.ReplaceAll(s, "-", "")))
	return id, err == nil
}

// isUUID reports whether s is a UUID as STIX writes it: RFC 4122, in lower
// case.
func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if c != '-' {
				return false
			}
		case (c < '0' || c > '9') && (c < 'a' || c > 'f'):
			return false
		}
	}
	return true
}

// namer makes identifiers of version 5.
type namer struct{ namespace [16]byte }

// id returns the identifier of the object of that type with that name. The type
// is part of what is hashed: the standard wants no UUID under two types. So is
// the length of each part, so that parts can't be shifted into each other.
func (n namer) id(typ string, parts ...string) string {
	h := sha1.New()
	h.Write(n.namespace[:])
	for _, part := range append([]string{typ}, parts...) {
		size := len(part)
		h.Write([]byte{byte(size >> 24), byte(size >> 16), byte(size >> 8), byte(size)})
		h.Write([]byte(part))
	}
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	x := hex.EncodeToString(u)
	return typ + "--" + x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

// splitID splits an identifier into type and UUID. The published schemas know
// versions 1 to 5 of UUIDs and the variant of RFC 4122.
func splitID(id string) (typ, uuid string, ok bool) {
	typ, uuid, found := strings.Cut(id, "--")
	ok = found && isType(typ) && isUUID(uuid) && '1' <= uuid[14] && uuid[14] <= '5' && strings.IndexByte("89ab", uuid[19]) >= 0
	return typ, uuid, ok
}

// isType reports whether s can be the name of an object type.
func isType(s string) bool {
	if len(s) < 3 || len(s) > 250 || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
