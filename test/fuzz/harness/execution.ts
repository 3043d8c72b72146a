import { readRawResponse } from '../../../nodes/WhatsAppMarkRead/responses/providerResponse';
import { property } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { Pace } from '../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import type { InputItem } from '../../../nodes/WhatsAppMarkRead/pipeline/item';
import { markRead } from '../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import type {
	DeliverySettings,
	JobResult,
} from '../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { Connection, Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { readReceipt } from '../../helpers/responses';
import type { Scripted, SentRequest } from '../../helpers/virtualOutside';
import { VirtualOutside } from '../../helpers/virtualOutside';
import type { Network } from '../values/networks';

export interface Execution extends JobResult {
	readonly outside: VirtualOutside;
	/** Ids of messages that the provider accepted, whatever was reported. */
	readonly acceptedIds: ReadonlySet<string>;
	/** Ids that were sent, but never accepted. */
	readonly failedIds: ReadonlySet<string>;
}

/** Runs the pipeline in virtual time against a network that answers by a script. */
export async function runExecution(
	items: readonly InputItem[],
	provider: Provider,
	connection: Connection,
	settings: DeliverySettings,
	{ answers, cancelAt, chance }: Network,
): Promise<Execution> {
	const acceptedIds = new Set<string>();
	const sentIds = new Set<string>();
	const outside = new VirtualOutside((request, position) => {
		const scripted = answers[position % answers.length];
		if (scripted === undefined) throw new Error('A network needs at least one answer');
		idsOf(request).forEach((id) => sentIds.add(id));
		markedBy(scripted, idsOf(request), provider).forEach((id) => acceptedIds.add(id));
		return scripted;
	});
	outside.chance = chance;
	if (cancelAt !== null) outside.cancelAt(cancelAt);
	const pace = new Pace();
	const job = {
		provider,
		providers: PROVIDERS,
		connection,
		settings,
		typingVaries: true,
		pace,
		outside,
	};
	const result = await outside.run(markRead([items], job));
	const failedIds = new Set([...sentIds].filter((id) => !acceptedIds.has(id)));
	return { ...result, outside, acceptedIds, failedIds };
}

/** Those of the ids that the provider marked. */
function markedBy(
	scripted: Scripted,
	ids: readonly string[],
	provider: Provider,
): readonly string[] {
	if (scripted.kind !== 'response') return [];
	const result = readReceipt(provider, readRawResponse(scripted), ids);
	return result.kind === 'error' ? [] : ids.filter((id) => !result.failedIds?.has(id));
}

/** Under the keys of all providers. */
function idsOf({ body }: SentRequest): readonly string[] {
	const ids = ['id', 'message_id', 'messageId', 'messageIds'].map((key) => property(body, key));
	return ids.flat().filter((id): id is string => typeof id === 'string');
}
