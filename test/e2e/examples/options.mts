import { parseCommandLine } from '../command-line.mts';
import { StartFailure } from '../failure.mts';

export interface ExamplesOptions {
	readonly help: boolean;
	/** Install n8n anew even when it is already there. */
	readonly fresh: boolean;
	/** The examples to run, by file name without `.json`. */
	readonly files: readonly string[];
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	fresh: { type: 'boolean' },
	only: { type: 'string', multiple: true },
} as const;

/** The text of `--help`. @param files all examples, by file name without `.json` */
export function helpText(files: readonly string[]): string {
	return `Imports the workflows of examples/ into a real n8n and runs each of them against the sandbox.

Usage: npm run test:e2e -- --project=examples [options]

  --only <name>   one example alone; may be given several times:
${files.map((file) => `                    ${file}`).join('\n')}
  --fresh         install n8n anew (it is kept between runs otherwise)
  --help          this text

Prints what came in, what was marked as read and what was sent out; the exit code is 0 when
everything went as expected. Everything listens on 127.0.0.1 only.
`;
}

/**
 * Reads the command line (without `node` and the script's own name).
 * @param files all examples, by file name without `.json`
 * @throws StartFailure naming the option or the example that is unknown.
 */
export function readExamplesOptions(
	commandLine: readonly string[],
	files: readonly string[],
): ExamplesOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run test:e2e -- --project=examples');
	const only = (values.only ?? []).map((name) => name.replace(/\.json$/, ''));
	const unknown = only.find((name) => !files.includes(name));
	if (unknown !== undefined) {
		throw new StartFailure(
			`There is no example "${unknown}".`,
			`--only takes one of: ${files.join(', ')}.`,
		);
	}
	return {
		help: values.help ?? false,
		fresh: values.fresh ?? false,
		files: only.length === 0 ? files : files.filter((file) => only.includes(file)),
	};
}
