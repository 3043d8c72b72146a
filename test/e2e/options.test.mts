import { StartFailure } from '../../e2e/failure.mts';
import { DEFAULT_N8N_PORT, HELP, readOptions } from '../../e2e/options.mts';

/** What readOptions throws for a command line. */
function failureOf(...commandLine: string[]): unknown {
	try {
		readOptions(commandLine);
	} catch (error) {
		return error;
	}
	return undefined;
}

describe('the command line of npm start', () => {
	it('uses the usual port of n8n when it is to stay up', () => {
		expect(readOptions([])).toMatchObject({ once: false, n8nPort: DEFAULT_N8N_PORT });
	});

	it('uses any free port with --once, so that runs never collide', () => {
		expect(readOptions(['--once'])).toMatchObject({ once: true, n8nPort: 0, sandboxPort: 0 });
	});

	it('uses the ports it was given', () => {
		const options = readOptions(['--once', '--port', '5690', '--sandbox-port=8787']);
		expect(options).toMatchObject({ n8nPort: 5690, sandboxPort: 8787 });
	});

	it.each(['0', '65536', '80a', '-1', '1e3', ''])('refuses the port "%s" by name', (port) => {
		const failure = failureOf(`--port=${port}`);
		expect(failure).toBeInstanceOf(StartFailure);
		expect(failure).toMatchObject({
			message: `--port was given "${port}", which is no port number.`,
		});
	});

	it('names an unknown option and says where the known ones are listed', () => {
		expect(failureOf('--onec')).toMatchObject({
			message: expect.stringContaining('--onec') as string,
			advice: expect.stringContaining('--help') as string,
		});
	});

	it('explains every option in its help', () => {
		for (const option of ['--once', '--port', '--sandbox-port', '--fresh', '--help']) {
			expect(HELP).toContain(option);
		}
	});
});
