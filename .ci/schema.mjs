// Drives the YAML language server as an editor does, over standard input and output. See .ci/schema.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const work = process.argv[2];
const server = spawn(process.execPath, [join(work, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], {
	stdio: ['pipe', 'pipe', 'inherit'],
});
setTimeout(() => { throw new Error('the language server does not answer'); }, 60_000).unref();

// The protocol: JSON-RPC messages, each behind its length.
let buffer = Buffer.alloc(0);
let calls = 0;
const answers = new Map();
const diagnosed = new Map();
server.stdout.on('data', (data) => {
	buffer = Buffer.concat([buffer, data]);
	for (let head; (head = buffer.indexOf('\r\n\r\n')) >= 0; ) {
		const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))[1]);
		if (buffer.length < end) return;
		receive(JSON.parse(buffer.toString('utf8', head + 4, end)));
		buffer = buffer.subarray(end);
	}
});

function send(message) {
	const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
	server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
	server.stdin.write(body);
}

function receive({ id, method, params, result, error }) {
	if (method === 'workspace/configuration') {
		const yaml = { schemaStore: { enable: false }, validate: true, completion: true, hover: true };
		send({ id, result: params.items.map((item) => (item.section === 'yaml' ? yaml : null)) });
	} else if (method === 'textDocument/publishDiagnostics') {
		diagnosed.get(params.uri)?.(params.diagnostics);
	} else if (method && id !== undefined) {
		send({ id, result: null });
	} else if (!method) {
		assert.equal(error, undefined);
		answers.get(id)(result);
	}
}

function call(method, params) {
	return new Promise((resolve) => {
		answers.set(++calls, resolve);
		send({ id: calls, method, params });
	});
}

// open opens a document of a kind and returns what the server says of it: the lines and messages of its diagnostics, and the answers
// where the text has a ¦.
async function open(name, kind, text) {
	text = `# yaml-language-server: $schema=ocs-v1.${kind}.schema.json\n${text}`;
	const lines = text.split('\n');
	const line = lines.findIndex((l) => l.includes('¦'));
	const uri = pathToFileURL(join(work, name)).href;
	const diagnostics = new Promise((resolve) => diagnosed.set(uri, resolve));
	send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text: text.replace('¦', '') } } });
	const opened = { marked: (await diagnostics).map((d) => [d.range.start.line + 1, d.message]) };
	if (line >= 0) {
		const at = { textDocument: { uri }, position: { line, character: lines[line].indexOf('¦') } };
		opened.completed = new Map((await call('textDocument/completion', at)).items.map((i) => [i.label, i.documentation?.value ?? i.documentation]));
		opened.hover = (await call('textDocument/hover', at))?.contents.value ?? '';
	}
	return opened;
}

const marks = ({ marked }) => marked.map(([line]) => line).sort((a, b) => a - b);

await call('initialize', {
	processId: process.pid,
	rootUri: pathToFileURL(work).href,
	capabilities: {
		textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } },
		workspace: { configuration: true },
	},
});
send({ method: 'initialized', params: {} });

// Names are completed, and explained.
let doc = await open('name.strategy.yaml', 'strategy', 'schema: ocs/v1\nplans:\n  - id: p\n    commitments:\n      - id: c\n        ¦\n');
assert.deepEqual([...doc.completed.keys()].slice(0, 3), ['kind', 'parent', 'continues'], 'members in the order of the model');
assert.match(doc.completed.get('lead'), /accountable actor/);
assert.ok(!doc.completed.has('id'), 'what is there is not offered again');

// Terms are completed, and explained; others are not refused.
doc = await open('stage.strategy.yaml', 'strategy', 'schema: ocs/v1\nstage: ¦unheard-of\n');
assert.ok(['draft', 'adopted', 'review'].every((term) => doc.completed.has(term)));
assert.match(doc.completed.get('draft'), /being written/);
assert.match(doc.hover, /^stage is where the strategy stands/);
assert.deepEqual(doc.marked, []);

// Forms of text are shown by examples, and none offers true or false.
doc = await open('form.strategy.yaml', 'strategy', 'schema: ocs/v1\nplans:\n  - commitments:\n      - deadline: ¦\n');
assert.ok(['quarterly', 'continuous', '2027-Q2', 'adoption+90d'].every((form) => doc.completed.has(form)));
doc = await open('text.strategy.yaml', 'strategy', 'schema: ocs/v1\ntitle: ¦\n');
assert.deepEqual([...doc.completed.keys()], []);

// What the codec refuses is marked, in words, on its line; text that looks like a number is not.
doc = await open('faults.strategy.yaml', 'strategy', `id: 0123
version: 1.10
titel: x
period: 2026-2030
jurisdiction: {countries: [NO]}
actors:
  - id: a b
    name:
threats: none
reports: [{updates: [{percent: "4", date: 2027}]}]
`);
assert.deepEqual(marks(doc), [2, 4, 5, 8, 9, 10, 11]);
const said = doc.marked.map(([, message]) => message).join('\n');
for (const words of ['Missing property "schema"', 'titel is not allowed', 'a period is START/END', 'an identifier is', 'Expected "number"']) {
	assert.ok(said.includes(words), `${words} is not in:\n${said}`);
}

// The documents beside a strategy have schemas of their own.
doc = await open('ur.yaml', 'translation', 'schema: ocs/v1\ntexts:\n  - element: t\n    feild: name\n    ¦\n');
assert.ok(['field', 'source', 'text'].every((name) => doc.completed.has(name)));
assert.ok(marks(doc).includes(5));
doc = await open('x.tailoring.yaml', 'tailoring', 'schema: ocs/v1\nset:\n  period: soon\n  ¦\n');
assert.ok(doc.completed.has('title') && marks(doc).includes(4));

// Nothing is marked in the documents of the project that are meant to be right.
const right = [
	['strategy', 'strategy/codec/testdata/versions/v1/document.yaml'],
	['translation', 'examples/pakistan/nsaoc/translations/ur.yaml'],
	['tailoring', 'examples/province/punjab.tailoring.yaml'],
	...readdirSync('strategy/codec/testdata/documents').map((name) => ['strategy', `strategy/codec/testdata/documents/${name}`]),
];
for (const [i, [kind, file]] of right.entries()) {
	doc = await open(`${i}.yaml`, kind, readFileSync(file, 'utf8'));
	assert.deepEqual(doc.marked, [], file);
}
console.log(`the language server completes, explains and marks; it marks nothing in ${right.length} documents that are right`);
await call('shutdown');
send({ method: 'exit' });
