import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { RawResponse } from '../../../../nodes/WhatsAppMarkRead/responses/providerResponse';
import { sendRequest } from '../../../../nodes/WhatsAppMarkRead/n8n/transport';
import type { ProviderRequest } from '../../../../nodes/WhatsAppMarkRead/providers/calls';
import type { CallError } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { executeContext } from '../../../helpers/executeContext';
import { PLAIN_TEST_CREDENTIAL } from '../../../helpers/plainNode';

const { type, data } = PLAIN_TEST_CREDENTIAL;

const REQUEST: ProviderRequest = {
	method: 'POST',
	url: 'https://plain.test/markMessages',
	body: { messageId: 'AAA1', number: '5511999999999' },
};

/** What n8n's HTTP helper gives back. */
interface HelperResponse {
	readonly statusCode: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: unknown;
}

type Helper = (
	this: IExecuteFunctions,
	credentialType: string,
	options: IHttpRequestOptions,
	additional: object,
) => Promise<HelperResponse>;

const TAKEN: HelperResponse = { statusCode: 200, headers: {}, body: '{"success":true}' };

/** Sends the request with n8n's HTTP helper replaced by another one. */
async function send(
	helper: Helper,
	{
		request = REQUEST as Parameters<typeof sendRequest>[2],
		timeout = 5_000,
		cancelSignal = undefined as AbortSignal | undefined,
	} = {},
): Promise<RawResponse | CallError> {
	const context = executeContext({ cancelSignal });
	Object.assign(context.helpers, { httpRequestWithAuthentication: helper });
	return await sendRequest(
		context,
		{ credentialType: type.name, credential: data },
		request,
		timeout,
	);
}

async function answerOf(response: Partial<HelperResponse>): Promise<RawResponse | CallError> {
	return await send(async () => ({ ...TAKEN, ...response }));
}

async function noResponseFor(error: unknown): Promise<RawResponse | CallError> {
	return await send(async () => await Promise.reject(error));
}

function errorWith(properties: object, message = 'trouble'): Error {
	return Object.assign(new Error(message), properties);
}

describe('A request', () => {
	it('goes through n8n, which follows no redirect and throws for no status', async () => {
		const helper = jest.fn<Promise<HelperResponse>, Parameters<Helper>>(async () => TAKEN);

		await send(helper, { timeout: 1_234 });

		expect(helper).toHaveBeenCalledTimes(1);
		expect(helper.mock.calls[0]?.[0]).toBe('plainApi');
		expect(helper.mock.calls[0]?.[1]).toMatchObject({
			...REQUEST,
			timeout: 1_234,
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});

	it('brings the decrypted credential along, so that n8n does not load it again', async () => {
		const helper = jest.fn<Promise<HelperResponse>, Parameters<Helper>>(async () => TAKEN);

		await send(helper);

		expect(helper.mock.calls[0]?.[2]).toMatchObject({ credentialsDecrypted: { data } });
	});

	it('is not changed by what the authentication writes into its body', async () => {
		await send(async (_type, options) => {
			Object.assign(options.body as object, { access_token: 'dummy' });
			return TAKEN;
		});

		expect(REQUEST.body).toEqual({ messageId: 'AAA1', number: '5511999999999' });
	});

	it('without a body is sent without one', async () => {
		const helper = jest.fn<Promise<HelperResponse>, Parameters<Helper>>(async () => TAKEN);

		await send(helper, { request: { method: 'GET', url: REQUEST.url } });

		expect(helper.mock.calls[0]?.[1]).not.toHaveProperty('body');
	});
});

describe('A response', () => {
	it('has its status, its headers and its body', async () => {
		expect(await answerOf({ statusCode: 404, headers: { server: 'x' }, body: 'Gone' })).toEqual({
			kind: 'response',
			status: 404,
			headers: { server: 'x' },
			body: 'Gone',
		});
	});

	it('has the names of its headers in lower case', async () => {
		expect(
			await answerOf({ headers: { 'Retry-After': '7', 'X-RateLimit-Limit': 5 } }),
		).toMatchObject({ headers: { 'retry-after': '7', 'x-ratelimit-limit': '5' } });
	});

	it('has a header that was sent several times as one text', async () => {
		expect(await answerOf({ headers: { 'set-cookie': ['a=1', 'b=2'] } })).toMatchObject({
			headers: { 'set-cookie': 'a=1,b=2' },
		});
	});

	it.each([200, 204, 299])('of status %s that was cut off proves nothing', async (statusCode) => {
		const body = 'x'.repeat(1_000_001);

		expect(await answerOf({ statusCode, body })).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'ANSWER_TOO_LONG',
			text: null,
		});
	});

	it.each([199, 300, 404, 503])(
		'of status %s that was cut off still says what is wrong',
		async (statusCode) => {
			const body = 'x'.repeat(1_000_001);

			expect(await answerOf({ statusCode, body })).toMatchObject({ status: statusCode });
		},
	);
});

