import type { Comparison, Sample } from '../../../e2e/bench/results.mts';
import { CHAT_SIDES, LIMIT_SIDES, RECEIPT_SIDES, type Side } from '../../../e2e/bench/sides.mts';

/** Made-up results in which every promise is kept. */
export function keptComparisons(): readonly Comparison[] {
	return [
		...[50, 5].flatMap((latencyMs) =>
			[1, 100, 1000, 10_000].map((receipts) => ({
				subject: 'receipts' as const,
				receipts,
				conditions: { latencyMs, limit: null },
				results: RECEIPT_SIDES.map((side) => ({
					side,
					samples: [sampleOf(side, receipts), sampleOf(side, receipts)],
				})),
			})),
		),
		...[...CHAT_SIDES.values()].map((sides) => ({
			subject: 'chats' as const,
			receipts: 1000,
			conditions: { latencyMs: 50, limit: null },
			results: sides.map((side) => ({
				side,
				samples: [sample({ nodeMs: 400, calls: side.kind === 'node' ? 50 : 1000 })],
			})),
		})),
		{
			subject: 'limit',
			receipts: 300,
			conditions: { latencyMs: 50, limit: { requests: 100, windowMs: 5000 } },
			results: LIMIT_SIDES.map((side) => ({
				side,
				samples: [
					side.kind === 'node'
						? sample({ nodeMs: 10_600, calls: 300, delivered: 300 })
						: sample({ nodeMs: 900, calls: 300, delivered: 100, refused: 200 }),
				],
			})),
		},
	];
}

function sampleOf({ concurrency, kind }: Side, receipts: number): Sample {
	const slowness = { node: 1, nodeWithFields: 1.1, storedCredential: 4, bareToken: 2 }[kind];
	return sample({
		nodeMs: slowness * receipts * 10,
		calls: receipts,
		delivered: receipts,
		mostInFlight: Math.min(receipts, concurrency ?? receipts),
		peakMb: receipts === 10_000 ? 600 : null,
	});
}

interface MadeUp {
	readonly nodeMs: number;
	readonly calls: number;
	readonly delivered?: number;
	readonly refused?: number;
	readonly mostInFlight?: number;
	readonly peakMb?: number | null;
}

/** One made-up run. */
export function sample(given: MadeUp): Sample {
	const { nodeMs, calls, delivered = 1000, refused = 0, mostInFlight = 10, peakMb = null } = given;
	return {
		nodeMs,
		seen: {
			calls,
			mostInFlight,
			delivered,
			refused,
			refusedAfterAnnouncement: refused,
			firstCallAt: 1_760_000_000_100,
			lastAnswerAt: 1_760_000_000_100 + nodeMs,
		},
		memory: peakMb === null ? null : { before: 400, peak: peakMb },
	};
}
