// Package actor models who acts under a strategy against organised crime:
// ministries and agencies, courts and parliaments, provinces, foreign
// governments, international organisations, civil society, and the bodies
// that coordinate them.
//
// An [Actor] is an office or organisation, never a person. Each [Mandate]
// says on which markets it may act, with which [Power], where, when and by
// which law. Institutions change while a strategy lives, so an actor has an
// active period, and a [Succession] says from whom it took over what. A
// committee has a [Body]: who chairs it, who sits on it, how often it meets.
//
// Actors are plain data: write them as literals or decode them.
// [Power.Coercive] and [Power.Intrusive] say which powers only the State may
// use and which call for a human-rights safeguard; [Kind.State] says which
// kinds of actor are organs of the State. Vocabularies are open: any text
// decodes, and Known says whether this version knows it.
package actor
