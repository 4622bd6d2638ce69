package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// Threats and enablers.
const (
	opiates              threat.ID = "t-opiates"
	synthetics           threat.ID = "t-synthetic-drugs"
	cannabis             threat.ID = "t-cannabis"
	cocaine              threat.ID = "t-cocaine"
	transnationalTraffic threat.ID = "t-trafficking-transnational"
	domesticTraffic      threat.ID = "t-trafficking-domestic"
	migrantSmuggling     threat.ID = "t-migrant-smuggling"
	cybercrime           threat.ID = "t-cybercrime"
	laundering           threat.ID = "t-money-laundering"
	arms                 threat.ID = "t-arms"
	fauna                threat.ID = "t-fauna"
	flora                threat.ID = "t-flora"
	nonRenewable         threat.ID = "t-non-renewable"
	documentFraud        threat.ID = "e-document-fraud"
	corruption           threat.ID = "e-corruption"
)

// Federal offices.
const (
	cabinet        actor.ID = "cabinet"
	minister       actor.ID = "minister-interior"
	interior       actor.ID = "moi"
	formerNarc     actor.ID = "monc"
	anf            actor.ID = "anf"
	fia            actor.ID = "fia"
	nccia          actor.ID = "nccia"
	fmu            actor.ID = "fmu"
	fbr            actor.ID = "fbr"
	customs        actor.ID = "customs"
	coastGuards    actor.ID = "coast-guards"
	nab            actor.ID = "nab"
	stateBank      actor.ID = "sbp"
	secp           actor.ID = "secp"
	finance        actor.ID = "mof"
	foreign        actor.ID = "mofa"
	law            actor.ID = "molj"
	rights         actor.ID = "mohr"
	passports      actor.ID = "dgip"
	nacta          actor.ID = "nacta"
	niftac         actor.ID = "niftac"
	rightsCommsn   actor.ID = "nchr"
	auditor        actor.ID = "agp"
	judicialSchool actor.ID = "fja"
)

// Bodies that coordinate others.
const (
	steering        actor.ID = "nsc-oc"
	provincialBoard actor.ID = "pcb-oc"
	amlAuthority    actor.ID = "amlcft-authority"
	amlChair        actor.ID = "amlcft-chair"
	amlDirector     actor.ID = "dg-aml"
	antiTrafficking actor.ID = "natc"
)

// Provincial offices.
const (
	provincialPolice actor.ID = "provincial-police"
	socialWelfare    actor.ID = "social-welfare"
	labourDepts      actor.ID = "labour-departments"
	prosecutors      actor.ID = "provincial-prosecution"
	punjabPolice     actor.ID = "police-pb"
	sindhPolice      actor.ID = "police-sd"
	kpPolice         actor.ID = "police-kp"
	balochistanPol   actor.ID = "police-ba"
	islamabadPolice  actor.ID = "police-is"
	gbPolice         actor.ID = "police-gb"
	ajkPolice        actor.ID = "police-jk"
	punjabHome       actor.ID = "home-pb"
	sindhHome        actor.ID = "home-sd"
	kpHome           actor.ID = "home-kp"
	balochistanHome  actor.ID = "home-ba"
	gbHome           actor.ID = "home-gb"
	ajkHome          actor.ID = "home-jk"
)

// Partners outside the State.
const (
	unodc        actor.ID = "unodc-pk"
	britishHC    actor.ID = "bhc"
	nioc         actor.ID = "nioc"
	civilSociety actor.ID = "civil-society"
	universities actor.ID = "universities"
	banks        actor.ID = "banks"
	telecoms     actor.ID = "telecoms"
)

// Objectives.
const (
	preventRecruitment pillar.ObjectiveID = "o-recruitment"
	preventMigration   pillar.ObjectiveID = "o-safe-migration"
	preventEconomy     pillar.ObjectiveID = "o-clean-economy"
	preventIntegrity   pillar.ObjectiveID = "o-integrity"
	preventOnline      pillar.ObjectiveID = "o-online-resilience"
	preventSupply      pillar.ObjectiveID = "o-controlled-goods"
	pursueIntelligence pillar.ObjectiveID = "o-intelligence"
	pursueCases        pillar.ObjectiveID = "o-investigations"
	pursueAssets       pillar.ObjectiveID = "o-assets"
	pursueOnline       pillar.ObjectiveID = "o-cyber-cases"
	pursueBorders      pillar.ObjectiveID = "o-borders"
	pursueDomestic     pillar.ObjectiveID = "o-domestic-cases"
	protectVictims     pillar.ObjectiveID = "o-victims"
	protectMigrants    pillar.ObjectiveID = "o-migrants"
	protectWitnesses   pillar.ObjectiveID = "o-witnesses"
	protectOnline      pillar.ObjectiveID = "o-online-victims"
	protectHealth      pillar.ObjectiveID = "o-drug-harm"
	promoteGovernment  pillar.ObjectiveID = "o-one-government"
	promoteWorld       pillar.ObjectiveID = "o-cooperation"
	promoteSociety     pillar.ObjectiveID = "o-society"
	promoteEvidence    pillar.ObjectiveID = "o-evidence"
	documents          pillar.ObjectiveID = "o-documents"
)

// Plans.
const (
	federalPlan    strategy.PlanID = "plan-federal"
	provincialPlan strategy.PlanID = "plan-provincial"
)

// Safeguards.
const (
	rightsReview   strategy.SafeguardID = "s-rights-review"
	genderResponse strategy.SafeguardID = "s-gender"
	dataRules      strategy.SafeguardID = "s-data"
	fairTrial      strategy.SafeguardID = "s-due-process"
	outsideView    strategy.SafeguardID = "s-oversight"
	bestInterests  strategy.SafeguardID = "s-child"
	noPunishment   strategy.SafeguardID = "s-non-punishment"
	assistance     strategy.SafeguardID = "s-assistance"
)

// Higher goals.
const (
	sdgArms       ocs.ID = "sdg-16.4"
	sdgCorruption ocs.ID = "sdg-16.5"
	sdgViolence   ocs.ID = "sdg-16.1"
	sdgChildren   ocs.ID = "sdg-16.2"
	sdgWomen      ocs.ID = "sdg-5.2"
	sdgLabour     ocs.ID = "sdg-8.7"
	sdgWildlife   ocs.ID = "sdg-15.7"
	sdgSubstances ocs.ID = "sdg-3.5"
	goalJustice   ocs.ID = "g-justice"
	goalSafety    ocs.ID = "g-communities"
	goalPeace     ocs.ID = "g-peace"
)
