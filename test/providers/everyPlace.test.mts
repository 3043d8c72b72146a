import { readFileSync } from 'node:fs';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { AccountDirectory } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { plainProvider } from '../helpers/plainProvider.ts';
import { casesOf, webhookFiles } from '../helpers/providerCases.mts';
import { missingPlaces, unregistered } from './places.mts';

const root = process.cwd();

describe.each(PROVIDERS)('$displayName', (provider) => {
	it('is in every place where a provider must be', () => {
		expect(missingPlaces(root, provider)).toEqual([]);
	});

	it('has a credential with the prefix of the package and the ending that n8n asks for', () => {
		expect(provider.credentialType).toMatch(/^whatsAppMarkRead\w+Api$/);
	});
});

it('Nothing is there of a provider that is not in the registry', () => {
	expect(unregistered(root, PROVIDERS)).toEqual([]);
	expect(unregistered(root, PROVIDERS.slice(1)).length).toBe(5);
});

it('The credentials that n8n loads are in the order of the registry', () => {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		n8n: { credentials: readonly string[] };
	};

	expect(n8n.credentials.map((path) => path.replace(/.*\/|\.credentials\.js$/g, ''))).toEqual(
		PROVIDERS.map(({ credentialType }) => credentialType.replace(/^./, 'W')),
	);
});

it('A provider that is in the registry alone is missing in every other place', () => {
	const accountDirectory: AccountDirectory = {
		url: String,
		read: () => ({ kind: 'accounts', accounts: [], next: null }),
	};

	const plain = plainProvider({ accountDirectory });

	expect(missingPlaces(root, plain)).toEqual([
		'nodes/WhatsAppMarkRead/providers/plain/index.ts: the provider itself',
		'credentials/PlainApi.credentials.ts: its credential type',
		'credentials/PlainApi.credentials.ts: class PlainApi',
		"credentials/PlainApi.credentials.ts: name = 'plainApi'",
		"credentials/PlainApi.credentials.ts: 'file:../icons/plain.svg'",
		"credentials/PlainApi.credentials.ts: 'file:../icons/plain.dark.svg'",
		'package.json: dist/credentials/PlainApi.credentials.js',
		'package.json: the keyword "plain"',
		'package.json: Plain in the description',
		'tools/icons/masters/plain.svg: the drawing of its icons',
		'icons/plain.svg: its icon (npm run generate)',
		'icons/plain.dark.svg: its icon for the dark theme (npm run generate)',
		'tools/sandbox/providers/plain/index.mts: its stand-in',
		'test/e2e/providers/plain/index.mts: what a real n8n must show of it',
		'test/providers/plain/webhooks/: a webhook of its documents',
		'test/providers/plain/webhooks.json: what differs from the webhooks of its documents',
		'test/providers/plain/requests.json: the request of each call',
		'test/providers/plain/responses.json: responses that accept a request, and others',
		'test/providers/plain/errors.json: a response for each of its errors',
		'test/providers/plain/fields.json: what is typed into its fields',
		'test/providers/plain/connection.json: what is typed into its credential',
		'test/providers/plain/examples.json: requests of its documents, made in n8n',
		'test/providers/plain/credential.json: made-up values of its credential',
		'test/providers/plain/credentialTests.json: what the test of its credential says',
		'test/providers/plain/panel.json: what the panel shows of it',
		'test/providers/plain/messageIds.json: message IDs as its webhooks have them',
		'test/providers/plain/wires.ts: a request with secrets, and responses that repeat them',
		'test/providers/plain/accounts.json: pages of its accounts',
		`docs/providers/${plain.id}.md: its page`,
		'docs/errors.md: a chapter "Plain" (npm run generate)',
		'README.md: Plain in the table of providers (npm run generate)',
		'docs/es/README.md: Plain in the table of providers (npm run generate)',
		'.github/ISSUE_TEMPLATE/bug_report.yml: Plain (npm run generate)',
	]);
});

it('A kind of case that a provider lacks is named with its file', () => {
	expect(() => casesOf('plain', 'requests.json')).toThrow(
		'test/providers/plain/requests.json is missing: see docs/adding-a-provider.md',
	);
	expect(() => webhookFiles('plain')).toThrow('test/providers/plain/webhooks is missing');
});
