// Package threat models what a strategy against organised crime is against:
// crimes and what enables them, the groups behind them, and what is thought of
// their weight.
//
// A [Threat] is a crime or market as it occurs in the jurisdiction. It names
// its [Market], whom it harms, under which national offences it is
// prosecuted, and holds any number of [Assessment] values, each on its own
// [Scale] and each with a [Confidence] apart from the score. A [Group] is a
// criminal actor, with the elements of the Convention's definition stated one
// by one.
//
// Threats and groups are plain data: write them as literals or decode them.
// The questions a program asks most are
//
//   - [Market.Info] and [Markets], for a market's name and its counterparts in
//     GI-TOC, ICCS, SHERLOC and FATF, each graded by how well it was checked;
//   - [Market.Covers], for whether a mandate or a policy on one market takes in
//     another;
//   - [Confidence.Convert], for what a grade of confidence comes to in another
//     scheme, and what is lost;
//   - [Code.Category] and [Code.WellFormed], for whether a classification code
//     is right.
//
// Vocabularies are open: any text decodes, and Known says whether this version
// knows it.
package threat
