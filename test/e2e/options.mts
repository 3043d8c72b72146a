import { parseCommandLine } from './command-line.mts';
import { StartFailure } from './failure.mts';

export const DEFAULT_N8N_PORT = 5678;

export interface StartOptions {
	readonly help: boolean;
	/** Leave after the table instead of staying up. */
	readonly once: boolean;
	/** Install n8n anew even when it is already there. */
	readonly fresh: boolean;
	/** Port of n8n; 0 = any free one. */
	readonly n8nPort: number;
	/** Port of the sandbox; 0 = any free one. */
	readonly sandboxPort: number;
}

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	once: { type: 'boolean' },
	fresh: { type: 'boolean' },
	port: { type: 'string' },
	'sandbox-port': { type: 'string' },
} as const;

export const HELP = `Runs WhatsApp Mark Read in a real n8n against a sandbox of its providers.

Usage: npm start -- [options]

  --once                leave after the table; exit code 0 when everything went as expected
  --port <number>       port of n8n (default ${DEFAULT_N8N_PORT}; with --once any free port)
  --sandbox-port <n>    port of the sandbox (default any free port)
  --fresh               install n8n anew (it is kept between starts otherwise)
  --help                this text

Every start begins with an empty n8n: what you change in its editor is gone at the next start.
Both servers listen on 127.0.0.1 only and stop with Ctrl-C.
`;

/**
 * Reads the command line (without `node` and the script's own name).
 * @throws StartFailure naming the option that is unknown or holds no port number.
 */
export function readOptions(commandLine: readonly string[]): StartOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm start');
	const once = values.once ?? false;
	return {
		help: values.help ?? false,
		once,
		fresh: values.fresh ?? false,
		n8nPort: readPort('--port', values.port, once ? 0 : DEFAULT_N8N_PORT),
		sandboxPort: readPort('--sandbox-port', values['sandbox-port'], 0),
	};
}

function readPort(option: string, given: string | undefined, fallback: number): number {
	if (given === undefined) return fallback;
	const port = Number(given);
	if (/^\d+$/.test(given) && port >= 1 && port <= 65535) return port;
	throw new StartFailure(
		`${option} was given "${given}", which is no port number.`,
		`Give a number from 1 to 65535, for example ${option} 5680.`,
	);
}
