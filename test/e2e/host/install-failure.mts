import { StartFailure } from '../failure.mts';
import { lastLines } from './command.mts';

interface KnownCause {
	readonly sign: RegExp;
	readonly what: string;
	readonly advice: string;
}

const KNOWN_CAUSES: readonly KnownCause[] = [
	{
		sign: /ENOSPC|no space left on device/i,
		what: 'the disk is full',
		advice: 'n8n needs about 2.5 GB. Free some space and start again.',
	},
	{
		sign: /EACCES|EPERM|permission denied/i,
		what: 'a folder may not be written to',
		advice: 'Give your user the right to write to the project folder and to the npm cache.',
	},
	{
		sign: /gyp ERR! find Python|not found: (make|python3?|g\+\+|cc|c\+\+)|(make|g\+\+|cc|c\+\+): (command )?not found|gyp ERR! find VS/i,
		what: 'a compiler is missing: python3, make and g++ build the SQLite driver of n8n',
		advice:
			'Install them (Debian/Ubuntu: apt-get install python3 make g++; Alpine: apk add python3 make g++; macOS: xcode-select --install; Windows: Visual Studio Build Tools with C++) and start again.',
	},
	{
		sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network|CERT_|SELF_SIGNED/i,
		what: 'a download failed',
		advice:
			'Check the internet connection and the npm registry and proxy settings (npm config get registry, npm ping) and start again; what is already downloaded is kept.',
	},
	{
		sign: /E401|E403|E404|ETARGET|404 Not Found/,
		what: 'the npm registry does not give out a package',
		advice: 'Check which registry npm uses (npm config get registry) and start again.',
	},
];

/**
 * Puts npm's failure into words.
 * @param step what was being done, as in "n8n could not be installed"
 * @param output everything npm printed
 */
export function explainInstallFailure(step: string, output: string): StartFailure {
	const cause = KNOWN_CAUSES.find(({ sign }) => sign.test(output));
	const end = `The last lines of npm:\n${lastLines(output, 12)}`;
	return cause
		? new StartFailure(`${step}: ${cause.what}.`, `${cause.advice}\n\n${end}`)
		: new StartFailure(`${step}.`, end);
}
