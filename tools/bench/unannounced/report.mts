import { providerOf } from '../../providers.js';
import type { ReportTable } from '../report/tables.mts';
import type { Verdict } from '../required.mts';
import { figuresOf, type UnannouncedResult, type UnannouncedScene } from './scene.mts';

const MOST_CALLS_PER_RECEIPT = 1.3;

/** Nobody can know a limit that is not announced without running into it. */
const AIM_OVER_LEAST = 1.5;

/** The scenes as a table; without rows when none was run. */
export function unannouncedTable(results: readonly UnannouncedResult[]): ReportTable {
	return {
		title:
			'A rate limit without headers: 20 calls per 25 s, answers after 50 ms, the rest refused without a word about when',
		head: [
			'Provider',
			'What',
			'Receipts',
			'Lost',
			'Calls',
			'Calls ÷ receipts',
			'Median',
			'Least possible',
			'Against the least possible',
		],
		rows: results.map((result) => {
			const { receipts, lost, calls, callsPerReceipt, ms, leastMs, overLeast } = figuresOf(result);
			return [
				providerOf(result.scene.provider).displayName,
				whatOf(result.scene),
				String(receipts),
				String(lost),
				String(calls),
				`${callsPerReceipt.toFixed(2)} ×`,
				seconds(ms),
				seconds(leastMs),
				overLeast === null ? 'not done' : `${overLeast.toFixed(2)} ×`,
			];
		}),
	};
}

/** What must hold. */
export function judgeUnannounced(results: readonly UnannouncedResult[]): readonly Verdict[] {
	return results.flatMap((result) => {
		const { receipts, lost, callsPerReceipt } = figuresOf(result);
		const where = whereOf(result.scene);
		return [
			{
				promise: `${where}: all ${receipts} receipts delivered`,
				measured: `${lost} lost`,
				isKept: lost === 0,
			},
			{
				promise: `${where}: calls for each receipt at most ${MOST_CALLS_PER_RECEIPT}`,
				measured: callsPerReceipt.toFixed(2),
				isKept: callsPerReceipt <= MOST_CALLS_PER_RECEIPT,
			},
		];
	});
}

/** What is aimed at. */
export function judgeUnannouncedTime(results: readonly UnannouncedResult[]): readonly Verdict[] {
	return results.map((result) => {
		const { overLeast } = figuresOf(result);
		return {
			promise: `${whereOf(result.scene)}: time against the least possible at most ${AIM_OVER_LEAST} × (an aim)`,
			measured: overLeast === null ? 'not done' : `${overLeast.toFixed(2)} ×`,
			isKept: overLeast !== null && overLeast <= AIM_OVER_LEAST,
		};
	});
}

function whereOf(scene: UnannouncedScene): string {
	return `A rate limit without headers, ${providerOf(scene.provider).displayName}, ${whatOf(scene)}`;
}

function whatOf({ executions, receiptsEach }: UnannouncedScene): string {
	return executions === 1
		? `1 execution of ${receiptsEach} messages`
		: `${executions} executions of ${receiptsEach} message`;
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
