import { parseCommandLine } from '../../test/e2e/command-line.mts';
import { StartFailure } from '../../test/e2e/failure.mts';

const DEFAULT_STARTS = 3;

export interface VerifyOptions {
	readonly help: boolean;
	/** Check what dist holds instead of building it anew. */
	readonly skipBuild: boolean;
	/** How often n8n is started with and without the package; 0: not at all. */
	readonly starts: number;
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	'skip-build': { type: 'boolean' },
	startup: { type: 'boolean' },
	starts: { type: 'string' },
} as const;

export const HELP = `Checks the package as it would be published: n8n's own scanner, its loader, the oldest n8n, publint, licences, contents.

Usage: npm run verify -- [options]

  --skip-build     check what was built before (it is built anew otherwise)
  --startup        measure as well what the package adds to n8n's start: a few minutes, and
                   n8n is downloaded when it is not there yet
  --starts <n>     starts with and without the package, each (default ${DEFAULT_STARTS}; implies --startup)
  --help           this text

The exit code is 0 when everything is as it should be. The first run downloads n8n's scanner and the oldest n8n.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown or has an unusable value.
 */
export function readVerifyOptions(commandLine: readonly string[]): VerifyOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run verify');
	return {
		help: values.help ?? false,
		skipBuild: values['skip-build'] ?? false,
		starts: readStarts(values.starts, values.startup === true ? DEFAULT_STARTS : 0),
	};
}

function readStarts(given: string | undefined, fallback: number): number {
	if (given === undefined) return fallback;
	const starts = Number(given);
	if (/^\d+$/.test(given) && starts >= 1 && starts <= 50) return starts;
	throw new StartFailure(
		`--starts was given "${given}", which is no number of starts.`,
		'Give a whole number from 1 to 50, for example --starts 5.',
	);
}
