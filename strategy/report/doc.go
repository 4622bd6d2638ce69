// Package report shows a strategy: as one self-contained page of HTML, as
// single pictures in SVG, and as Markdown and Mermaid for wikis.
package report
