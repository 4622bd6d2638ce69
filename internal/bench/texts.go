package main

import "strconv"

// language is a table of phrases: a sentence is an opening and an ending.
// The sentences are made for measuring; they describe no real plan.
type language struct {
	tag      string
	openings []string
	endings  []string
	stop     string
}

var languages = []language{
	{
		tag: "en",
		openings: []string{
			"The lead agency trains investigators in every province",
			"Prosecutors and financial analysts meet each month",
			"A joint unit at the main port inspects containers",
			"Labour inspectors visit brick kilns, farms and workshops",
			"Schools and community groups hold awareness sessions",
			"Courts set up a separate list for organised crime cases",
			"Border posts record each refused crossing in one register",
			"The helpline answers callers in four languages",
		},
		endings: []string{
			"so that networks are traced from the street to those who profit from them",
			"and publishes what was found, without names, twice a year",
			"before the new rules on seized property come into force",
			"with safeguards that an independent office reviews at fixed intervals",
			"together with neighbouring provinces that share the same routes",
			"and refers those who were exploited to shelter, counsel and medical care",
			"while the parliamentary committee receives figures on cost and results",
			"as the assessment of the previous year recommended to all partners",
		},
		stop: ".",
	},
	{
		tag: "fr",
		openings: []string{
			"Le service chef de file forme les enquêteurs dans chaque province",
			"Les procureurs et les analystes financiers se réunissent chaque mois",
			"Une unité mixte contrôle les conteneurs dans le port principal",
			"L’inspection du travail visite les briqueteries et les ateliers",
			"Les écoles et les associations tiennent des séances d’information",
			"Les tribunaux ouvrent un rôle distinct pour la criminalité organisée",
			"Les postes frontière notent chaque refus dans un seul registre",
			"La ligne d’écoute répond à ceux qui appellent, en quatre langues",
		},
		endings: []string{
			"afin de remonter les réseaux jusqu’à ceux qui en tirent profit",
			"et publie deux fois par an ce qui a été constaté, sans aucun nom",
			"avant l’entrée en vigueur des nouvelles règles sur les biens saisis",
			"avec des garanties qu’un bureau indépendant réexamine régulièrement",
			"en accord avec les provinces voisines, traversées par les mêmes routes",
			"et oriente les personnes exploitées vers un abri, un conseil et des soins",
			"tandis que la commission parlementaire reçoit les coûts et les résultats",
			"comme l’évaluation de l’année précédente l’avait recommandé à tous",
		},
		stop: ".",
	},
	{
		tag: "ur",
		openings: []string{
			"ذمہ دار ادارہ ہر صوبے میں تفتیشی افسران کو تربیت دیتا ہے",
			"سرکاری وکلا اور مالیاتی ماہرین ہر ماہ ملاقات کرتے ہیں",
			"مرکزی بندرگاہ پر مشترکہ ٹیم کنٹینروں کا معائنہ کرتی ہے",
			"لیبر انسپکٹر بھٹوں، کھیتوں اور کارخانوں کا دورہ کرتے ہیں",
			"اسکول اور مقامی تنظیمیں آگاہی کی نشستیں منعقد کرتی ہیں",
			"عدالتیں منظم جرائم کے مقدمات کے لیے الگ فہرست بناتی ہیں",
			"سرحدی چوکیاں ہر انکار کو ایک ہی رجسٹر میں درج کرتی ہیں",
			"ہیلپ لائن چار زبانوں میں لوگوں کے سوالوں کا جواب دیتی ہے",
		},
		endings: []string{
			"تاکہ گروہوں کے اصل فائدہ اٹھانے والوں تک پہنچا جا سکے",
			"اور نتائج سال میں دو بار بغیر نام کے شائع کیے جاتے ہیں",
			"اس سے پہلے کہ ضبط شدہ املاک کے نئے قواعد نافذ ہوں",
			"اور ایک آزاد دفتر مقررہ وقفوں سے حفاظتی اقدامات کا جائزہ لیتا ہے",
			"ان ہمسایہ صوبوں کے ساتھ مل کر جہاں سے یہی راستے گزرتے ہیں",
			"اور متاثرہ افراد کو پناہ، مشورے اور علاج کی سہولت دی جاتی ہے",
			"جبکہ پارلیمانی کمیٹی کو اخراجات اور نتائج کے اعداد دیے جاتے ہیں",
			"جیسا کہ پچھلے سال کے جائزے میں تمام شراکت داروں کو کہا گیا تھا",
		},
		stop: "۔",
	},
}

// generator is a linear congruential generator (the constants of Knuth's
// MMIX), so that the same n gives the same document everywhere.
type generator struct {
	state uint64
	buf   []byte
}

// pick returns a number from 0 to n-1.
func (g *generator) pick(n int) int {
	g.state = g.state*6364136223846793005 + 1442695040888963407
	return int((g.state >> 33) % uint64(n))
}

// title returns one sentence, numbered so that no two are equal.
func (g *generator) title(i int) string {
	l := g.language()
	b := append(g.buf[:0], l.openings[g.pick(len(l.openings))]...)
	b = append(b, " ("...)
	b = strconv.AppendInt(b, int64(i), 10)
	g.buf = append(b, ')')
	return string(g.buf)
}

// text returns sentences of one language, of at most 400 characters in all.
// Each call returns memory of its own, as a decoder would.
func (g *generator) text(sentences int) string {
	l := g.language()
	b := g.buf[:0]
	for i := range sentences {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, l.openings[g.pick(len(l.openings))]...)
		b = append(b, ' ')
		b = append(b, l.endings[g.pick(len(l.endings))]...)
		b = append(b, l.stop...)
	}
	g.buf = b
	return string(b)
}

// language chooses a language: half of the texts are English, a quarter
// French and a quarter Urdu.
func (g *generator) language() language {
	switch n := g.pick(8); {
	case n < 4:
		return languages[0]
	case n < 6:
		return languages[1]
	}
	return languages[2]
}

// id returns prefix and number.
func id[T ~string](prefix string, numbers ...int) T {
	b := make([]byte, 0, 24)
	b = append(b, prefix...)
	for _, n := range numbers {
		b = append(b, '-')
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return T(b)
}
