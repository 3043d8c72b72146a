import {
	buildWebhook,
	PROVIDER_IDS,
	type ProviderId,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import { sendJson, type ApiAnswer } from './apiClient.mts';

/** Where it does not matter which provider it is. */
export const [PROVIDER, OTHER_PROVIDER] = PROVIDER_IDS as readonly [ProviderId, ProviderId];

/** Lets a message arrive in the direct chat. */
export function receiveMessage(sandbox: Sandbox, provider: ProviderId): string {
	const { message } = buildWebhook({ provider, kind: 'direct' });
	if (message === null) throw new TypeError('A direct message holds a message');
	return sandbox.memory.receive(message).messageId;
}

/** Marks a message of the direct chat with the good credential, as the node does. */
export async function postReceipt(
	{ url }: Sandbox,
	provider: ProviderId,
	messageId: string,
): Promise<ApiAnswer> {
	const { path, ...call } = standInOf(provider).receipt(messageId);
	return await sendJson(`${url}${standInOf(provider).basePath}${path}`, call);
}
