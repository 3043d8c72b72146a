import { judgePromises } from '../../../e2e/bench/required.mts';
import type { Comparison, SideResult } from '../../../e2e/bench/results.mts';
import { LATEST_ONLY, MANY_IDS } from '../../../e2e/bench/sides.mts';
import { providerOf } from '../../../scripts/providers.js';
import { keptComparisons, sample } from './comparisons.mts';

const missed = (comparisons: readonly Comparison[]) =>
	judgePromises(comparisons)
		.filter(({ isKept }) => !isKept)
		.map(({ promise, measured }) => `${promise}: ${measured}`);

/** The made-up results with one side's runs replaced. */
function withNode(
	where: Partial<Pick<Comparison, 'subject' | 'receipts'>>,
	samples: SideResult['samples'],
): readonly Comparison[] {
	return keptComparisons().map((comparison) => {
		const isMeant = Object.entries(where).every(
			([key, value]) => comparison[key as keyof Comparison] === value,
		);
		if (!isMeant) return comparison;
		const results = comparison.results.map((result) =>
			result.side.kind === 'node' ? { ...result, samples } : result,
		);
		return { ...comparison, results };
	});
}

describe('the promises of the node', () => {
	it('are all kept by results within their bounds', () => {
		expect(missed(keptComparisons())).toEqual([]);
	});

	it('are judged one by one: as many lines as there are bounds', () => {
		expect(judgePromises(keptComparisons())).toHaveLength(18);
	});

	it('name a side that was too slow with its ratio', () => {
		const slow = withNode({ subject: 'receipts', receipts: 1000 }, [
			sample({ nodeMs: 30_000, calls: 1000 }),
		]);
		expect(missed(slow).join('\n')).toContain('with a stored credential at most 0.6 ×: 0.75 ×');
		expect(missed(slow).join('\n')).toContain('with a bare token at most 1.2 ×: 1.50 ×');
	});

	it('see one request too many in flight', () => {
		const crowd = withNode({ subject: 'receipts', receipts: 1000 }, [
			sample({ nodeMs: 10_000, calls: 1000, mostInFlight: 51 }),
		]);
		expect(missed(crowd)).toContain(
			'Requests in flight with 50 at a time: never more than 50: 51 at most',
		);
	});

	it('see a cost per receipt that grows with the run', () => {
		const growing = withNode({ subject: 'receipts', receipts: 10_000 }, [
			sample({ nodeMs: 140_000, calls: 10_000, peakMb: 600 }),
		]);
		expect(missed(growing).join('\n')).toContain('growth at most 1.3 ×: 1.40 ×');
	});

	it('see too much memory', () => {
		const greedy = withNode({ subject: 'receipts', receipts: 10_000 }, [
			sample({ nodeMs: 100_000, calls: 10_000, peakMb: 1000 }),
		]);
		expect(missed(greedy).join('\n')).toContain('at most 1.5 ×: 1.67 ×');
	});

	it('see a call too many for the chats', () => {
		const chatty = withNode({ subject: 'chats' }, [sample({ nodeMs: 400, calls: 51 })]);
		expect(missed(chatty)).toEqual(
			[LATEST_ONLY, MANY_IDS].map(
				(id) => `1,000 messages of 50 chats, ${providerOf(id).displayName}: 50 calls: 51 calls`,
			),
		);
	});

	it('see lost receipts, refused calls and lost time under a rate limit', () => {
		const careless = withNode({ subject: 'limit' }, [
			sample({ nodeMs: 13_000, calls: 300, delivered: 299, refused: 1 }),
		]);
		expect(missed(careless)).toEqual([
			'Under a rate limit: all 300 receipts delivered: 299 delivered',
			'Under a rate limit: no call refused after the limit was first announced: 1 refused',
			'Under a rate limit: time against the least possible at most 1.15 ×: 1.25 ×',
		]);
	});

	it('are not judged where nothing was measured', () => {
		expect(judgePromises([])).toEqual([]);
	});
});
