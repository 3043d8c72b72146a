import type {
	IAuthenticate,
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { asObject, property } from '../input/untrustedJson';
import type { ErrorRow } from '../responses/errorCatalogue';

type TestRule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

/** What a credential adds to a request. */
interface Access extends Pick<IHttpRequestOptions, 'headers' | 'qs' | 'body'> {
	/** What stands for `{token}` in the path of a request. */
	readonly pathToken?: string;
}

/** The field *Base URL* of a provider that has an address of its own. */
export function baseUrlField(address: string, description: string): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: address,
		placeholder: `e.g. ${address}`,
		description,
	};
}

/** The field *Base URL* of a provider that everybody runs at an address of their own. */
export function ownServerField(example: string, description: string): INodeProperties {
	return { ...baseUrlField('', description), required: true, placeholder: `e.g. ${example}` };
}

/** A token in the header `Authorization` (RFC 6750). */
export function bearer(token: string): { readonly headers: { readonly Authorization: string } } {
	return { headers: { Authorization: `Bearer ${token}` } };
}

/**
 * Makes the function that puts a credential into a request: of the credential's test, or of the node. What the request
 * itself says stays. It throws InvalidInput when a secret or the base URL cannot be used.
 *
 * @param apiUrl reads the credential's *Base URL*: the test brings it as it was typed, the node brings a complete URL
 * @param access what the credential adds to headers, query, body and path
 */
export function authenticateWith(
	apiUrl: (credential: ICredentialDataDecryptedObject) => string,
	access: (credential: ICredentialDataDecryptedObject) => Access,
): IAuthenticate {
	return async (credential, options) => {
		const added = access(credential);
		const parts = (['headers', 'qs', 'body'] as const)
			.filter((part) => added[part] !== undefined)
			.map((part) => [part, { ...asObject(added[part]), ...asObject(options[part]) }] as const);
		const address = options.baseURL === undefined ? {} : { baseURL: apiUrl(credential) };
		const { pathToken } = added;
		const path = pathToken === undefined ? {} : withTokenInPath(options, pathToken);
		return { ...options, ...address, ...path, ...Object.fromEntries(parts) };
	};
}

/** The address with the token in it; n8n's HTTP Request node, which may use the same credential, calls it `uri`. */
function withTokenInPath(options: object, token: string): object {
	const addresses = ['url', 'uri'].flatMap((key) => {
		const address = property(options, key);
		// As a function: in a text `$&` and the like would stand for what was found.
		return typeof address === 'string'
			? [[key, address.replace('{token}', () => encodeURIComponent(token))]]
			: [];
	});
	return Object.fromEntries(addresses) as object;
}

/**
 * The test of a credential. n8n runs rules of both kinds and shows the first that fits; its type allows only one kind.
 *
 * @param request below the base URL
 */
export function credentialTest(
	request: ICredentialTestRequest['request'],
	rules: readonly TestRule[],
): ICredentialTestRequest {
	return {
		request: { baseURL: '={{ $credentials.baseUrl }}', ...request, disableFollowRedirect: true },
		rules: [...REDIRECTED, ...rules, NOT_FOUND] as ICredentialTestRequest['rules'],
	};
}

/** What the test of a credential says about an HTTP status. */
export function statusRule(value: number, message: string): TestRule {
	return { type: 'responseCode', properties: { value, message } };
}

/**
 * What the test says about HTTP statuses, in the words of the provider's table of errors.
 *
 * @param causes the row for each status, e.g. `{ 401: 'tokenNotValid' }`
 */
export function errorRules(
	errors: readonly ErrorRow[],
	causes: Readonly<Record<number, string>>,
): readonly TestRule[] {
	return Object.entries(causes).map(([status, cause]) =>
		statusRule(Number(status), errorText(errors, cause)),
	);
}

/** What happened and what to do next, as a table of errors says it. */
export function errorText(errors: readonly ErrorRow[], cause: string): string {
	const row = errors.find((candidate) => candidate.cause === cause);
	if (row === undefined) throw new TypeError(`The table of errors has no cause ${cause}`);
	return `${row.message}. ${row.description}`;
}

/**
 * What the test says about a value in a response with the status 200. n8n can only compare the value below a path with a
 * given one; `undefined` stands for a missing value, as in the page of another server or in an empty response.
 *
 * @param key path in the response, e.g. `error.type`
 */
export function responseRule(key: string, value: unknown, message: string): TestRule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/**
 * The rule for a response with the status 200 that is not the provider's, e.g. the page of another server.
 *
 * @param key what every response of the provider to the test has
 */
export function otherServerRule(key: string, provider: string): TestRule {
	const message = `The server at this address is not ${provider}. Check the base URL.`;
	return responseRule(key, undefined, message);
}

/** A redirect is not followed: the credential would be sent to wherever it leads. */
const REDIRECTED = [301, 302, 303, 307, 308].map((status) =>
	statusRule(
		status,
		'This address redirects to another one. Put the new address into the base URL; often http:// must become https://.',
	),
);

const NOT_FOUND = statusRule(404, 'Nothing was found at this address. Check the base URL.');
