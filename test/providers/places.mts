import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { headings, prose } from '../docs/markdown.mts';

/** Where a provider must be, besides the registry. */
interface Place {
	/** Named when the provider is missing there: the file, and what belongs into it. */
	readonly name: string;
	readonly holds: boolean;
}

/**
 * Looks for a provider in every place where one must be.
 * @param root the project's folder
 * @returns the names of the places where it is missing
 */
export function missingPlaces(root: string, provider: Provider): readonly string[] {
	return placesOf(root, provider)
		.filter(({ holds }) => !holds)
		.map(({ name }) => name);
}

/** The providers that the form for issues offers. */
export function issueFormProviders(root: string): readonly string[] {
	const { body } = parse(textOf(root, '.github/ISSUE_TEMPLATE/bug_report.yml')) as {
		readonly body: ReadonlyArray<{
			readonly id?: string;
			readonly attributes: { readonly options?: readonly string[] };
		}>;
	};
	return body.find(({ id }) => id === 'provider')?.attributes.options ?? [];
}

function placesOf(root: string, { id, displayName, credentialType }: Provider): readonly Place[] {
	const className = credentialType.charAt(0).toUpperCase() + credentialType.slice(1);
	const credential = `credentials/${className}.credentials.ts`;
	const code = textOf(root, credential);
	const [, label = credentialType] = /displayName = '(.+)';/.exec(code) ?? [];

	const file = (name: string): Place => ({ name, holds: existsSync(join(root, name)) });
	const heading = (page: string, text: string): Place => ({
		name: `${page}: a chapter "${text}"`,
		holds: headings(textOf(root, page)).some((found) => found.text === text),
	});
	const line = (name: string, text: string, wanted: string): Place => ({
		name: `${name}: ${wanted}`,
		holds: text.includes(wanted),
	});
	return [
		file(`nodes/WhatsAppMarkRead/providers/${id}/index.ts`),
		file(credential),
		line(credential, code, `class ${className}`),
		line(credential, code, `name = '${credentialType}'`),
		line(credential, code, `'file:../icons/${id}.svg'`),
		line(credential, code, `'file:../icons/${id}.dark.svg'`),
		line('package.json', textOf(root, 'package.json'), `dist/${credential.replace('.ts', '.js')}`),
		file(`scripts/icons/masters/${id}.svg`),
		file(`icons/${id}.svg`),
		file(`icons/${id}.dark.svg`),
		...['credential.json', 'messageIds.json', 'panel.json', 'wires.ts'].map((name) =>
			file(`test/providers/${id}/${name}`),
		),
		file(`sandbox/providers/${id}/index.mts`),
		file(`e2e/providers/${id}/index.mts`),
		heading('docs/errors.md', displayName),
		heading('docs/fields.md', label),
		...['README.md', 'README.es.md'].map((page) => ({
			name: `${page}: ${displayName} in the table of providers`,
			holds: tableCells(textOf(root, page)).includes(displayName),
		})),
		{
			name: `.github/ISSUE_TEMPLATE/bug_report.yml: ${displayName} among the providers`,
			holds: issueFormProviders(root).includes(displayName),
		},
	];
}

function textOf(root: string, file: string): string {
	const path = join(root, file);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The cells of all tables, with what a link shows in place of the link. */
function tableCells(page: string): readonly string[] {
	return prose(page)
		.filter((row) => row.startsWith('|'))
		.flatMap((row) => row.split('|'))
		.map((cell) => cell.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').trim());
}
