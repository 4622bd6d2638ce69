// Package conform holds what we write against the published schemas of the
// formats that we claim to write. It is a module of its own, so that the
// validators never reach those who import ocs.
//
// The schemas aren't ours to ship. The tests look for them where an
// environment variable says, and skip with a reason without it; .ci/run fetches
// them.
package conform
