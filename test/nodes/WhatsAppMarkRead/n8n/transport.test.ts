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

/** What the node makes of a request without a response. */
const NO_RESPONSE = { kind: 'error', status: null, requestId: null, code: 'NOT_SENT', text: null };

const TOO_MUCH = 'x'.repeat(1_000_001);

describe('A request', () => {
	it('goes through n8n, which follows no redirect, throws for no status, and loads no credential again', async () => {
		const helper = jest.fn<Promise<HelperResponse>, Parameters<Helper>>(async () => TAKEN);

		await send(helper, { timeout: 1_234 });

		expect(helper.mock.calls).toEqual([
			[
				'plainApi',
				expect.objectContaining({
					...REQUEST,
					timeout: 1_234,
					json: true,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
					sendCredentialsOnCrossOriginRedirect: false,
				}),
				expect.objectContaining({ credentialsDecrypted: expect.objectContaining({ data }) }),
			],
		]);
	});

	it('is not changed by what the authentication writes into its body', async () => {
		await send(async (_type, options) => {
			Object.assign(options.body as object, { access_token: 'dummy' });
			return TAKEN;
		});

		expect(REQUEST.body).toEqual({ messageId: 'AAA1', number: '5511999999999' });
	});

	it.each([
		{ method: 'GET', url: REQUEST.url },
		{ method: 'PUT', url: REQUEST.url, body: null },
	] as const)('$method without a body is sent without one', async (request) => {
		const helper = jest.fn<Promise<HelperResponse>, Parameters<Helper>>(async () => TAKEN);

		await send(helper, { request });

		expect(helper.mock.calls[0]?.[1]).toMatchObject({ method: request.method });
		expect(helper.mock.calls[0]?.[1]).not.toHaveProperty('body');
	});
});

describe('A response', () => {
	it('has its status, its headers and its body', async () => {
		const headers = { server: 'x' };

		expect(await answerOf({ statusCode: 404, headers, body: 'Gone' })).toEqual({
			kind: 'response',
			status: 404,
			headers,
			body: 'Gone',
		});
	});

	it.each([
		['with its name in lower case', 'Retry-After', '7', { 'retry-after': '7' }],
		['as text', 'x-limit', 5, { 'x-limit': '5' }],
		['sent several times as one text', 'set-cookie', ['a=1', 'b=2'], { 'set-cookie': 'a=1,b=2' }],
	])('has a header %s', async (_, name, value, headers) => {
		expect(await answerOf({ headers: { [name]: value } })).toMatchObject({ headers });
	});

	it.each([200, 204, 299])('of status %s that was cut off proves nothing', async (statusCode) => {
		expect(await answerOf({ statusCode, body: TOO_MUCH })).toEqual({
			...NO_RESPONSE,
			code: 'ANSWER_TOO_LONG',
		});
	});

	it.each([199, 300, 404, 503])(
		'of status %s that was cut off still says what is wrong',
		async (status) => {
			expect(await answerOf({ statusCode: status, body: TOO_MUCH })).toMatchObject({ status });
		},
	);
});

describe('When there is no response, the reason', () => {
	class SsrfBlockedIpError extends Error {}
	const round = errorWith({}, 'round and round');
	Object.assign(round, { cause: round });
	const invalid = 'Invalid character in header content ["token"]';
	const reset = { code: 'ECONNRESET' };

	it.each<[string, unknown, object]>([
		['is the code of the error', errorWith(reset), reset],
		[
			'is the outermost code that is known',
			errorWith({ code: 'ETIMEDOUT', cause: errorWith(reset) }),
			{ code: 'ETIMEDOUT' },
		],
		...['HPE_INVALID_CONSTANT', 'Z_DATA_ERROR', 'ERR__ERROR_FORMAT_PADDING_1', 'ZSTD_error_x'].map(
			(code): [string, unknown, object] => [
				`is that the response cannot be read, when the code is ${code}`,
				errorWith({ cause: errorWith({ code }) }),
				{ code: 'ANSWER_UNREADABLE' },
			],
		),
		[
			"is n8n's protection against calls into its own network, by the class of its error",
			errorWith({ cause: new SsrfBlockedIpError('blocked') }),
			{ code: 'SSRF_BLOCKED' },
		],
		[
			'is that protection by the name of its error',
			errorWith({ cause: errorWith({ name: 'SsrfBlockedHostnameError' }) }),
			{ code: 'SSRF_BLOCKED' },
		],
		[
			'is not guessed from the message of the error',
			new Error('ssrf ECONNRESET HPE_'),
			{ text: 'ssrf ECONNRESET HPE_' },
		],
		[
			'is the message of the innermost error when nothing else is known',
			errorWith({ cause: new Error(invalid) }),
			{ text: invalid },
		],
		[
			'is looked for at five depths, so that causes in a circle end',
			round,
			{ text: 'round and round' },
		],
		['has no text when nothing was thrown', undefined, {}],
		['has no text when null was thrown', null, {}],
		['has no text when a text was thrown', 'dummy-token is wrong', {}],
		['has no text when an object was thrown', { message: 'dummy-token is wrong' }, {}],
		['has no text when an error without a message was thrown', new Error(''), {}],
	])('%s', async (_, thrown, reason) => {
		expect(await noResponseFor(thrown)).toEqual({ ...NO_RESPONSE, ...reason });
	});

	it("is found in the causes, below codes of n8n's and the HTTP client's own", async () => {
		const network = errorWith({ code: 'ENOTFOUND' });
		const client = errorWith({ code: 'ERR_BAD_REQUEST', cause: network });
		const wrapped = new NodeApiError(executeContext().getNode(), {});

		expect(await noResponseFor(Object.assign(wrapped, { cause: client }))).toMatchObject({
			code: 'ENOTFOUND',
		});
	});

	it.each([
		[5, 'ECONNRESET'],
		[6, 'NOT_SENT'],
	])('is found %s deep: %s', async (depth, code) => {
		let error = errorWith(reset);
		for (let level = 1; level < depth; level += 1) error = errorWith({ cause: error });

		expect(await noResponseFor(error)).toMatchObject({ code });
	});

	it('is a lost connection when the response breaks off, whatever its status was', async () => {
		async function* brokenOff(): AsyncGenerator<Uint8Array> {
			yield Buffer.from('{"success":');
			throw errorWith(reset);
		}

		expect(await answerOf({ body: brokenOff() })).toMatchObject(reset);
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
		expect(await send(hearing, { timeout: 20 })).toEqual({ ...NO_RESPONSE, code: 'ETIMEDOUT' });
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
