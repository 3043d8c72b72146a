import { parseArgs, type ParseArgsConfig } from 'node:util';

import { StartFailure } from './failure.mts';

/**
 * Reads the options of a program from its command line.
 * @param program how it is started, as in `npm run bench`
 * @throws StartFailure for an option that is not among them, or lacks its value.
 */
export function parseCommandLine<Known extends NonNullable<ParseArgsConfig['options']>>(
	commandLine: readonly string[],
	options: Known,
	program: string,
) {
	try {
		return parseArgs({ args: [...commandLine], options }).values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartFailure(reason, `${program} -- --help lists the options.`);
	}
}
