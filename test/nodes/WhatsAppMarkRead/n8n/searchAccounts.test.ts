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
	readonly provider?: string;
	readonly filter?: string;
	/** Replaces fields of the provider's test credential. */
	readonly credential?: IDataObject;
}

async function search(given: Search = {}): Promise<INodeListSearchResult> {
	const { provider = 'cloudApi', filter, credential = {} } = given;
	const { type, data } = credentialOf(provider);
	const changed = { type, data: { ...data, ...credential } as typeof data };
	const { searchAccounts } = new WhatsAppMarkRead().methods.listSearch;
	return await searchAccounts.call(loadOptionsContext({ provider }, changed), filter);
}

async function failedSearch(given: Search = {}): Promise<NodeOperationError> {
	const result: unknown = await search(given).catch((error: unknown) => error);
	expect(result).toBeInstanceOf(NodeOperationError);
	return result as NodeOperationError;
}

function announce() {
	const reqheaders = { authorization: 'Bearer dummy-cloud-token' };
	return nock(GRAPH, { reqheaders }).get(GRAPH_PATH).query(GRAPH_QUERY);
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

/* What each provider's pages mean is in test/providers/<id>/accounts.json. */

describe('The list of phone numbers of the Cloud API', () => {
	it.each([
		['nothing', undefined, ['106540352242922', '106540352242999']],
		['part of the name, in any case', ' jasper', ['106540352242922']],
		['part of the number', '7441', ['106540352242999']],
		['part of the id', '2242999', ['106540352242999']],
	])('is narrowed by %s', async (_what, filter, ids) => {
		announce().reply(200, GRAPH_NUMBERS);

		const { results } = await search({ filter });

		expect(results.map(({ value }) => value)).toEqual(ids);
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

		const { results } = await search({ credential: { appSecret: 'dummy-app-secret' } });

		expect(results).toEqual([]);
	});

	it('says what is wrong with the credential when Meta refuses the token, without repeating it', async () => {
		announce().reply(401, { error: { message: 'Malformed token dummy-cloud-token', code: 190 } });

		const error = await failedSearch();

		expect(error.message).toBe('The access token is not valid or has expired');
		expect(error.description).toContain(
			'WhatsApp Cloud API says: "Malformed token [redacted]" (HTTP 401, code 190).',
		);
	});

	it('says that no connection could be made when there is none', async () => {
		announce().replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));

		expect((await failedSearch()).message).toBe('Could not connect to WhatsApp Cloud API');
	});

	it.each([
		[
			{ businessAccountId: ' ' },
			"The list needs 'WhatsApp Business Account ID' in the credential",
			"Add it to the credential, or choose 'By ID' and type the phone number ID.",
		],
		[
			{ baseUrl: 'ftp://x' },
			"'Base URL' of the credential is not a web address",
			'Open the credential and enter only the address, starting with https://.',
		],
	])('makes no call with %j in the credential, and says why', async (credential, ...words) => {
		const { message, description } = await failedSearch({ credential });

		expect([message, description]).toEqual(words);
	});
});

describe('A provider without a list of phone numbers', () => {
	const without = PROVIDERS.filter(({ accountDirectory }) => accountDirectory === undefined);

	it.each(without)('$displayName gives none, without a call', async ({ id }) => {
		expect(await search({ provider: id })).toEqual({ results: [] });
	});
});
