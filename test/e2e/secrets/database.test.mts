import { stringify } from 'flatted';

import type { StoredData, StoredTable } from './database/read.mts';
import { searchDatabase } from './database/search.mts';

const SECRETS = {
	ofCredentials: [{ label: 'a token', value: 'dummy-credential' }],
	ofWebhooks: [{ label: 'a payload token', value: 'dummy-payload' }],
};

const WORKFLOW = {
	nodes: [
		{ name: 'Webhook', type: 'n8n-nodes-base.webhook' },
		{ name: 'Mark', type: 'n8n-nodes-whatsapp-mark-read.whatsAppMarkRead' },
	],
};

/** What n8n stores of one execution; the webhook has brought the token of the payload. */
function execution(markOutput: object, webhookOutput: object = { token: 'dummy-payload' }) {
	const runData = { Webhook: [webhookOutput], Mark: [markOutput] };
	return {
		name: 'execution_data',
		rows: [
			{
				executionId: 7,
				workflowData: JSON.stringify(WORKFLOW),
				data: stringify({ resultData: { runData } }),
			},
		],
	};
}

function stored(tables: readonly StoredTable[], rest: Partial<StoredData> = {}): StoredData {
	return { tables, bytes: 'page dummy-payload page', files: [], ...rest };
}

describe('The search of n8n’s database', () => {
	it('finds nothing where only the Webhook node has stored the token it received', () => {
		const { leaks, summary } = searchDatabase(stored([execution({ read: true })]), SECRETS);

		expect(leaks).toEqual([]);
		expect(summary).toContain('1 executions hold a secret');
	});

	it.each([
		['put out by the node', 'dummy-credential', 'a token'],
		['taken over from the payload', 'dummy-payload', 'a payload token'],
	])('finds a planted secret that was %s', (_how, planted, label) => {
		const { leaks } = searchDatabase(stored([execution({ error: `No: ${planted}` })]), SECRETS);

		expect(leaks).toEqual([`SECRET FOUND: ${label} (plain) in n8n's database, execution 7`]);
	});

	it('finds a planted secret in any other table', () => {
		const settings = { name: 'settings', rows: [{ key: 'a', value: 'dummy-payload' }] };

		const { leaks } = searchDatabase(stored([execution({}), settings]), SECRETS);

		expect(leaks).toEqual([
			"SECRET FOUND: a payload token (plain) in n8n's database, table settings",
		]);
	});

	it('finds a credential’s secret that the Webhook node has stored', () => {
		const { leaks } = searchDatabase(
			stored([execution({}, { token: 'dummy-payload', header: 'dummy-credential' })]),
			SECRETS,
		);

		expect(leaks).toEqual(['SECRET FOUND: a token (plain) in what n8n’s Webhook node stored']);
	});

	it('finds a secret in rows that were deleted, whose bytes are still in the file', () => {
		const bytes = 'dummy-payload … dummy-credential';

		const { leaks } = searchDatabase(stored([execution({})], { bytes }), SECRETS);

		expect(leaks).toEqual(["SECRET FOUND: a token (plain) in the bytes of n8n's database"]);
	});

	it('finds a secret in the files beside the database', () => {
		const files = [{ name: 'n8nEventLog.log', text: '{"token":"dummy-payload"}' }];

		const { leaks } = searchDatabase(stored([execution({})], { files }), SECRETS);

		expect(leaks).toEqual(["SECRET FOUND: a payload token (plain) in n8n's file n8nEventLog.log"]);
	});

	it('fails when it does not see what n8n’s Webhook node must have stored', () => {
		const { leaks } = searchDatabase(stored([execution({}, {})]), SECRETS);

		expect(leaks).toEqual([expect.stringContaining('SEARCH IS BLIND')]);
	});
});
