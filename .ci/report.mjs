// Looks at the reports in a folder with Chromium; .ci/report makes them. Before that it looks at broken ones, of each of which it must say
// what is wrong.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const dir = process.argv[2]
const axe = readFileSync(join(dir, 'node_modules/axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
		'--disable-component-update', '--disable-sync'],
})

// look opens a page in one width and colour scheme and says what is wrong with it.
async function look(file, { width, scheme, rules = [] }) {
	const faults = []
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
	page.on('console', (m) => ['error', 'warning'].includes(m.type()) && faults.push(`console: ${m.text()}`))
	page.on('pageerror', (e) => faults.push(`script: ${e.message}`))
	page.on('dialog', (d) => { faults.push('dialog'); d.dismiss() })
	const address = pathToFileURL(file).href
	page.on('request', (r) => r.url() !== address && !r.url().startsWith('data:') && faults.push(`request: ${r.url()}`))
	await page.goto(address)
	faults.push(...await page.evaluate(() => {
		const found = []
		const root = document.documentElement
		if (root.scrollWidth > root.clientWidth) found.push(`overflow: ${root.scrollWidth - root.clientWidth} pixels`)
		const ids = new Set()
		for (const e of document.querySelectorAll('[id]')) {
			if (ids.has(e.id)) found.push(`id: ${e.id} stands twice`)
			ids.add(e.id)
		}
		for (const a of document.querySelectorAll('a')) {
			const to = a.getAttribute('href')
			if (to.startsWith('#') ? !ids.has(decodeURIComponent(to.slice(1))) : !/^https?:\/\//.test(to)) found.push(`link: ${to}`)
		}
		if (document.querySelector('script, iframe, object, embed, form, base')) found.push('element: one that has no place here')
		for (const e of document.querySelectorAll('*')) for (const a of e.attributes) if (a.name.startsWith('on')) found.push(`handler: ${a.name}`)
		if (document.querySelectorAll('main > section').length !== 13) found.push('sections: not thirteen')
		if (getComputedStyle(document.querySelector('h1')).display === 'none') found.push('style: the title is hidden')
		return found
	}))
	if (rules.length > 0) { // but in pictures, whose tests measure them
		await page.evaluate(axe)
		const { violations } = await page.evaluate((rules) => {
			const contrast = { 'color-contrast': { enabled: rules.includes('contrast') } }
			return window.axe.run({ exclude: ['svg'] }, { resultTypes: ['violations'], rules: contrast })
		}, rules)
		for (const v of violations) if (['serious', 'critical'].includes(v.impact)) faults.push(`axe: ${v.id}: ${v.nodes[0].html.slice(0, 160)} (${v.nodes.length})`)
	}
	await page.close()
	return faults
}

// print makes a PDF and says what is wrong with its pages.
async function print(file, { marking, most }) {
	const page = await browser.newPage()
	await page.goto(pathToFileURL(file).href)
	const pdf = file.replace(/html$/, 'pdf')
	await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
	await page.close()
	const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1)
	const faults = []
	if (pages.length < 8 || pages.length > most) faults.push(`print: ${pages.length} pages`)
	pages.forEach((text, i) => {
		if (!text.includes(marking)) faults.push(`print: page ${i + 1} has no marking`)
		if (text.trim().split(/\s+/).length < 12) faults.push(`print: page ${i + 1} is empty`)
	})
	return { faults, pages: pages.length }
}

// What is broken is found.
const sound = readFileSync(join(dir, 'small.html'), 'utf8')
const broken = {
	'overflow:': '<div style="width:3000px">wide</div>',
	'id:': '<p id="_overview">twice</p>',
	'link:': '<a href="#nowhere">dead</a>',
	'element:': '<form></form>',
	'handler:': '<p onclick="">x</p>',
	'console:': '<img src="https://example.org/x.png" alt="">',
	'axe:': '<p style="color:#eee;background:#fff">pale</p>',
}
for (const [want, markup] of Object.entries(broken)) {
	const file = join(dir, 'broken.html')
	writeFileSync(file, sound.replace('<main id="_main">', `<main id="_main">${markup}`))
	const faults = await look(file, { width: 1440, scheme: 'light', rules: want === 'axe:' ? ['contrast'] : [] })
	if (!faults.some((f) => f.startsWith(want))) {
		console.log(`a broken page passes: ${want} ${markup}`)
		process.exit(1)
	}
}

let count = 0
let bad = 0
const say = (what, faults) => {
	count++
	if (process.env.OCS_VERBOSE) console.log(`${what} (${Math.round(performance.now() / 1000)}s)`)
	for (const f of faults.slice(0, 20)) console.log(`${what}: ${f}`)
	bad += faults.length
}
// Accessibility takes seconds a view, contrast most of them: its colours are the same on every page.
const all = ['360 light', '360 dark', '768 light', '768 dark', '1440 light', '1440 dark']
const views = {
	'pakistan-en': { seen: all, judged: { '360 light': ['all'], '1440 light': ['all', 'contrast'], '1440 dark': ['all', 'contrast'] } },
	'pakistan-fr': { seen: ['360 light', '1440 light'], judged: { '1440 light': ['all'] } },
	'pakistan-ur': { seen: all, judged: { '1440 light': ['all'] } },
	hostile: { seen: ['360 light', '768 dark', '1440 light'], judged: { '1440 light': ['all'] } },
	large: { seen: ['360 light'], judged: {} },
}
for (const [name, { seen, judged }] of Object.entries(views)) {
	for (const view of seen) {
		const [width, scheme] = view.split(' ')
		say(`${name}, ${view}`, await look(join(dir, `${name}.html`), { width: Number(width), scheme, rules: judged[view] }))
	}
}
for (const name of ['pakistan-en', 'pakistan-ur']) {
	const { faults, pages } = await print(join(dir, `${name}.html`), { marking: 'TLP:AMBER', most: 120 })
	say(`${name}, print, ${pages} pages`, faults)
}
await browser.close()
if (bad > 0) process.exit(1)
console.log(`${count} views of reports are sound`)
