import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { renderErrorCatalogue } from './errorCatalogue.mts';
import {
	comparisonRows,
	ENGLISH,
	introduction,
	readmeRows,
	SPANISH,
	type Language,
} from './providerTables.mts';

const COMPARISON = 'docs/providers/README.md';

const ISSUE_FORM = '.github/ISSUE_TEMPLATE/bug_report.yml';

/** The head and the rows of a table of providers; between them the line of dashes. */
const TABLE = /^(\| (?:Provider|Proveedor) +\|.*\n)\|[ |-]+\n(?:\|.*\n)+/m;

/** The list of providers that the form for issues offers. */
const CHOICES = /(?<=id: provider\n.*\n.*\n +options:\n)( +- .*\n)+/;

/**
 * Every file that is made from the registry of providers, wholly or in part, with what it must hold.
 *
 * @throws TypeError when a file has no place for it, or a provider's page lacks a row that a table needs
 */
export function generatedPages(): ReadonlyArray<readonly [file: string, text: string]> {
	const choices = PROVIDERS.map(({ displayName }) => `        - ${displayName}\n`).join('');
	return [
		['docs/errors.md', renderErrorCatalogue()],
		['README.md', readme('README.md', ENGLISH)],
		['docs/es/README.md', readme('docs/es/README.md', SPANISH)],
		[COMPARISON, withTable(textOf(COMPARISON), COMPARISON, comparisonRows())],
		[ISSUE_FORM, replaced(textOf(ISSUE_FORM), ISSUE_FORM, CHOICES, () => choices)],
	];
}

/** A README with the names of all providers at its top, and its table of providers. */
function readme(file: string, language: Language): string {
	const sentence = new RegExp(`^${language.introduction[0]} .*$`, 'm');
	const named = replaced(textOf(file), file, sentence, () => introduction(language));
	return withTable(named, file, readmeRows(language, posix.dirname(file)));
}

function withTable(text: string, file: string, rows: ReadonlyArray<readonly string[]>): string {
	return replaced(text, file, TABLE, (_, head) => {
		const cells = head
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
		return aligned([cells, ...rows]);
	});
}

function textOf(file: string): string {
	return readFileSync(file, 'utf8');
}

function replaced(
	text: string,
	file: string,
	place: RegExp,
	made: (found: string, head: string) => string,
): string {
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
