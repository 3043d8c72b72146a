import { parseCommandLine } from '../../../test/e2e/command-line.mts';
import { StartFailure } from '../../../test/e2e/failure.mts';

/** What the promise is about, and what the written report is made with. */
export const WHOLE_LOAD = { seconds: 60, rate: 20 } as const;

export interface LoadOptions {
	readonly help: boolean;
	/** How long each stretch lasts. */
	readonly seconds: number;
	/** Webhooks a second. */
	readonly rate: number;
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	seconds: { type: 'string' },
	rate: { type: 'string' },
} as const;

export const HELP = `Posts webhooks at a steady rate to a real n8n, one message and one execution each, and counts the receipts.

Usage: npm run test:load -- [options]

  --seconds <n>   length of a stretch (default ${WHOLE_LOAD.seconds}); each side runs two
  --rate <n>      webhooks a second (default ${WHOLE_LOAD.rate})
  --help          this text

n8n's HTTP Request node and WhatsApp Mark Read do the same, one after the other, each in an n8n process of its own. The whole
run takes about ten minutes and writes docs/load.md; a shorter or slower one only prints. The exit code is 0 when no
receipt was lost and memory did not grow. For numbers that mean something, leave the machine alone.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown or has an unusable value.
 */
export function readLoadOptions(commandLine: readonly string[]): LoadOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run test:load');
	return {
		help: values.help ?? false,
		seconds: readNumber('--seconds', values.seconds, WHOLE_LOAD.seconds, 3600),
		rate: readNumber('--rate', values.rate, WHOLE_LOAD.rate, 200),
	};
}

/** Whether the results are complete enough to be written into the documentation. */
export function isWholeLoad({ seconds, rate }: LoadOptions): boolean {
	return seconds === WHOLE_LOAD.seconds && rate === WHOLE_LOAD.rate;
}

function readNumber(
	option: string,
	given: string | undefined,
	fallback: number,
	most: number,
): number {
	if (given === undefined) return fallback;
	const value = Number(given);
	if (/^\d+$/.test(given) && value >= 1 && value <= most) return value;
	throw new StartFailure(
		`${option} was given "${given}", which is no number it can use.`,
		`Give a whole number from 1 to ${most}, for example ${option} ${fallback}.`,
	);
}
