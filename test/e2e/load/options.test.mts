import { isWholeLoad, readLoadOptions } from '../../../e2e/load/options.mts';

describe('npm run test:load', () => {
	it('posts 20 webhooks a second for a minute', () => {
		const options = readLoadOptions([]);

		expect(options).toEqual({ help: false, seconds: 60, rate: 20 });
		expect(isWholeLoad(options)).toBe(true);
	});

	it('writes nothing after a shorter or slower run', () => {
		expect(isWholeLoad(readLoadOptions(['--seconds', '10']))).toBe(false);
		expect(isWholeLoad(readLoadOptions(['--rate', '5']))).toBe(false);
	});

	it.each(['0', '-5', 'fast', '2.5', '201'])('refuses %s webhooks a second', (given) => {
		expect(() => readLoadOptions([`--rate=${given}`])).toThrow(
			`--rate was given "${given}", which is no number it can use.`,
		);
	});

	it('refuses an option it does not know', () => {
		expect(() => readLoadOptions(['--minutes', '1'])).toThrow('--minutes');
	});
});
