import { drawResults, summarise } from '../../../tools/package/table.mts';

const RESULTS = [
	{ subject: 'Contents', seen: '105 files', faults: [] },
	{ subject: 'Own licence', seen: 'none', faults: ['LICENSE is not the MIT License'] },
];

describe('The table of checks', () => {
	it('says what each check saw, and below what is wrong', () => {
		const lines = drawResults(RESULTS).split('\n');

		expect(lines.find((line) => line.includes('Contents'))).toMatch(/105 files .* ok/);
		expect(lines.find((line) => line.includes('│ Own licence'))).toMatch(/none .* NOT OK/);
		expect(lines.at(-1)).toBe('Own licence: LICENSE is not the MIT License');
	});

	it('is summed up in a sentence', () => {
		expect(summarise(RESULTS)).toBe('1 of 2 checks passed.');
	});
});
