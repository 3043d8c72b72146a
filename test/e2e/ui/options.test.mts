import { isMeant, readUiOptions } from '../../../e2e/ui/options.mts';

describe('The command line of the editor checks', () => {
	it('runs everything without a window when nothing is given', () => {
		const options = readUiOptions([]);

		expect(options).toEqual({ help: false, only: [], keep: false, headed: false });
	});

	it('takes the words of --only apart', () => {
		const { only } = readUiOptions(['--only', ' Panel  group ']);

		expect(only).toEqual(['panel', 'group']);
	});

	it.each([
		[['--only', '  '], '--only was given no words.'],
		[['--keep'], '--keep goes with --only: without it all pictures are kept.'],
		[['--fast'], "Unknown option '--fast'"],
	])('refuses %j and says why', (commandLine, reason) => {
		expect(() => readUiOptions(commandLine)).toThrow(reason);
	});
});

describe('A check is meant by --only', () => {
	it('when its name holds all the words, in any case and order', () => {
		expect(isMeant('With Group + Chat the panel shows …', ['panel', 'group'])).toBe(true);
	});

	it('and not when one of them is missing', () => {
		expect(isMeant('With Chat the panel shows …', ['panel', 'group'])).toBe(false);
	});
});
