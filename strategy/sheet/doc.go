// Package sheet reads action plans as ministries keep them: a table in CSV with
// columns and words of their own.
//
//	m := sheet.Suggest(header)             // a start, to be kept as a file and edited
//	doc := sheet.Read("plan.csv", data, &m, nil)
//
// A [Mapping] says which column holds what, how dates and numbers are written,
// and what the table's words mean. It is a small document (YAML, by package
// codec) that is kept in version control beside the table.
//
// Each row is a commitment, under the objective and pillar that it names. Offices,
// objectives and threats are found in the strategy that the table is read into,
// or made. Identifiers come from a column or from titles, so that the same table
// gives the same strategy. Reading a table into a strategy changes what the
// table says and nothing else: an empty cell says nothing.
//
// Nothing is lost in silence. A cell that can't be read is a finding with its line
// and column, and nothing of its row is taken. Columns without a field are kept
// with the commitment, under [Extension]. Nothing is guessed either: blanks are
// filled from above, days and months told apart, and words understood only as the
// mapping says.
//
// The tables that [strategy.Index.ActionPlan] gives are read back by the mapping
// that Suggest makes of their headings: what they compute is left out, and
// funding, which they sum up, is kept as text.
package sheet
