import { parseCommandLine } from '../command-line.mts';
import { StartFailure } from '../failure.mts';
import { HOST_VERSIONS } from '../host/versions.mts';
import { MODES, SETUPS, type Setup } from './setup.mts';

export interface MatrixOptions {
	readonly help: boolean;
	readonly setups: readonly Setup[];
	/** Words that a case's name must hold, in lower case; empty: all cases. */
	readonly only: readonly string[];
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	host: { type: 'string' },
	mode: { type: 'string' },
	only: { type: 'string' },
} as const;

export const HELP = `Runs WhatsApp Mark Read in real n8n installations against a sandbox of its providers.

Usage: npm run test:e2e -- [options]

  --host <2|1>            n8n ${HOST_VERSIONS.map(({ version }) => version).join(' or n8n ')} alone
  --mode <regular|queue>  one mode alone
  --only <words>          only the cases whose names hold all these words, as in --only "typing webhook";
                          "killed worker" is the load under which a worker is killed (queue mode)
  --help                  this text

Each case is judged by the node's output and by the sandbox's memory. The exit code is 1 when a case
missed or a secret was found. Queue mode runs a main instance and two workers with a Redis and a
PostgreSQL of its own; programs that are missing are unpacked into .cache/debian.
The first run downloads both versions of n8n (about 4 GB). Everything listens on 127.0.0.1 only.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown or has an unusable value.
 */
export function readMatrixOptions(commandLine: readonly string[]): MatrixOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run test:e2e');
	const major = readChoice(
		'--host',
		values.host,
		HOST_VERSIONS.map((host) => host.major),
	);
	const mode = readChoice('--mode', values.mode, MODES);
	return {
		help: values.help ?? false,
		setups: SETUPS.filter(
			(setup) =>
				(major === undefined || setup.host.major === major) &&
				(mode === undefined || setup.mode === mode),
		),
		only: (values.only ?? '').toLowerCase().split(/\s+/).filter(Boolean),
	};
}

/** Whether a case is among those asked for. */
export function isAskedFor(name: string, only: readonly string[]): boolean {
	const searched = name.toLowerCase();
	return only.every((word) => searched.includes(word));
}

function readChoice<Choice extends string>(
	option: string,
	given: string | undefined,
	choices: readonly Choice[],
): Choice | undefined {
	if (given === undefined) return undefined;
	const choice = choices.find((candidate) => candidate === given);
	if (choice !== undefined) return choice;
	throw new StartFailure(
		`${option} was given "${given}".`,
		`It takes one of: ${choices.join(', ')}.`,
	);
}
