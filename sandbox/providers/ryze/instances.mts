import { SANDBOX_ACCOUNTS, SANDBOX_TROUBLE } from '../../accounts.mts';
import { bearerToken } from '../../server/bearerToken.mts';
import type { Answer, ProviderCall } from '../provider.mts';
import { REFUSALS } from './answers.mts';

const { token, instance } = SANDBOX_ACCOUNTS.ryze;
const { foreignInstance, disconnectedInstance } = SANDBOX_TROUBLE.ryze;

interface Instance {
	readonly name: string;
	readonly state: 'connected' | 'disconnected';
	readonly owned: boolean;
}

const INSTANCES: readonly Instance[] = [
	{ name: instance, state: 'connected', owned: true },
	{ name: disconnectedInstance, state: 'disconnected', owned: true },
	{ name: foreignInstance, state: 'connected', owned: false },
];

/** The token of the `token` header, else of `Authorization: Bearer`. */
export function ryzeToken(call: ProviderCall): string | null {
	return call.headers.token || bearerToken(call.headers);
}

/** The refusal of a call whose token is missing or wrong; `null` when it is good. */
export function tokenFault(call: ProviderCall): Answer | null {
	const given = ryzeToken(call);
	if (given === null) return REFUSALS.missingToken;
	return given === token ? null : REFUSALS.invalidToken;
}

/** The refusal of a call about an instance the token cannot act with; `null` when it can. */
export function instanceFault(call: ProviderCall): Answer | null {
	const refusal = tokenFault(call);
	if (refusal) return refusal;
	const name = (call.params.instance ?? '').trim();
	if (name === '') return REFUSALS.instanceRequired;
	const found = INSTANCES.find((candidate) => candidate.name === name);
	if (!found) return REFUSALS.instanceNotFound;
	if (!found.owned) return REFUSALS.foreignInstance;
	return found.state === 'connected' ? null : REFUSALS.notConnected;
}

/**
 * `GET /api/instance/list?instanceName=…`: what a credential test reads. As the real list, it
 * holds instance tokens (ryze.md, "Credential test").
 */
export function listInstances(call: ProviderCall): Answer {
	const refusal = tokenFault(call);
	if (refusal) return refusal;
	const { instanceName } = call.query;
	const asked = INSTANCES.filter(({ name }) => instanceName === undefined || name === instanceName);
	if (asked.length === 0) return REFUSALS.instanceNotFound;
	const owned = asked.filter((candidate) => candidate.owned);
	if (owned.length === 0) return REFUSALS.foreignInstance;
	const instances = owned.map(({ name, state }) => ({ name, token, connection: { state } }));
	return { status: 200, body: { success: true, instances } };
}

/** `GET /health` ignores tokens. */
export function health(): Answer {
	return { status: 200, body: { status: 'ok' } };
}
