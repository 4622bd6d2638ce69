// Package arch holds the tests of the house's structure: which package may
// import which, what the library must not touch, the shape of the model, and
// that every exported name is documented and shown in an Example. It has no code
// of its own.
package arch
