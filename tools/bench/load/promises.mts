import type { Verdict } from '../required.mts';
import { heapGrowthMb, type LoadResult, type SideResult } from './results.mts';

/** The heap in use varies by some MB from one look to the next; 5 MB are 4 kB for each execution of a minute. */
const MOST_GROWTH_MB = 5;

/** Judges what the node promises under load. */
export function judgeLoad({ sides }: LoadResult): readonly Verdict[] {
	const node = sides.find(({ side }) => side === 'node');
	const httpRequest = sides.find(({ side }) => side === 'httpRequest');
	if (node === undefined || httpRequest === undefined) throw new RangeError('A side is missing');
	return [...receipts(node), ...executions(node), memory(node, httpRequest)];
}

function receipts({ stretches }: SideResult): readonly Verdict[] {
	return stretches.map(({ posted, marked }, position) => ({
		promise: `${stretchName(position)}: no receipt is lost`,
		measured: `${count(marked)} of ${count(posted)} marked`,
		isKept: marked === posted,
	}));
}

function executions({ stretches }: SideResult): readonly Verdict[] {
	return stretches.map(({ posted, answered, succeeded }, position) => ({
		promise: `${stretchName(position)}: n8n takes every webhook, and every execution ends well`,
		measured: `${count(answered)} taken, ${count(succeeded)} ended well`,
		isKept: answered === posted && succeeded === posted,
	}));
}

function memory(node: SideResult, httpRequest: SideResult): Verdict {
	const ours = heapGrowthMb(node);
	const theirs = heapGrowthMb(httpRequest);
	return {
		promise: `Memory in use after the second stretch against the first: at most ${MOST_GROWTH_MB} MB more than with HTTP Request`,
		measured: `${signed(ours)} MB, HTTP Request ${signed(theirs)} MB`,
		isKept: ours <= Math.max(0, theirs) + MOST_GROWTH_MB,
	};
}

/** As in "First stretch". */
export function stretchName(position: number): string {
	return position === 0 ? 'First stretch' : 'Second stretch';
}

function signed(value: number): string {
	return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}

function count(value: number): string {
	return value.toLocaleString('en');
}
