import { readRawResponse } from '../../../nodes/WhatsAppMarkRead/responses/providerResponse';
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
import type { Scripted } from '../../helpers/virtualOutside';
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
	// A request is sent as soon as it is built: how it names its messages is each provider's own.
	let ids: readonly string[] = [];
	const observed: Provider = {
		...provider,
		buildRequest(call, at) {
			ids = call.kind === 'markMessages' ? call.messageIds : [];
			return provider.buildRequest(call, at);
		},
	};
	const outside = new VirtualOutside((_, position) => {
		const scripted = answers[position % answers.length];
		if (scripted === undefined) throw new Error('A network needs at least one answer');
		ids.forEach((id) => sentIds.add(id));
		markedBy(scripted, ids, provider).forEach((id) => acceptedIds.add(id));
		return scripted;
	});
	outside.chance = chance;
	if (cancelAt !== null) outside.cancelAt(cancelAt);
	const pace = new Pace();
	const job = {
		provider: observed,
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
