import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

const PROVIDER: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
	description: 'The service that delivers your WhatsApp messages',
};

/** The *Provider* dropdown. Without expressions: n8n shows credentials and fields by its raw value. */
export function providerField(providers: readonly Provider[]): INodeProperties {
	const options = providers.map(({ id, displayName, description }) => ({
		name: displayName,
		value: id,
		description,
	}));
	return { ...PROVIDER, options, default: options[0]?.value ?? '' };
}

/** One credential type per provider, shown for it alone. */
export function providerCredentials(providers: readonly Provider[]): INodeCredentialDescription[] {
	return providers.map(({ id, credentialType }) => ({
		name: credentialType,
		required: true,
		displayOptions: { show: { provider: [id] } },
	}));
}
