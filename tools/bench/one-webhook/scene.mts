import { buildWebhook } from '../../sandbox/index.mts';
import { alternate } from '../alternate.mts';
import type { Lab } from '../lab.mts';
import type { MemoryUse } from '../memory.mts';
import { median, ratio } from '../statistics.mts';
import { INPUT_FIELDS, type InputFields } from './workflows.mts';

/** Meta's maximum in one webhook, and about a megabyte of it. */
export const WEBHOOK_SIZES: readonly number[] = [1000, 3000];

/** Milliseconds after which nobody waits for the answer any more. */
export const PATIENCE_MS = 240_000;

const WARM_UP_CHATS = 100;

/** One counted run of one webhook. */
export interface WebhookRun {
	/** From posting the webhook until it was answered, milliseconds; null: not within {@link PATIENCE_MS}. */
	readonly ms: number | null;
	/** The longest stretch in which another webhook got no answer, until the execution was stored. */
	readonly silenceMs: number;
	/** Of the n8n process; null where the system does not tell. */
	readonly memory: MemoryUse | null;
}

/** One webhook of so many messages, with the input left out of the output and included. */
export interface WebhookResult {
	readonly chats: number;
	readonly bytes: number;
	readonly runs: Readonly<Record<InputFields, readonly WebhookRun[]>>;
}

/**
 * Posts one webhook with many chats, in turns with and without *Include Input Fields*, each time to
 * a new n8n, while another webhook is asked.
 * @param tell receives how far it is
 */
export async function playOneWebhook(
	lab: Lab,
	chats: number,
	runs: number,
	tell: (news: string) => void,
): Promise<WebhookResult> {
	const body = JSON.stringify(manyChats(chats));
	const warmUp = JSON.stringify(manyChats(WARM_UP_CHATS));
	const play = async (inputFields: InputFields): Promise<WebhookRun> => {
		await lab.renewN8n();
		await lab.runOneWebhook(inputFields, warmUp);
		const run = await lab.runOneWebhook(inputFields, body);
		const took = run.ms === null ? 'no answer' : `${Math.round(run.ms)} ms`;
		tell(`input fields ${inputFields}: ${took}, silent for ${Math.round(run.silenceMs)} ms`);
		return run;
	};
	const results = await alternate(INPUT_FIELDS, { runs, warmUp: 'warmedUpByRun' }, play);
	const runsOf = (wanted: InputFields) =>
		results.find(({ side }) => side === wanted)?.samples ?? [];
	return {
		chats,
		bytes: Buffer.byteLength(body),
		runs: { leftOut: runsOf('leftOut'), included: runsOf('included') },
	};
}

interface Envelope {
	readonly object: string;
	readonly entry: ReadonlyArray<{
		readonly id: string;
		readonly changes: ReadonlyArray<{ readonly field: string; readonly value: Value }>;
	}>;
}

interface Value {
	readonly contacts: readonly object[];
	readonly messages: readonly object[];
}

/** Meta's envelope with a message of each of so many people. */
export function manyChats(chats: number): object {
	const envelopes = Array.from({ length: chats }, (_, position) => {
		const order = {
			provider: 'cloudApi',
			kind: 'direct',
			chat: String(5_511_900_000_000 + position),
			text: 'Hello, is anyone there? I have a question about my last order.',
			timestamp: 1_760_000_000 + position,
		} as const;
		return buildWebhook(order).payload as Envelope;
	});
	const values = envelopes.flatMap(({ entry }) =>
		entry.flatMap(({ changes }) => changes.map(({ value }) => value)),
	);
	const [entry] = envelopes[0]?.entry ?? [];
	const value = {
		...values[0],
		contacts: values.flatMap(({ contacts }) => contacts),
		messages: values.flatMap(({ messages }) => messages),
	};
	return {
		object: envelopes[0]?.object,
		entry: [{ id: entry?.id, changes: [{ field: 'messages', value }] }],
	};
}

/** Several runs in one: medians, and the longest silence. */
export interface WebhookFigures {
	/** Null when an answer did not come. */
	readonly ms: number | null;
	readonly silenceMs: number;
	/** Highest memory of n8n, MB; null when it was not sampled. */
	readonly peakMb: number | null;
}

/** @throws RangeError when nothing was run */
export function webhookFigures(runs: readonly WebhookRun[]): WebhookFigures {
	const times = runs.flatMap(({ ms }) => (ms === null ? [] : [ms]));
	const peaks = runs.flatMap(({ memory }) => (memory === null ? [] : [memory.peak]));
	return {
		ms: times.length < runs.length ? null : median(times),
		silenceMs: Math.max(...runs.map(({ silenceMs }) => silenceMs)),
		peakMb: peaks.length === 0 ? null : median(peaks),
	};
}

/** How many times as much; null where one of them is not known. */
export function timesAsMuch(value: number | null, to: number | null): number | null {
	return value === null || to === null ? null : ratio(value, to);
}
