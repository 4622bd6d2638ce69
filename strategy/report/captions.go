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
}