describe('When there is no response, the reason', () => {
	it('is the code of the error', async () => {
		expect(await noResponseFor(errorWith({ code: 'ECONNRESET' }))).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'ECONNRESET',
			text: null,
		});
	});

	it("is found in the causes, below codes of n8n's and the HTTP client's own", async () => {
		const network = errorWith({ code: 'ENOTFOUND' });
		const client = errorWith({ code: 'ERR_BAD_REQUEST', cause: network });
		const wrapped = new NodeApiError(executeContext().getNode(), {});

		expect(await noResponseFor(Object.assign(wrapped, { cause: client }))).toMatchObject({
			code: 'ENOTFOUND',
		});
	});

	it('is the outermost code that is known', async () => {
		const inner = errorWith({ code: 'ECONNRESET' });

		expect(await noResponseFor(errorWith({ code: 'ETIMEDOUT', cause: inner }))).toMatchObject({
			code: 'ETIMEDOUT',
		});
	});

	it.each([
		['HPE_INVALID_CONSTANT', 'the HTTP parser'],
		['Z_DATA_ERROR', 'zlib'],
		['ERR__ERROR_FORMAT_PADDING_1', 'brotli'],
		['ZSTD_error_prefix_unknown', 'zstd'],
	])('is that the response cannot be read, when the code is %s (of %s)', async (code) => {
		expect(await noResponseFor(errorWith({ cause: errorWith({ code }) }))).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'ANSWER_UNREADABLE',
			text: null,
		});
	});

	it("is n8n's protection against calls into its own network, recognised by the name of its error", async () => {
		class SsrfBlockedIpError extends Error {}
		const byClass = new SsrfBlockedIpError('blocked');
		const byName = errorWith({ name: 'SsrfBlockedHostnameError' });

		for (const error of [byClass, byName]) {
			expect(await noResponseFor(errorWith({ cause: error }))).toEqual({
				kind: 'error',
				status: null,
				requestId: null,
				code: 'SSRF_BLOCKED',
				text: null,
			});
		}
	});

	it('is not guessed from the message of the error', async () => {
		expect(await noResponseFor(new Error('ssrf ECONNRESET HPE_'))).toMatchObject({
			code: 'NOT_SENT',
		});
	});

	it('is the message of the innermost error when nothing else is known', async () => {
		const inner = new Error('Invalid character in header content ["token"]');

		expect(await noResponseFor(errorWith({ cause: inner }))).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'NOT_SENT',
			text: 'Invalid character in header content ["token"]',
		});
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['a text', 'dummy-token is wrong'],
		['an object', { message: 'dummy-token is wrong' }],
		['an error without a message', new Error('')],
	])('has no text when what was thrown is %s', async (_, thrown) => {
		expect(await noResponseFor(thrown)).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'NOT_SENT',
			text: null,
		});
	});

	it('is looked for at five depths, so that causes in a circle end', async () => {
		const circle = errorWith({}, 'round and round');
		Object.assign(circle, { cause: circle });

		expect(await noResponseFor(circle)).toMatchObject({
			code: 'NOT_SENT',
			text: 'round and round',
		});
	});

	it.each([
		[5, 'ECONNRESET'],
		[6, 'NOT_SENT'],
	])('is found %s deep: %s', async (depth, code) => {
		let error = errorWith({ code: 'ECONNRESET' });
		for (let level = 1; level < depth; level += 1) error = errorWith({ cause: error });

		expect(await noResponseFor(error)).toMatchObject({ code });
	});
});

describe('A response that breaks off', () => {
	it('is a lost connection, whatever its status was', async () => {
		async function* brokenOff(): AsyncGenerator<Uint8Array> {
			yield Buffer.from('{"success":');
			throw errorWith({ code: 'ECONNRESET' });
		}

		expect(await answerOf({ body: brokenOff() })).toMatchObject({ code: 'ECONNRESET' });
	});
});

describe('A request that is stopped', () => {
	/** A helper that hears the signal in both places where n8n may look for it, as its own does. */
	async function hearing(
		this: IExecuteFunctions,
		_type: string,
		{ abortSignal }: IHttpRequestOptions,
	) {
		expect(this.getExecutionCancelSignal()).toBe(abortSignal);
		return await new Promise<never>((_, reject) => {
			const stop = () => reject(errorWith({ code: 'ERR_CANCELED' }));
			if (abortSignal?.aborted === true) stop();
			abortSignal?.addEventListener?.('abort', stop);
		});
	}

	it('for being late got no response in time', async () => {
		expect(await send(hearing, { timeout: 20 })).toEqual({
			kind: 'error',
			status: null,
			requestId: null,
			code: 'ETIMEDOUT',
			text: null,
		});
	});

	it('with its execution was cancelled', async () => {
		const execution = new AbortController();
		const response = send(hearing, { cancelSignal: execution.signal });

		execution.abort();

		expect(await response).toMatchObject({ code: 'ERR_CANCELED' });
	});

	it('before it began was cancelled', async () => {
		expect(await send(hearing, { cancelSignal: AbortSignal.abort() })).toMatchObject({
			code: 'ERR_CANCELED',
		});
	});
});
