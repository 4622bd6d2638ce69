// Package stratml reads and writes strategies as StratML documents.
package stratml
