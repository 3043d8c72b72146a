import { readVerifyOptions } from '../../../tools/package/options.mts';

describe('npm run verify', () => {
	it('builds first and starts no n8n by itself', () => {
		expect(readVerifyOptions([])).toEqual({ help: false, skipBuild: false, starts: 0 });
	});

	it('starts n8n three times with and without the package when asked to', () => {
		expect(readVerifyOptions(['--startup']).starts).toBe(3);
		expect(readVerifyOptions(['--starts', '5']).starts).toBe(5);
	});

	it.each(['0', '-1', 'many', '51', '1.5'])('refuses %s starts', (given) => {
		expect(() => readVerifyOptions([`--starts=${given}`])).toThrow(
			`--starts was given "${given}", which is no number of starts.`,
		);
	});

	it('refuses an option it does not know', () => {
		expect(() => readVerifyOptions(['--quick'])).toThrow('--quick');
	});
});
