import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkRead } from '../../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import { credentialOf } from '../../../helpers/credentials';
import { useFakeNetwork } from '../../../helpers/fakeNetwork';
import { loadOptionsContext } from '../../../helpers/loadOptions';

useFakeNetwork();

const GRAPH = 'https://graph.facebook.com';
const GRAPH_PATH = '/v25.0/102290129340398/phone_numbers';
const GRAPH_QUERY = { fields: 'id,display_phone_number,verified_name', limit: '100' };

interface Search {
	readonly provider: string;
	readonly filter?: string;
	readonly cursor?: string;
	/** Replaces fields of the provider's test credential. */
	readonly credential?: IDataObject;
}

async function search(given: Search): Promise<INodeListSearchResult> {
	const { provider, filter, cursor, credential = {} } = given;
	const { type, data } = credentialOf(provider);
	const changed = { type, data: { ...data, ...credential } as typeof data };
	const { searchAccounts } = new WhatsAppMarkRead().methods.listSearch;
	return await searchAccounts.call(loadOptionsContext({ provider }, changed), filter, cursor);
}

async function failedSearch(given: Search): Promise<NodeOperationError> {
	const result: unknown = await search(given).catch((error: unknown) => error);
	expect(result).toBeInstanceOf(NodeOperationError);
	return result as NodeOperationError;
}

const GRAPH_NUMBERS = {
	data: [
		{
			id: '106540352242922',
			display_phone_number: '+1 555-078-3881',
			verified_name: "Jasper's Market",
		},
		{ id: '106540352242999', display_phone_number: '+44 7441 429009' },
	],
};

describe('The list of phone numbers of the Cloud API', () => {
	it('shows number and name of every phone number of the business account', async () => {
		nock(GRAPH, { reqheaders: { authorization: 'Bearer dummy-cloud-token' } })
			.get(GRAPH_PATH)
			.query(GRAPH_QUERY)
			.reply(200, GRAPH_NUMBERS);

		expect(await search({ provider: 'cloudApi' })).toEqual({
			results: [
				{ name: "+1 555-078-3881 · Jasper's Market", value: '106540352242922' },
				{ name: '+44 7441 429009', value: '106540352242999' },
			],
			paginationToken: undefined,
		});
	});

	it.each([
		['part of the name, in any case', ' jasper', '106540352242922'],
		['part of the number', '7441', '106540352242999'],
		['part of the id', '2242999', '106540352242999'],
	])('is narrowed by %s', async (_what, filter, id) => {
		nock(GRAPH).get(GRAPH_PATH).query(GRAPH_QUERY).reply(200, GRAPH_NUMBERS);

		const { results } = await search({ provider: 'cloudApi', filter });

		expect(results.map(({ value }) => value)).toEqual([id]);
	});

	it("goes on with the cursor of Meta's answer, and never with its paging.next, which carries a token", async () => {
		let callsToNext = 0;
		nock('https://next.example.com')
			.get('/page')
			.query(true)
			.optionally()
			.reply(200, () => {
				callsToNext += 1;
				return { data: [] };
			});
		nock(GRAPH)
			.get(GRAPH_PATH)
			.query(GRAPH_QUERY)
			.reply(200, {
				...GRAPH_NUMBERS,
				paging: {
					cursors: { before: 'AAA', after: 'QVFI+=' },
					next: 'https://next.example.com/page?access_token=dummy-cloud-token&after=QVFI',
				},
			})
			.get(GRAPH_PATH)
			.query({ ...GRAPH_QUERY, after: 'QVFI+=' })
			.reply(200, { data: [{ id: '106540352243000' }], paging: { cursors: { after: 'ZZZ' } } });

		const first = await search({ provider: 'cloudApi' });
		const second = await search({ provider: 'cloudApi', cursor: String(first.paginationToken) });

		expect(first.paginationToken).toBe('QVFI+=');
		expect(second).toEqual({
			results: [{ name: '106540352243000', value: '106540352243000' }],
			paginationToken: undefined,
		});
		expect(callsToNext).toBe(0);
	});

	it('carries the proof of the app secret where the credential has one', async () => {
		nock(GRAPH)
			.get(GRAPH_PATH)
			.query(
				(query) =>
					/^[0-9a-f]{64}$/.test(String(query.appsecret_proof)) &&
					/^\d{10}$/.test(String(query.appsecret_time)),
			)
			.reply(200, { data: [] });

		const { results } = await search({
			provider: 'cloudApi',
			credential: { appSecret: 'dummy-app-secret' },
		});

		expect(results).toEqual([]);
	});

	it('says what it needs when the credential has no business account id, without a call', async () => {
		const error = await failedSearch({
			provider: 'cloudApi',
			credential: { businessAccountId: ' ' },
		});

		expect(error.message).toBe("The list needs 'WhatsApp Business Account ID' in the credential");
		expect(error.description).toBe(
			"Add it to the credential, or choose 'By ID' and type the phone number ID.",
		);
	});

	it('says what is wrong with the credential when Meta refuses the token', async () => {
		nock(GRAPH)
			.get(GRAPH_PATH)
			.query(GRAPH_QUERY)
			.reply(401, {
				error: { message: 'Invalid OAuth access token.', type: 'OAuthException', code: 190 },
			});

		const error = await failedSearch({ provider: 'cloudApi' });

		expect(error.message).toBe('The access token is not valid or has expired');
		expect(error.description).toContain(
			'WhatsApp Cloud API says: "Invalid OAuth access token." (HTTP 401, code 190).',
		);
	});

	it('never repeats the token, even when the answer does', async () => {
		nock(GRAPH)
			.get(GRAPH_PATH)
			.query(GRAPH_QUERY)
			.reply(401, { error: { message: 'Malformed token dummy-cloud-token', code: 190 } });

		const error = await failedSearch({ provider: 'cloudApi' });

		expect(error.description).toContain('"Malformed token [redacted]"');
	});

	it('says that no connection could be made when there is none', async () => {
		nock(GRAPH)
			.get(GRAPH_PATH)
			.query(GRAPH_QUERY)
			.replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));

		const error = await failedSearch({ provider: 'cloudApi' });

		expect(error.message).toBe('Could not connect to WhatsApp Cloud API');
	});

	it('names the base URL when it cannot be used, without a call', async () => {
		const error = await failedSearch({ provider: 'cloudApi', credential: { baseUrl: 'ftp://x' } });

		expect(error.message).toBe("'Base URL' of the credential is not a web address");
	});
});

describe('A provider without a list of phone numbers', () => {
	const without = PROVIDERS.filter(({ accountDirectory }) => accountDirectory === undefined);

	it.each(without)('$displayName gives none, without a call', async ({ id }) => {
		expect(await search({ provider: id })).toEqual({ results: [] });
	});
});
