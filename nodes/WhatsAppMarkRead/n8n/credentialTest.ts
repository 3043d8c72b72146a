import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialTestRequest,
} from 'n8n-workflow';

type TestRule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

/** A redirect is not followed, since the credential would go along to wherever it leads. */
const REDIRECTED: readonly TestRule[] = [301, 302, 303, 307, 308].map((status) => ({
	type: 'responseCode',
	properties: {
		value: status,
		message:
			'This address sends calls on to another one. Put the new address into the base URL; often http:// must become https://.',
	},
}));

/**
 * What the *Test* button of a credential says: the provider's own rules, and those that hold for all.
 * n8n runs rules of both kinds, its type knows lists of one kind only.
 */
export function testRules(own: readonly TestRule[]): ICredentialTestRequest['rules'] {
	return [...REDIRECTED, ...own] as ICredentialTestRequest['rules'];
}

/**
 * The rule for an answer with the status 200 that is not the provider's, e.g. the page of another server.
 *
 * @param key what every answer of the provider to the test has
 */
export function otherServerRule(key: string, provider: string): TestRule {
	return {
		type: 'responseSuccessBody',
		properties: {
			key,
			value: undefined,
			message: `What answers at this address is not ${provider}. Check the base URL.`,
		},
	};
}
