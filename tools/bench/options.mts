import { parseCommandLine } from '../../test/e2e/command-line.mts';
import { StartFailure } from '../../test/e2e/failure.mts';
import type { Subject } from './results.mts';

/** What is measured: where sides compete, and the two scenes of the node alone. */
export type BenchSubject = Subject | 'unannounced' | 'webhook';

export const SUBJECTS: readonly BenchSubject[] = [
	'receipts',
	'chats',
	'limit',
	'unannounced',
	'webhook',
];

/** Below this a median says little; the written report is made with at least so many runs. */
export const LEAST_RUNS = 5;

export interface BenchOptions {
	readonly help: boolean;
	/** A few minutes instead of the whole: nothing is written. */
	readonly quick: boolean;
	/** One subject alone; null: all of them. */
	readonly only: BenchSubject | null;
	/** Counted runs of each side with 1,000 receipts; other sizes follow from it. */
	readonly runs: number;
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	quick: { type: 'boolean' },
	only: { type: 'string' },
	runs: { type: 'string' },
} as const;

export const HELP = `Measures WhatsApp Mark Read in a real n8n beside n8n's HTTP Request node.

Usage: npm run bench -- [options]

  --quick          about ten minutes: no run of 10,000 receipts, fewer runs
  --only <name>    one subject alone:
                     receipts     1 to 10,000 receipts, one call each
                     chats        1,000 messages of 50 chats: how many calls it takes
                     limit        300 receipts under a rate limit that is enforced
                     unannounced  60 receipts, and 40 executions, under a limit without headers
                     webhook      one webhook with 1,000 and 3,000 chats, input fields off and on
  --runs <n>       counted runs of each side with 1,000 receipts (default ${LEAST_RUNS})
  --help           this text

A whole benchmark takes about three quarters of an hour and writes docs/benchmarks.md and
docs/images/benchmark.svg; with --only unannounced or webhook it writes that part of the page;
with --quick, another --only or fewer than ${LEAST_RUNS} runs it only prints.
The exit code is 1 when a receipt was lost under a limit without headers, or too many calls were made,
or one webhook kept n8n from answering; a slow machine is no failure.
Everything listens on 127.0.0.1 only. For numbers that mean something, leave the machine alone.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown or has an unusable value.
 */
export function readBenchOptions(commandLine: readonly string[]): BenchOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run bench');
	const quick = values.quick ?? false;
	return {
		help: values.help ?? false,
		quick,
		only: readSubject(values.only),
		runs: readRuns(values.runs, quick ? 3 : LEAST_RUNS),
	};
}

/** Whether the results are complete enough to be written into the documentation. */
export function isWholeBenchmark({ quick, only, runs }: BenchOptions): boolean {
	return !quick && only === null && runs >= LEAST_RUNS;
}

/** Whether one part was measured as often as in the whole benchmark: then it is written into the page. */
export function isWholePart({ quick, only, runs }: BenchOptions): boolean {
	return !quick && (only === 'unannounced' || only === 'webhook') && runs >= LEAST_RUNS;
}

function readSubject(given: string | undefined): BenchSubject | null {
	if (given === undefined) return null;
	const subject = SUBJECTS.find((candidate) => candidate === given);
	if (subject !== undefined) return subject;
	throw new StartFailure(
		`--only was given "${given}", which is no subject of the benchmark.`,
		`Give one of: ${SUBJECTS.join(', ')}.`,
	);
}

function readRuns(given: string | undefined, fallback: number): number {
	if (given === undefined) return fallback;
	const runs = Number(given);
	if (/^\d+$/.test(given) && runs >= 1 && runs <= 100) return runs;
	throw new StartFailure(
		`--runs was given "${given}", which is no number of runs.`,
		'Give a whole number from 1 to 100, for example --runs 7.',
	);
}
