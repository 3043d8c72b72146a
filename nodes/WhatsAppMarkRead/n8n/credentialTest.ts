import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialTestRequest,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { asObject } from '../input/untrustedJson';

type TestRule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

/**
 * Puts a credential into a request, of the credential's test or of the node.
 *
 * @param apiUrl the credential's *Base URL*, made whole and clean; the test takes it as it was typed, the node's own
 * calls bring a whole URL
 * @param added what the credential adds to headers, query and body; what the call itself says there stays
 * @throws InvalidInput when the base URL cannot be used
 */
export function authenticated(
	options: IHttpRequestOptions,
	apiUrl: () => string,
	added: Pick<IHttpRequestOptions, 'headers' | 'qs' | 'body'>,
): IHttpRequestOptions {
	const parts = (['headers', 'qs', 'body'] as const)
		.filter((part) => added[part] !== undefined)
		.map((part) => [part, { ...asObject(added[part]), ...asObject(options[part]) }] as const);
	const address = options.baseURL === undefined ? {} : { baseURL: apiUrl() };
	return { ...options, ...address, ...Object.fromEntries(parts) };
}

/** What the test of a credential says about an HTTP status. */
export function statusRule(value: number, message: string): TestRule {
	return { type: 'responseCode', properties: { value, message } };
}

/**
 * What the test of a credential says about a value in an answer with the status 200. n8n knows no other question than
 * whether the value below a path equals a given one; `undefined` stands for one that is missing, as in the page of
 * another server or in an empty answer.
 *
 * @param key path in the answer, e.g. `error.type`
 */
export function responseRule(key: string, value: unknown, message: string): TestRule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/**
 * The rule for an answer with the status 200 that is not the provider's, e.g. the page of another server.
 *
 * @param key what every answer of the provider to the test has
 */
export function otherServerRule(key: string, provider: string): TestRule {
	const message = `What answers at this address is not ${provider}. Check the base URL.`;
	return responseRule(key, undefined, message);
}

/** A redirect is not followed, since the credential would go along to wherever it leads. */
const REDIRECTED = [301, 302, 303, 307, 308].map((status) =>
	statusRule(
		status,
		'This address sends calls on to another one. Put the new address into the base URL; often http:// must become https://.',
	),
);

/**
 * What the test of a credential says: the provider's own rules, the first that fits, and those that hold for all.
 * n8n runs rules of both kinds, its type knows lists of one kind only.
 */
export function testRules(own: readonly TestRule[]): ICredentialTestRequest['rules'] {
	return [...REDIRECTED, ...own] as ICredentialTestRequest['rules'];
}
