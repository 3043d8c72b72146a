import { bearerToken } from '../../server/bearerToken.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { ERRORS } from './errors.mts';
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

/** The error of a call whose token is missing or wrong; `null` when it is good. */
export function tokenFault(call: ProviderCall): StandInResponse | null {
	const given = ryzeToken(call);
	if (given === null) return ERRORS.missingToken;
	return given === accountToken || given === instanceToken ? null : ERRORS.invalidToken;
}

/** The instance in the path of a call, when the token reaches it; else the error. */
function ownInstance(call: ProviderCall): Instance | { readonly error: StandInResponse } {
	const error = tokenFault(call);
	if (error) return { error };
	const name = (call.params.instance ?? '').trim();
	if (name === '') return { error: ERRORS.instanceRequired };
	const found = INSTANCES.find((candidate) => candidate.name === name);
	if (!found) return { error: ERRORS.instanceNotFound };
	const isOwned = found.tokens.includes(ryzeToken(call) ?? '');
	return isOwned ? found : { error: ERRORS.foreignInstance };
}

/** The error of a call about an instance the token cannot act with; `null` when it can. */
export function instanceFault(call: ProviderCall): StandInResponse | null {
	const found = ownInstance(call);
	if ('error' in found) return found.error;
	return found.state === 'connected' ? null : ERRORS.notConnected;
}

/**
 * `GET /api/instance/getSettings/:instance`: what a credential test reads; one that is not connected responds too
 * (docs.ryzeapi.cloud, "Read Settings").
 */
export function readSettings(call: ProviderCall): StandInResponse {
	const found = ownInstance(call);
	if ('error' in found) return found.error;
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
export function listInstances(call: ProviderCall): StandInResponse {
	const error = tokenFault(call);
	if (error) return error;
	const given = ryzeToken(call) ?? '';
	const { instanceName } = call.query;
	const isFiltered = given === accountToken && instanceName !== undefined;
	const asked = INSTANCES.filter(({ name }) => !isFiltered || name === instanceName);
	if (asked.length === 0) return ERRORS.instanceNotFound;
	const owned = asked.filter(({ tokens }) => tokens.includes(given));
	if (owned.length === 0) return ERRORS.foreignInstance;
	const instances = owned.map(({ name, state }) => ({
		name,
		token: given,
		connection: { state },
	}));
	return { status: 200, body: { success: true, instances } };
}

/** `GET /health` ignores tokens. */
export function health(): StandInResponse {
	return { status: 200, body: { status: 'ok' } };
}
