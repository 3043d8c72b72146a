import { bearerToken } from '../../server/bearerToken.mts';
import type { Answer, ProviderCall } from '../standIn.mts';
import { REFUSALS } from './answers.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

const { token: accountToken, instance } = ACCOUNT;
const { instanceToken, foreignInstance, disconnectedInstance } = TROUBLE;

interface Instance {
	readonly name: string;
	readonly state: 'connected' | 'disconnected';
	/** The tokens that reach it: the account's, its own, or none of ours. */
	readonly tokens: readonly string[];
}

const INSTANCES: readonly Instance[] = [
	{ name: instance, state: 'connected', tokens: [accountToken, instanceToken] },
	{ name: disconnectedInstance, state: 'disconnected', tokens: [accountToken] },
	{ name: foreignInstance, state: 'connected', tokens: [] },
];

/** The token of the `token` header, else of `Authorization: Bearer`. */
export function ryzeToken(call: ProviderCall): string | null {
	return call.headers.token || bearerToken(call.headers);
}

/** The refusal of a call whose token is missing or wrong; `null` when it is good. */
export function tokenFault(call: ProviderCall): Answer | null {
	const given = ryzeToken(call);
	if (given === null) return REFUSALS.missingToken;
	return given === accountToken || given === instanceToken ? null : REFUSALS.invalidToken;
}

/** The instance in the path of a call, when the token reaches it; else the refusal. */
function ownInstance(call: ProviderCall): Instance | { readonly refusal: Answer } {
	const refusal = tokenFault(call);
	if (refusal) return { refusal };
	const name = (call.params.instance ?? '').trim();
	if (name === '') return { refusal: REFUSALS.instanceRequired };
	const found = INSTANCES.find((candidate) => candidate.name === name);
	if (!found) return { refusal: REFUSALS.instanceNotFound };
	const isOwned = found.tokens.includes(ryzeToken(call) ?? '');
	return isOwned ? found : { refusal: REFUSALS.foreignInstance };
}

/** The refusal of a call about an instance the token cannot act with; `null` when it can. */
export function instanceFault(call: ProviderCall): Answer | null {
	const found = ownInstance(call);
	if ('refusal' in found) return found.refusal;
	return found.state === 'connected' ? null : REFUSALS.notConnected;
}

/**
 * `GET /api/instance/getSettings/:instance`: what a credential test reads; one that is not connected answers too
 * (docs.ryzeapi.cloud, "Read Settings").
 */
export function readSettings(call: ProviderCall): Answer {
	const found = ownInstance(call);
	if ('refusal' in found) return found.refusal;
	const settings = {
		autoRejectCalls: false,
		callRejectMessage: '',
		ignoreGroupMessages: false,
		keepOnlineStatus: false,
		autoReadMessages: false,
		disableHistorySync: true,
		ignoreStatus: false,
	};
	const message = 'Settings retrieved successfully';
	return { status: 200, body: { success: true, message, settings } };
}

/**
 * `GET /api/instance/list?instanceName=…`. With the token of an instance "any filter is ignored and the response brings
 * only the instance that owns the token" (docs.ryzeapi.cloud, "List Instances"). As the real list, it holds tokens.
 */
export function listInstances(call: ProviderCall): Answer {
	const refusal = tokenFault(call);
	if (refusal) return refusal;
	const given = ryzeToken(call) ?? '';
	const { instanceName } = call.query;
	const isFiltered = given === accountToken && instanceName !== undefined;
	const asked = INSTANCES.filter(({ name }) => !isFiltered || name === instanceName);
	if (asked.length === 0) return REFUSALS.instanceNotFound;
	const owned = asked.filter(({ tokens }) => tokens.includes(given));
	if (owned.length === 0) return REFUSALS.foreignInstance;
	const instances = owned.map(({ name, state }) => ({
		name,
		token: given,
		connection: { state },
	}));
	return { status: 200, body: { success: true, instances } };
}

/** `GET /health` ignores tokens. */
export function health(): Answer {
	return { status: 200, body: { status: 'ok' } };
}
