import type { Provider } from '../providers/provider';
import { deliver, type DeliveryContext } from './deliver/deliver';
import type { ExchangeContext } from './deliver/exchange';
import { Gate } from './deliver/gate';
import { WaitBudget } from './deliver/waitForTurn';
import type { InputItem } from './item';
import { redactorFor } from './itemSecrets';
import { planCalls, sharesCalls, type ReceiptRequest } from './plan';
import { readItem } from './read';
import type { Report } from './receipt';
import { reportInputFailure, reportReceipt, reportSkipped } from './report';

/** Everything one execution needs besides its items. */
export interface Job extends Pick<ExchangeContext, 'provider' | 'connection' | 'pace' | 'outside'> {
	/** All providers: a payload of another one is recognised, to name it. */
	readonly providers: readonly Provider[];
	readonly settings: DeliverySettings;
	/** Whether *Show Typing Indicator* may be on for one item and off for another. */
	readonly typingVaries: boolean;
}

export interface DeliverySettings extends Pick<DeliveryContext, 'maxConcurrency' | 'maxRetries'> {
	/** Milliseconds that may be spent waiting for rate limits in one execution. */
	readonly maxWait: number;
}

export interface JobResult {
	/** One for each input item and chat, in the order of the input; none for events that are dropped. */
	readonly reports: readonly Report[];
	/** What the user should know although nothing failed; each once. */
	readonly warnings: readonly string[];
}

/**
 * The way of the items through the node: read → plan → deliver → report. Items arrive slice by slice: calls that need
 * not wait for other items start while n8n still resolves the expressions of the next slice. Rate limits, the
 * wait budget and de-duplication are shared by all slices of a run.
 * Never throws for what users, webhooks or providers do: it becomes a failed report of the item.
 */
export async function markRead(
	slices: Iterable<readonly InputItem[]> | AsyncIterable<readonly InputItem[]>,
	job: Job,
): Promise<JobResult> {
	const context = deliveryContext(job);
	const running: Array<Promise<JobResult>> = [];
	const together: InputItem[] = [];
	for await (const slice of slices) {
		const shares = (item: InputItem) => sharesCalls(item, job.provider, job.typingVaries);
		together.push(...slice.filter(shares));
		const alone = slice.filter((item) => !shares(item));
		if (alone.length > 0) running.push(markItems(alone, job, context));
	}
	running.push(markItems(together, job, context));
	const results = await Promise.all(running);
	return {
		reports: results
			.flatMap(({ reports }) => reports)
			.sort((one, other) => one.itemIndex - other.itemIndex),
		warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
	};
}

function deliveryContext({ settings, ...job }: Job): DeliveryContext {
	return {
		...job,
		...settings,
		gate: new Gate(settings.maxConcurrency),
		waitBudget: new WaitBudget(settings.maxWait),
		made: new Map(),
		typing: { isTooSlow: false },
	};
}

async function markItems(
	items: readonly InputItem[],
	{ provider, providers, connection }: Job,
	context: DeliveryContext,
): Promise<JobResult> {
	const readings = items.map((item) => ({
		item,
		reading: readItem(item, provider, providers, connection),
	}));
	const requests = readings.flatMap(({ item: { typingIndicator, latestOnly }, reading }) =>
		reading.kind === 'conversations'
			? reading.conversations.map((conversation) => ({ conversation, typingIndicator, latestOnly }))
			: [],
	);
	const plan = planCalls(requests, provider);
	const outcomes = await deliver(plan.calls, context);

	let reported = 0;
	const warnings = new Set(hintsAbout(requests, provider));
	const reports = readings.flatMap(({ item, reading }): readonly Report[] => {
		const hide = redactorFor(item.json, providers, connection.secrets);
		if (reading.kind === 'failed') {
			return [reportInputFailure(item, provider, reading.failure, hide)];
		}
		if (reading.kind === 'noMessage') {
			const isPassed = item.nonMessageEvents === 'pass';
			return isPassed ? [reportSkipped(item, provider, reading.reason, hide)] : [];
		}
		const first = reported;
		reported += reading.conversations.length;
		const receipts = plan.receipts.slice(first, reported).map((receipt) => {
			const result = reportReceipt(item, provider, receipt, outcomes, hide);
			result.warnings.forEach((warning) => warnings.add(warning));
			return result.report;
		});
		if (reading.hint !== undefined) warnings.add(reading.hint);
		if (reading.leftOut === undefined) return receipts;
		const { failure, messageIds } = reading.leftOut;
		return [...receipts, reportInputFailure(item, provider, failure, hide, messageIds)];
	});
	return { reports, warnings: [...warnings] };
}

/** What the provider warns of about messages that are sent nevertheless. */
function hintsAbout(requests: readonly ReceiptRequest[], provider: Provider): readonly string[] {
	return requests.flatMap(({ conversation }) => {
		if (conversation.kind !== 'markMessage') return [];
		const { messages, isGroup, sender } = conversation;
		return messages.flatMap(({ id }) => provider.hintAbout?.({ id, isGroup, sender }) ?? []);
	});
}
