import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { sandboxCredential } from './accounts.mts';
import { PROVIDER_IDS, providerOf } from '../providers.js';
import { startSandbox, type Sandbox } from './startSandbox.mts';

const DEFAULT_PORT = '8787';

const HELP = `Usage: npx tsx tools/sandbox/cli.mts [--port <number>]

Starts the APIs of these providers on 127.0.0.1, as their documents describe them, and a page with a
phone for each: ${PROVIDER_IDS.map((id) => providerOf(id).displayName).join(', ')}.
Nothing leaves this machine, nothing is stored. Ctrl-C ends it.

  --port <number>  port to listen on, 0 for any free one (default: ${DEFAULT_PORT})
  --help           this text
`;

/**
 * Runs the sandbox from the command line until Ctrl-C.
 *
 * @param args the arguments after the script's name
 * @param pageFolder where the phone page's files lie
 * @returns the exit code: 0, or 1 when an argument is wrong or the port is taken
 */
export async function runSandbox(args: readonly string[], pageFolder: string): Promise<number> {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: 'string', default: DEFAULT_PORT },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) {
			process.stdout.write(HELP);
			return 0;
		}
		const sandbox = await startSandbox({
			port: portNumber(values.port),
			phonePage: { folder: pageFolder },
		});
		process.stdout.write(welcome(sandbox));
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
		await sandbox.close();
		return 0;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${reason}\nnpx tsx tools/sandbox/cli.mts --help shows what there is.\n`);
		return 1;
	}
}

function portNumber(text: string): number {
	if (/^\d{1,5}$/.test(text)) return Number(text);
	throw new Error(`--port needs a number from 0 to 65535, not "${text}"`);
}

function welcome(sandbox: Sandbox): string {
	const credentials = PROVIDER_IDS.map((provider) => {
		const fields = Object.entries(sandboxCredential(provider, sandbox.url));
		return `${provider}\n${fields.map(([name, value]) => `  ${name.padEnd(18)} ${value}\n`).join('')}`;
	});
	return `The sandbox listens at ${sandbox.url}
Phone page:            ${sandbox.url}/phone/

Credentials to type into n8n (made up, worth nothing elsewhere):

${credentials.join('\n')}
What it remembers:  curl ${sandbox.url}/sandbox/memory
Send a webhook:     curl -H 'content-type: application/json' ${sandbox.url}/sandbox/webhook \\
                      -d '{"provider":"${PROVIDER_IDS[0]}","kind":"direct","url":"<your n8n webhook>"}'

Ctrl-C ends it.
`;
}
