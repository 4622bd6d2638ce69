// Package graph writes a strategy as nodes and edges: GraphML and tables for
// Gephi, yEd, networkx and other programs that analyse and draw networks.
//
//	g := graph.New(&s, ocs.MarkingGreen)
//	err := g.WriteGraphML(w)
//	nodes, edges := g.Tables()
//
// The nodes are the elements of a strategy: the strategy itself, its pillars,
// threats, groups, actors, objectives, indicators, plans, commitments,
// milestones, risks, safeguards, consultations, evaluations and goals. A node's
// identifier is the element's. In a faulty document, where two elements share
// one, the later is called by its kind too: actor:board.
//
// Edges are directed and read from one end to the other:
//
//	threat        enabled-by                  threat
//	group         drives                      threat
//	group         part-of, supplies, …        group, as the tie says
//	actor         lead, implementing, …       commitment, by the actor's role
//	actor         funds                       commitment
//	actor         owns                        objective, plan, risk
//	actor         responsible                 indicator, milestone, safeguard
//	actor         part-of, was-part-of        actor
//	actor         succeeds                    actor
//	actor         chairs, secretariat-of,
//	              member-of                   body
//	actor         reports-to                  actor
//	body          oversees                    any
//	actor         adopted                     strategy, plan
//	actor         convened, supported, heard  consultation
//	actor         conducts                    evaluation
//	objective     under, also-under           pillar
//	objective     answers                     threat
//	objective     aimed-at                    group
//	objective     part-of                     objective
//	objective     serves                      goal
//	indicator     measures                    objective, commitment
//	plan          covers                      pillar
//	plan          part-of, supersedes         plan
//	commitment    in-plan                     plan
//	commitment    serves                      objective
//	commitment    depends-on, part-of,
//	              continues                   commitment
//	commitment    safeguarded-by              safeguard
//	milestone     milestone-of                commitment
//	risk          affects                     any
//	consultation  informs                     objective
//	evaluation    evaluates                   plan, strategy
//	pillar        pillar-of                   strategy
//	plan          plan-of                     strategy
//
// An edge's identifier is made of its ends and kind, fia:lead:units, so that it
// stays the same when the strategy changes elsewhere.
//
// Nodes and edges have the attributes label, kind and marking. Those of a node
// tell more of its element. Citations, assessments, mandates, money, reports
// and what else a graph has no good place for are left out; findings say what.
//
// Nothing above the level asked for is in the graph. Where an element at or
// below it refers to one that is above, that one is a node with its identifier
// and nothing else, and the attribute withheld.
package graph
