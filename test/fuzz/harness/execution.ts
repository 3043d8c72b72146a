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
import type { Scripted, SentRequest } from '../../helpers/virtualOutside';
import { VirtualOutside } from '../../helpers/virtualOutside';
import type { Network } from '../values/networks';

export interface Execution extends JobResult {
	readonly outside: VirtualOutside;
	/** Ids of messages that the provider took, whatever was reported. */
	readonly takenIds: ReadonlySet<string>;
	/** Ids that were sent, but never taken. */
	readonly refusedIds: ReadonlySet<string>;
}

/** Runs the pipeline in virtual time against a network that answers by a script. */
export async function runExecution(
	items: readonly InputItem[],
	provider: Provider,
	connection: Connection,
	settings: DeliverySettings,
	{ answers, cancelAt, chance }: Network,
): Promise<Execution> {
	const takenIds = new Set<string>();
	const sentIds = new Set<string>();
	const outside = new VirtualOutside((request, position) => {
		const scripted = answers[position % answers.length];
		if (scripted === undefined) throw new Error('A network needs at least one answer');
		idsOf(request).forEach((id) => sentIds.add(id));
		if (isTaken(scripted, provider)) idsOf(request).forEach((id) => takenIds.add(id));
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
	const refusedIds = new Set([...sentIds].filter((id) => !takenIds.has(id)));
	return { ...result, outside, takenIds, refusedIds };
}

function isTaken(scripted: Scripted, provider: Provider): boolean {
	return (
		!('kind' in scripted) && provider.readResponse(readRawResponse(scripted)).kind === 'accepted'
	);
}

/** Under the keys of all providers. */
function idsOf({ body }: SentRequest): readonly string[] {
	const ids = ['message_id', 'messageId', 'messageIds'].map((key) => property(body, key));
	return ids.flat().filter((id): id is string => typeof id === 'string');
}
