import type { ReportTable } from '../report/tables.mts';
import type { Verdict } from '../required.mts';
import { PATIENCE_MS, timesAsMuch, webhookFigures, type WebhookResult } from './scene.mts';
import { INPUT_FIELDS, type InputFields } from './workflows.mts';

const BOUNDS = { time: 1.5, memory: 1.5 } as const;

/** How long n8n may answer nobody, by the number of chats. */
const SILENCE_BOUNDS_MS: Readonly<Record<number, number>> = { 1000: 1000, 3000: 3000 };

const LABELS: Readonly<Record<InputFields, string>> = { leftOut: 'off', included: 'on' };

/** The runs as a table; without rows when there were none. */
export function oneWebhookTable(results: readonly WebhookResult[]): ReportTable {
	return {
		title: 'One webhook with many chats, WhatsApp Cloud API, answers after 5 ms',
		head: [
			'Chats',
			'Size',
			'Include Input Fields',
			'Median until answered',
			'Longest time n8n answered nobody',
			'Peak memory',
		],
		rows: results.flatMap(({ chats, bytes, runs }) =>
			INPUT_FIELDS.map((inputFields) => {
				const { ms, silenceMs, peakMb } = webhookFigures(runs[inputFields]);
				return [
					count(chats),
					`${count(bytes / 1000)} kB`,
					LABELS[inputFields],
					ms === null ? NO_ANSWER : `${count(ms)} ms`,
					`${count(silenceMs)} ms`,
					peakMb === null ? '–' : `${count(peakMb)} MB`,
				];
			}),
		),
	};
}

/** What must hold. */
export function judgeOneWebhook(results: readonly WebhookResult[]): readonly Verdict[] {
	return results.flatMap(({ chats, runs }) => {
		const where = `One webhook with ${count(chats)} chats`;
		const off = webhookFigures(runs.leftOut);
		const on = webhookFigures(runs.included);
		const against = 'with Include Input Fields against without';
		return [
			atMost(`${where}: time ${against}`, timesAsMuch(on.ms, off.ms), BOUNDS.time),
			...INPUT_FIELDS.map((inputFields) => silence(where, inputFields, chats, runs[inputFields])),
			...(off.peakMb === null
				? []
				: [
						atMost(
							`${where}: memory ${against}`,
							timesAsMuch(on.peakMb, off.peakMb),
							BOUNDS.memory,
						),
					]),
		];
	});
}

function silence(
	where: string,
	inputFields: InputFields,
	chats: number,
	runs: WebhookResult['runs'][InputFields],
): Verdict {
	const { silenceMs } = webhookFigures(runs);
	const bound = SILENCE_BOUNDS_MS[chats] ?? 0;
	return {
		promise: `${where}, Include Input Fields ${LABELS[inputFields]}: n8n never silent for ${bound / 1000} s`,
		measured: `${count(silenceMs)} ms`,
		isKept: silenceMs < bound,
	};
}

function atMost(promise: string, measured: number | null, bound: number): Verdict {
	return {
		promise: `${promise} at most ${bound} ×`,
		measured: measured === null ? NO_ANSWER : `${measured.toFixed(2)} ×`,
		isKept: measured !== null && measured <= bound,
	};
}

const NO_ANSWER = `no answer within ${PATIENCE_MS / 1000} s`;

function count(value: number): string {
	return Math.round(value).toLocaleString('en');
}
