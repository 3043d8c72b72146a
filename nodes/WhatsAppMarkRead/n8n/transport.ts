import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	INodeCredentialsDetails,
} from 'n8n-workflow';

import type { CallError } from '../responses/errorCatalogue';
import { NETWORK_CODES, noResponse } from '../responses/networkErrors';
import { isSuccessStatus, type RawResponse } from '../responses/providerResponse';
import { property, textAt } from '../input/untrustedJson';
import { inTime } from './deadlines';
import type { ProviderRequest } from '../providers/calls';

export interface Authentication {
	readonly credentialType: string;
	/** Decrypted once: n8n would otherwise load it from its database for each request. */
	readonly credential: ICredentialDataDecryptedObject;
}

/**
 * Sends a request through n8n's own HTTP helper, so that its proxy, TLS and SSRF settings apply.
 * Never rejects: a refused, lost or forbidden connection is returned as the reason.
 *
 * @param timeout milliseconds until the request is given up
 */
export async function sendRequest(
	context: RequestContext,
	{ credentialType, credential }: Authentication,
	request: ProviderRequest | { readonly method: 'GET'; readonly url: string },
	timeout: number,
): Promise<RawResponse | CallError> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: request.url,
		timeout,
		json: true,
		// A stream, to stop reading one that never ends; `readRawResponse` decides what is JSON.
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect could send the credential to another origin, and turns a POST into a GET.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
	// A copy, since n8n's authentication changes it.
	if (request.method !== 'GET' && request.body !== null) options.body = { ...request.body };
	const decrypted = { ...CREDENTIAL_DETAILS, type: credentialType, data: credential };
	try {
		const outcome = await inTime(timeout, cancelSignalOf(context), async (signal) => {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				stoppedBy(signal, context),
				credentialType,
				{ ...options, abortSignal: signal },
				{ credentialsDecrypted: decrypted },
			)) as IN8nHttpFullResponse;
			const status = response.statusCode;
			const body = await readResponseBody(response.body);
			// The beginning of an error is enough to explain it; the beginning of a success proves nothing.
			if (isCutOff(body) && isSuccessStatus(status)) return noResponse('ANSWER_TOO_LONG');
			return { kind: 'response' as const, status, headers: textHeaders(response.headers), body };
		});
		return outcome === 'late' ? noResponse('ETIMEDOUT') : outcome;
	} catch (error) {
		return reasonOf(error);
	}
}

type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

function cancelSignalOf(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** The same context with another cancel signal: n8n's helper uses the context's instead of the request's own. */
function stoppedBy(signal: AbortSignal, context: RequestContext): RequestContext {
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as RequestContext;
}

/** The helper requires them but only uses the data. */
const CREDENTIAL_DETAILS: INodeCredentialsDetails & { id: string } = {
	id: 'read-once',
	name: 'read once',
};

/** No provider's response comes near this; a longer one is from another server, or an attack. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * Reads the body of a response as text, up to a limit: n8n's HTTP helper would read any amount.
 *
 * @param body a stream of bytes, or text where the helper has read it already
 * @throws the network's own error when the response breaks off
 */
export async function readResponseBody(body: unknown): Promise<string> {
	if (!isStream(body)) return typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop early closes the stream and with it the connection.
	for await (const chunk of body) {
		chunks.push(Buffer.from(chunk));
		bytes += chunk.length;
		if (bytes > MAX_BODY_BYTES) break;
	}
	return Buffer.concat(chunks).toString('utf8', 0, MAX_BODY_BYTES);
}

/** Whether a body from {@link readResponseBody} is only the beginning of what was sent. */
export function isCutOff(body: string): boolean {
	return Buffer.byteLength(body) >= MAX_BODY_BYTES;
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array | string> {
	return body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** Codes of Node's HTTP parser (`HPE_…`) and its decompressors for bytes that they cannot read. */
const UNREADABLE = /^(HPE_|Z_|ERR__ERROR_|ZSTD_)/;

/** Deep enough for n8n's error around the HTTP client's around Node's. */
const MAX_CAUSES = 5;

/** Finds out why there is no response. Only a code and a text are kept: the error contains the request with its secrets. */
function reasonOf(error: unknown): CallError {
	let cause = error;
	for (let depth = 0; depth < MAX_CAUSES && cause !== undefined && cause !== null; depth += 1) {
		const code = textAt(cause, 'code');
		if (code !== null && NETWORK_CODES.has(code)) return noResponse(code);
		if (UNREADABLE.test(code ?? '')) return noResponse('ANSWER_UNREADABLE');
		const isSsrf =
			cause instanceof Error && /ssrf/i.test(`${cause.name} ${cause.constructor.name}`);
		if (isSsrf) return noResponse('SSRF_BLOCKED');
		const next = property(cause, 'cause');
		if (next === undefined || next === null) break;
		cause = next;
	}
	return noResponse('NOT_SENT', cause instanceof Error ? cause.message || null : null);
}
