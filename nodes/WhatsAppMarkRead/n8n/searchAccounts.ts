import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { OPTIONS } from '../description/optionsField';
import { readRawResponse } from '../responses/providerResponse';
import { InvalidInput } from '../input/invalidInput';
import { explain, callFailure } from '../pipeline/failure';
import { redactor } from '../pipeline/redact';
import type { AccountDirectory, AccountPage, Provider } from '../providers/provider';
import { sendRequest } from './transport';

/**
 * Fills a dropdown of accounts, e.g. *Phone Number ID*, with those that the credential has access to.
 *
 * @param filter what the user typed into the search box
 * @param cursor where the previous page ended
 * @throws NodeOperationError that says what the list needs
 */
export async function searchAccounts(
	context: ILoadOptionsFunctions,
	providers: readonly Provider[],
	filter?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	const id = context.getCurrentNodeParameter('provider');
	const provider = providers.find((candidate) => candidate.id === id);
	if (provider?.accountDirectory === undefined) return { results: [] };
	const page = await readPage(context, provider, provider.accountDirectory, cursor ?? null);
	const wanted = (filter ?? '').trim().toLowerCase();
	return {
		results: page.accounts
			.map(({ id: value, name }) => ({ name, value }))
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)),
		paginationToken: page.next ?? undefined,
	};
}

async function readPage(
	context: ILoadOptionsFunctions,
	provider: Provider,
	directory: AccountDirectory,
	cursor: string | null,
): Promise<AccountPage> {
	const { credentialType } = provider;
	const credential = await context.getCredentials(credentialType);
	let secrets: readonly string[];
	let url: string;
	try {
		({ secrets } = provider.connect(credential));
		url = directory.url(credential, cursor);
	} catch (error) {
		if (error instanceof InvalidInput) throw listError(context, error.message, error.advice);
		throw listError(context, String(error), '');
	}
	const authentication = { credentialType, credential };
	const request = { method: 'GET', url } as const;
	const raw = await sendRequest(context, authentication, request, OPTIONS.timeout.default);
	const page = raw.kind === 'error' ? raw : directory.read(readRawResponse(raw));
	if (page.kind === 'accounts') return page;
	const { message, description } = callFailure(provider, explain(provider, page), 1);
	// The description quotes the provider, who may repeat the token.
	throw listError(context, message, redactor(secrets)(description));
}

function listError(context: ILoadOptionsFunctions, message: string, description: string) {
	return new NodeOperationError(context.getNode(), message, { description });
}
