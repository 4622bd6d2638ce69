// Package arch holds the tests of the house's structure: which package may
// import which, what the library must not touch, and the shape of the model.
// It has no code of its own.
package arch
