import { helpText, readExamplesOptions } from '../../../e2e/examples/options.mts';

const FILES = ['first', 'second', 'third'];

describe('the command line of npm run test:examples', () => {
	it('runs every example unless told otherwise', () => {
		expect(readExamplesOptions([], FILES)).toEqual({ help: false, fresh: false, files: FILES });
	});

	it('runs those that --only names, with or without .json', () => {
		const commandLine = ['--only', 'third', '--only', 'first.json'];

		expect(readExamplesOptions(commandLine, FILES).files).toEqual(['first', 'third']);
	});

	it('names the example it does not know', () => {
		expect(() => readExamplesOptions(['--only', 'reply-all'], FILES)).toThrow(
			'There is no example "reply-all".',
		);
	});

	it('names the option it does not know', () => {
		expect(() => readExamplesOptions(['--fast'], FILES)).toThrow('--fast');
	});

	it('lists the examples in its help', () => {
		expect(helpText(FILES)).toContain('second');
	});
});
