import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { headings, tables } from '../docs/pages.mts';

const ISSUE_FORM = '.github/ISSUE_TEMPLATE/bug_report.yml';

/** The folders that hold one of each provider, by the name of its main file; what several share has none. */
const FOLDERS = [
	'nodes/WhatsAppMarkRead/providers',
	'test/providers',
	'tools/sandbox/providers',
	'test/e2e/providers',
];

const MAIN_FILE = /^(index\.m?ts|webhooks\.json)$/;

/** Where a provider must be, besides the registry. */
interface Place {
	/** Named when the provider is missing there: the file, and what belongs into it. */
	readonly name: string;
	readonly holds: boolean;
}

/** What the shared tests read of every provider in `test/providers/<id>/`, and what it holds. */
const CASES = {
	'webhooks.json': 'what differs from the webhooks of its documents',
	'requests.json': 'the request of each call',
	'responses.json': 'responses that accept a request, and others',
	'errors.json': 'a response for each of its errors',
	'fields.json': 'what is typed into its fields',
	'connection.json': 'what is typed into its credential',
	'examples.json': 'requests of its documents, made in n8n',
	'credential.json': 'made-up values of its credential',
	'credentialTests.json': 'what the test of its credential says',
	'panel.json': 'what the panel shows of it',
	'messageIds.json': 'message IDs as its webhooks have them',
	'wires.ts': 'a request with secrets, and responses that repeat them',
} as const;

/**
 * Looks for a provider in every place where one must be.
 * @param root the project's folder
 * @returns the names of the places where it is missing
 */
export function missingPlaces(root: string, provider: Provider): readonly string[] {
	return [
		...placesInCode(root, provider),
		...casesOf(root, provider),
		...placesInPages(root, provider),
	]
		.filter(({ holds }) => !holds)
		.map(({ name }) => name);
}

/**
 * The folders and credentials of providers that are not in the registry.
 * @param root the project's folder
 */
export function unregistered(root: string, providers: readonly Provider[]): readonly string[] {
	const known = [
		...FOLDERS.flatMap((folder) => providers.map(({ id }) => `${folder}/${id}`)),
		...providers.map((provider) => credentialOf(provider).path),
	];
	const found = [
		...FOLDERS.flatMap((folder) =>
			namesIn(root, folder)
				.filter((name) => namesIn(root, `${folder}/${name}`).some((file) => MAIN_FILE.test(file)))
				.map((name) => `${folder}/${name}`),
		),
		...namesIn(root, 'credentials').map((name) => `credentials/${name}`),
	];
	return found
		.filter((path) => !known.includes(path))
		.map((path) => `${path} is not in the registry, nodes/WhatsAppMarkRead/providers/index.ts`);
}

function placesInCode(root: string, provider: Provider): readonly Place[] {
	const { id, displayName } = provider;
	const { path, className } = credentialOf(provider);
	const code = textOf(root, path);
	const { n8n, keywords, description } = JSON.parse(textOf(root, 'package.json')) as {
		readonly n8n: { readonly credentials: readonly string[] };
		readonly keywords: readonly string[];
		readonly description: string;
	};
	const built = `dist/${path.replace('.ts', '.js')}`;
	const keyword = displayName.toLowerCase();
	return [
		file(root, `nodes/WhatsAppMarkRead/providers/${id}/index.ts`, 'the provider itself'),
		file(root, path, 'its credential type'),
		...[
			`class ${className}`,
			`name = '${provider.credentialType}'`,
			`'file:../icons/${id}.svg'`,
			`'file:../icons/${id}.dark.svg'`,
		].map((line) => ({ name: `${path}: ${line}`, holds: code.includes(line) })),
		{ name: `package.json: ${built}`, holds: n8n.credentials.includes(built) },
		{ name: `package.json: the keyword "${keyword}"`, holds: keywords.includes(keyword) },
		{
			name: `package.json: ${displayName} in the description`,
			holds: description.includes(displayName),
		},
		file(root, `tools/icons/masters/${id}.svg`, 'the drawing of its icons'),
		made(file(root, `icons/${id}.svg`, 'its icon')),
		made(file(root, `icons/${id}.dark.svg`, 'its icon for the dark theme')),
		file(root, `tools/sandbox/providers/${id}/index.mts`, 'its stand-in'),
		file(root, `test/e2e/providers/${id}/index.mts`, 'what a real n8n must show of it'),
	];
}

function casesOf(root: string, { id, accountDirectory }: Provider): readonly Place[] {
	const folder = `test/providers/${id}`;
	const wanted = {
		...CASES,
		...(accountDirectory && { 'accounts.json': 'pages of its accounts' }),
	};
	return [
		{
			name: `${folder}/webhooks/: a webhook of its documents`,
			holds: namesIn(root, `${folder}/webhooks`).some((name) => name.endsWith('.json')),
		},
		...Object.entries(wanted).map(([name, what]) => file(root, `${folder}/${name}`, what)),
	];
}

function placesInPages(root: string, provider: Provider): readonly Place[] {
	const { id, displayName } = provider;
	return [
		file(root, `docs/providers/${id}.md`, 'its page'),
		made({
			name: `docs/errors.md: a chapter "${displayName}"`,
			holds: headings(textOf(root, 'docs/errors.md')).some(({ text }) => text === displayName),
		}),
		...['README.md', 'docs/es/README.md'].map((page) =>
			made({
				name: `${page}: ${displayName} in the table of providers`,
				holds: tableCells(textOf(root, page)).includes(displayName),
			}),
		),
		made({
			name: `${ISSUE_FORM}: ${displayName}`,
			holds: textOf(root, ISSUE_FORM).includes(displayName),
		}),
	];
}

/** A place that `npm run generate` writes. */
function made({ name, holds }: Place): Place {
	return { name: `${name} (npm run generate)`, holds };
}

function credentialOf({ credentialType }: Provider) {
	const className = credentialType.charAt(0).toUpperCase() + credentialType.slice(1);
	return { className, path: `credentials/${className}.credentials.ts` };
}

function file(root: string, name: string, what: string): Place {
	return { name: `${name}: ${what}`, holds: existsSync(join(root, name)) };
}

function namesIn(root: string, folder: string): readonly string[] {
	const path = join(root, folder);
	return existsSync(path) && statSync(path).isDirectory() ? readdirSync(path) : [];
}

function textOf(root: string, name: string): string {
	const path = join(root, name);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The cells of all tables, with what a link shows in place of the link. */
function tableCells(page: string): readonly string[] {
	return tables(page)
		.flat(2)
		.map((cell) => cell.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1'));
}
