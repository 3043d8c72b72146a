import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Operation, Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { renderErrorCatalogue } from './errorCatalogue.mts';

/** A README, and in its language what the registry says and where a provider's page says the rest. */
interface Language {
	readonly pages: string;
	/** First cells of the rows of a page's table, for the columns that come from there. */
	readonly rows: readonly string[];
	readonly steps: string;
	readonly operations: Readonly<Record<Operation, string>>;
	readonly typing: Readonly<Record<Provider['typing'], string>>;
	readonly ids: Readonly<Record<Provider['idsPerCall'], string>>;
}

const ENGLISH: Language = {
	pages: 'docs/providers',
	rows: ['Messages in groups', 'Oldest message', 'Rate limit', 'How we know'],
	steps: '[steps](PAGE#set-up)',
	operations: { markMessage: 'message', markChat: 'chat', markChatUnread: 'unread' },
	typing: { sameCall: 'same request', ownCall: 'own request', none: 'no' },
	ids: { one: '1', many: 'several' },
};

const SPANISH: Language = {
	pages: 'docs/es/providers',
	rows: [
		'Mensajes en grupos',
		'Antigüedad máxima de un mensaje',
		'Límite de uso',
		'Cómo lo sabemos',
	],
	steps: '[pasos](PAGE#configuración)',
	operations: { markMessage: 'mensaje', markChat: 'chat', markChatUnread: 'no leído' },
	typing: { sameCall: 'misma petición', ownCall: 'otra petición', none: 'no' },
	ids: { one: '1', many: 'varios' },
};

const ISSUE_FORM = '.github/ISSUE_TEMPLATE/bug_report.yml';

/** The head and the rows; between them the line of dashes. */
const TABLE = /^(\| (?:Provider|Proveedor) +\|.*\n)\|[ |-]+\n(?:\|.*\n)+/m;

/** The list of providers that the form for issues offers. */
const CHOICES = /(?<=id: provider\n.*\n.*\n +options:\n)( +- .*\n)+/;

/**
 * Every file that is made from the registry of providers, wholly or in part, with what it must hold.
 *
 * @throws TypeError when a file has no place for it, or a provider's page lacks a row that a table needs
 */
export function generatedPages(): ReadonlyArray<readonly [file: string, text: string]> {
	const names = PROVIDERS.map(({ displayName }) => displayName);
	return [
		['docs/errors.md', renderErrorCatalogue()],
		['README.md', withProviderTable('README.md', ENGLISH)],
		['docs/es/README.md', withProviderTable('docs/es/README.md', SPANISH)],
		[
			ISSUE_FORM,
			replaced(ISSUE_FORM, CHOICES, () => names.map((name) => `        - ${name}\n`).join('')),
		],
	];
}

/**
 * A README with its table of providers filled: one row per provider of the registry, with what its page says. A provider
 * without a page in the language has the English one.
 */
function withProviderTable(file: string, language: Language): string {
	return replaced(file, TABLE, (_, head) => {
		const cells = head
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
		return aligned([
			cells,
			...PROVIDERS.map((provider) => rowOf(provider, language, posix.dirname(file))),
		]);
	});
}

function replaced(
	file: string,
	place: RegExp,
	made: (found: string, head: string) => string,
): string {
	const text = readFileSync(file, 'utf8');
	if (!place.test(text)) throw new TypeError(`${file} has no place for it: ${String(place)}`);
	return text.replace(place, made);
}

/** A table with columns of even width, as prettier writes it. */
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
	const widths = head.map((_, column) =>
		Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
	);
	const dashes = widths.map((width) => '-'.repeat(width));
	return [head, dashes, ...rows]
		.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
		.map((row) => `| ${row.join(' | ')} |\n`)
		.join('');
}

function rowOf(provider: Provider, wanted: Language, folder: string): readonly string[] {
	const { id, displayName, operations, typing, idsPerCall } = provider;
	const language = existsSync(`${wanted.pages}/${id}.md`) ? wanted : ENGLISH;
	const page = `${language.pages}/${id}.md`;
	const link = posix.relative(folder, page);
	const [groups = '', ...rest] = language.rows.map((row) => shortCell(page, row));
	return [
		`[${displayName}](${link})`,
		`<a id="${anchorOf(displayName)}"></a>${language.steps.replace('PAGE', link)}`,
		operations.map((operation) => wanted.operations[operation]).join(', '),
		groups,
		wanted.typing[typing],
		wanted.ids[idsPerCall],
		...rest,
	];
}

/** What a row of a page's table says up to the first semicolon; the rest is for those who read the page. */
function shortCell(page: string, row: string): string {
	const text = readFileSync(page, 'utf8');
	const line = text.split('\n').find((candidate) => candidate.startsWith(`| ${row} `));
	const cell = line?.split('|')[2]?.split(';')[0]?.trim();
	if (cell === undefined) throw new TypeError(`${page} has no row "${row}"`);
	return cell;
}

/** The anchor that the provider's chapter of README 1.0.0 had: credentials of that version link to it. */
function anchorOf(displayName: string): string {
	return displayName
		.toLowerCase()
		.replace(/[^a-z\d ]/g, '')
		.replaceAll(' ', '-');
}
