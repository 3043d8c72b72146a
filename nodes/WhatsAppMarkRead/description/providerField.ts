import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

const PROVIDER: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
	description:
		'The service that delivers your WhatsApp messages, and posts them to your Webhook node',
};

/** The *Provider* dropdown. It takes no expression: n8n decides by its raw value which credentials and fields to show. */
export function providerField(providers: readonly Provider[]): INodeProperties {
	const options = providers.map(({ id, displayName, description }) => ({
		name: displayName,
		value: id,
		description,
	}));
	return { ...PROVIDER, options, default: options[0]?.value ?? '' };
}

/** Where n8n's editor shows the credential: after the provider, on which it depends. */
export const CREDENTIAL_PLACE: INodeProperties = {
	displayName: 'Credentials',
	name: 'credentials',
	type: 'credentials',
	default: '',
};

/**
 * One credential type per provider, shown for it alone.
 *
 * The condition is written `/provider`, from the root of the parameters: with a plain `provider` n8n's editor mistakes the
 * dropdown for a choice of authentication, and hides it (seen in n8n 2.41).
 */
export function providerCredentials(providers: readonly Provider[]): INodeCredentialDescription[] {
	return providers.map(({ id, credentialType }) => ({
		name: credentialType,
		required: true,
		displayOptions: { show: { '/provider': [id] } },
	}));
}
