package report

// captions are what pictures say beyond the labels of the page, by key. {0} and
// so on stand for what is put in. Sentences are built so that no number
// changes a word.
var captions = map[string]texts{
	"pic.as-of":         {"As of {0}.", "Au {0}.", "بتاریخ {0}۔"},
	"pic.coverage":      {"Threats and pillars", "Menaces et piliers", "خطرات اور ستون"},
	"pic.coverage-text": {"Commitments that count against each threat under each pillar. Threats: {0}; without any commitment: {1}. Priority threats with a gap under a pillar: {2}.", "Engagements qui comptent contre chaque menace sous chaque pilier. Menaces : {0} ; sans aucun engagement : {1}. Menaces prioritaires avec une lacune sous un pilier : {2}.", "ہر ستون کے تحت ہر خطرے کے خلاف شمار ہونے والے وعدے۔ خطرات: {0}؛ بغیر کسی وعدے کے: {1}۔ ترجیحی خطرات جن میں کسی ستون کے تحت خلا ہے: {2}۔"},
	"pic.gap":           {"gap", "lacune", "خلا"},
	"pic.cell":          {"{0} – {1}: commitments {2}, objectives {3}", "{0} – {1} : engagements {2}, objectifs {3}", "{0} – {1}: وعدے {2}، مقاصد {3}"},
	"pic.legend-count":  {"Commitments:", "Engagements :", "وعدے:"},
	"pic.legend-gap":    {"no commitment against a priority threat, or none at all", "aucun engagement contre une menace prioritaire, ou aucun du tout", "ترجیحی خطرے کے خلاف کوئی وعدہ نہیں، یا سرے سے کوئی نہیں"},
	"pic.legend-none":   {"none", "aucun", "کوئی نہیں"},
	"pic.more":          {"{0} more are not drawn; the table has them all.", "{0} de plus ne sont pas dessinés ; le tableau les contient tous.", "مزید {0} نہیں دکھائے گئے؛ جدول میں سب درج ہیں۔"},

	"pic.risks":      {"Risks to delivery", "Risques pour la mise en œuvre", "عمل درآمد کو لاحق خدشات"},
	"pic.risks-text": {"Risks: {0}; in the two gravest shades: {1}; without a rating: {2}.", "Risques : {0} ; dans les deux teintes les plus graves : {1} ; sans cotation : {2}.", "خدشات: {0}؛ دو سنگین ترین رنگوں میں: {1}؛ بغیر درجہ: {2}۔"},
	"pic.rating":     {"likelihood {0}, impact {1}", "probabilité {0}, impact {1}", "امکان {0}، اثر {1}"},
	"pic.unrated":    {"not rated", "sans cotation", "درجہ نہیں دیا گیا"},

	"pic.ranking":               {"Threats by score", "Menaces par score", "خطرات بلحاظ اسکور"},
	"pic.ranking-text":          {"Threats ranked by the method {2}, the worst first: {0}; not ranked: {1}.", "Menaces classées selon la méthode {2}, la pire en tête : {0} ; non classées : {1}.", "طریقہ {2} کے مطابق درجہ بند خطرات، بدترین پہلے: {0}؛ درجہ بندی سے باہر: {1}۔"},
	"pic.ranked":                {"{0}: score {1}, confidence {2}; may stand from place {3} to {4}", "{0} : score {1}, confiance {2} ; peut occuper les places {3} à {4}", "{0}: اسکور {1}، اعتماد {2}؛ ممکنہ درجہ {3} سے {4} تک"},
	"pic.band":                  {"range that the confidence leaves (its width is an assumption)", "plage que laisse la confiance (sa largeur est une hypothèse)", "اعتماد کے لحاظ سے ممکنہ حد (چوڑائی مفروضہ ہے)"},
	"pic.unranked":              {"Not ranked", "Non classées", "درجہ بندی سے باہر"},
	"pic.unranked-line":         {"{0}: {1}", "{0} : {1}", "{0}: {1}"},
	"pic.unranked-not-assessed": {"not assessed", "non évaluée", "تشخیص نہیں ہوئی"},
	"pic.unranked-other-method": {"not assessed by this method", "non évaluée selon cette méthode", "اس طریقے سے تشخیص نہیں ہوئی"},
	"pic.unranked-no-figure":    {"assessed without a figure", "évaluée sans chiffre", "بغیر عدد کے تشخیص"},
	"pic.unranked-bad-scale":    {"its figures are off their scale", "chiffres hors de leur échelle", "اعداد اپنے پیمانے سے باہر"},

	"pic.budget":         {"Cost and funding by pillar", "Coûts et financement par pilier", "ستون کے لحاظ سے لاگت اور مالی وسائل"},
	"pic.budget-text":    {"What commitments are expected to cost, and how sure their funding is.", "Ce que les engagements devraient coûter et la fermeté de leur financement.", "وعدوں کی متوقع لاگت، اور ان کے مالی وسائل کتنے یقینی ہیں۔"},
	"pic.budget-total":   {"The whole costs {0}, of which {1} is secured.", "L’ensemble coûte {0}, dont {1} sont assurés.", "کل لاگت {0} ہے، جس میں سے {1} یقینی ہے۔"},
	"pic.budget-secured": {"Secured: {0}.", "Assuré : {0}.", "یقینی: {0}۔"},
	"pic.budget-head":    {"Secured of cost", "Assuré sur coût", "لاگت میں سے یقینی"},
	"pic.funding-head":   {"Funding", "Financement", "مالی وسائل"},
	"pic.of":             {"{0} of {1}", "{0} sur {1}", "{1} میں سے {0}"},
	"pic.too-long":       {"sum too long to add", "somme trop longue", "رقم جمع نہیں ہو سکی"},
	"pic.sources":        {"Funding by source", "Financement par source", "ماخذ کے لحاظ سے مالی وسائل"},
	"pic.sources-text":   {"Where the money comes from, and how sure it is.", "D’où vient l’argent et sa fermeté.", "رقم کہاں سے آتی ہے، اور کتنی یقینی ہے۔"},

	"pic.actors":      {"Who answers for what", "Qui répond de quoi", "کون کس کا ذمہ دار ہے"},
	"pic.actors-text": {"Commitments by actor and role. Actors: {0}, of which lead something: {1}. Commitments without a lead: {2}; beyond the lead’s stated mandate: {3}.", "Engagements par acteur et par rôle. Acteurs : {0}, dont chefs de file : {1}. Engagements sans chef de file : {2} ; au-delà du mandat indiqué : {3}.", "ادارے اور کردار کے لحاظ سے وعدے۔ ادارے: {0}، جن میں سے قیادت کرنے والے: {1}۔ بغیر قیادت وعدے: {2}؛ درج اختیار سے باہر: {3}۔"},
	"pic.actors-note": {"A number in brackets says for how many of them the actor is proposed and hasn’t agreed yet.", "Un nombre entre parenthèses indique pour combien d’entre eux l’acteur est proposé et n’a pas encore accepté.", "قوسین میں عدد بتاتا ہے کہ کتنے وعدوں کے لیے ادارہ مجوزہ ہے اور ابھی متفق نہیں۔"},
	"pic.actors-none": {"No actor has a part in a commitment.", "Aucun acteur ne participe à un engagement.", "کسی وعدے میں کسی ادارے کا حصہ نہیں۔"},
	"pic.other-role":  {"other", "autre", "دیگر"},
	"pic.misfit":      {"beyond its stated mandate: {0}", "au-delà de son mandat indiqué : {0}", "درج اختیار سے باہر: {0}"},
	"pic.duty":        {"{0} – {1}: commitments {2}, of which proposed {3}", "{0} – {1} : engagements {2}, dont proposés {3}", "{0} – {1}: وعدے {2}، جن میں مجوزہ {3}"},
	"pic.proposed":    {"{0} ({1})", "{0} ({1})", "{0} ({1})"},
}
