import { StartFailure } from '../../../e2e/failure.mts';
import { HELP, isAskedFor, readMatrixOptions } from '../../../e2e/matrix/options.mts';
import { setupName } from '../../../e2e/matrix/setup.mts';

function setupsOf(...commandLine: string[]): string[] {
	return readMatrixOptions(commandLine).setups.map(setupName);
}

/** What readMatrixOptions throws for a command line. */
function failureOf(...commandLine: string[]): unknown {
	try {
		readMatrixOptions(commandLine);
	} catch (error) {
		return error;
	}
	return undefined;
}

describe('the command line of npm run test:e2e', () => {
	it('runs both versions of n8n in both modes', () => {
		expect(setupsOf()).toEqual([
			'n8n 2.41.1, regular mode',
			'n8n 2.41.1, queue mode',
			'n8n 1.123.81, regular mode',
			'n8n 1.123.81, queue mode',
		]);
	});

	it('runs one version or one mode alone', () => {
		expect(setupsOf('--host', '1')).toEqual([
			'n8n 1.123.81, regular mode',
			'n8n 1.123.81, queue mode',
		]);
		expect(setupsOf('--mode=queue', '--host=2')).toEqual(['n8n 2.41.1, queue mode']);
	});

	it.each([
		['--host', '3', 'It takes one of: 2, 1.'],
		['--mode', 'cluster', 'It takes one of: regular, queue.'],
	])('refuses %s %s and says what it takes', (option, value, advice) => {
		const failure = failureOf(option, value);
		expect(failure).toBeInstanceOf(StartFailure);
		expect(failure).toMatchObject({ message: `${option} was given "${value}".`, advice });
	});

	it('names an unknown option', () => {
		expect(failureOf('--hots=2')).toMatchObject({
			message: expect.stringContaining('--hots') as string,
		});
	});

	it('picks cases by all the words, in any writing and order', () => {
		const { only } = readMatrixOptions(['--only', 'Unread SECOND']);
		expect(isAskedFor('second Mark Chat as Unread direct chat', only)).toBe(true);
		expect(isAskedFor('first Mark Chat as Unread direct chat', only)).toBe(false);
		expect(isAskedFor('anything', readMatrixOptions([]).only)).toBe(true);
	});

	it('explains itself', () => {
		for (const option of ['--host', '--mode', '--only', '--help']) expect(HELP).toContain(option);
	});
});
