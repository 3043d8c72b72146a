import { readFileSync } from 'node:fs';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { plainProvider } from '../helpers/plainProvider.ts';
import { issueFormProviders, missingPlaces } from './places.mts';

const root = process.cwd();

describe.each(PROVIDERS)('$displayName', (provider) => {
	it('is in every place where a provider must be', () => {
		expect(missingPlaces(root, provider)).toEqual([]);
	});

	it('has a credential with the prefix of the package and the ending that n8n asks for', () => {
		expect(provider.credentialType).toMatch(/^whatsAppMarkRead\w+Api$/);
	});
});

describe('In the order of the registry are', () => {
	it('the credentials that n8n loads', () => {
		const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as {
			n8n: { credentials: readonly string[] };
		};

		expect(n8n.credentials.map((path) => path.replace(/.*\/|\.credentials\.js$/g, ''))).toEqual(
			PROVIDERS.map(({ credentialType }) => credentialType.replace(/^./, 'W')),
		);
	});

	it('the providers that the form for issues offers', () => {
		expect(issueFormProviders(root)).toEqual(PROVIDERS.map(({ displayName }) => displayName));
	});
});

it('A provider that is in the registry alone is told every place where it is missing', () => {
	expect(missingPlaces(root, plainProvider())).toEqual([
		'nodes/WhatsAppMarkRead/providers/plain/index.ts',
		'credentials/PlainApi.credentials.ts',
		'credentials/PlainApi.credentials.ts: class PlainApi',
		"credentials/PlainApi.credentials.ts: name = 'plainApi'",
		"credentials/PlainApi.credentials.ts: 'file:../icons/plain.svg'",
		"credentials/PlainApi.credentials.ts: 'file:../icons/plain.dark.svg'",
		'package.json: dist/credentials/PlainApi.credentials.js',
		'scripts/icons/masters/plain.svg',
		'icons/plain.svg',
		'icons/plain.dark.svg',
		'test/providers/plain/credential.json',
		'test/providers/plain/messageIds.json',
		'test/providers/plain/panel.json',
		'test/providers/plain/wires.ts',
		'sandbox/providers/plain/index.mts',
		'e2e/providers/plain/index.mts',
		'docs/errors.md: a chapter "Plain"',
		'docs/fields.md: a chapter "plainApi"',
		'README.md: Plain in the table of providers',
		'README.es.md: Plain in the table of providers',
		'.github/ISSUE_TEMPLATE/bug_report.yml: Plain among the providers',
	]);
});
