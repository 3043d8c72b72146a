import { countMutants, scoreOf, totalOf } from './score.mts';
import { drawScores, withScores } from './table.mts';

const part = { name: 'plan', killed: 6, timedOut: 2, survived: 1, notCovered: 1, invalid: 5 };

describe('The mutation score', () => {
	it('counts what became of the mutants of all files', () => {
		const report = {
			files: {
				'a.ts': { mutants: [{ status: 'Killed' }, { status: 'Timeout' }] },
				'b.ts': { mutants: [{ status: 'Survived' }, { status: 'NoCoverage' }] },
			},
		};

		expect(countMutants('plan', report)).toEqual({
			name: 'plan',
			killed: 1,
			timedOut: 1,
			survived: 1,
			notCovered: 1,
			invalid: 0,
		});
	});

	it('is the share of mutants that a test noticed; code that no test runs is not noticed', () => {
		expect(scoreOf(part)).toBe(80);
	});

	it('of several parts weighs each mutant alike', () => {
		const other = { ...part, killed: 30, timedOut: 0, survived: 0, notCovered: 0 };

		expect(scoreOf(totalOf([part, other]))).toBe(95);
	});

	it('is 0 where there was nothing to notice', () => {
		expect(scoreOf(totalOf([]))).toBe(0);
	});
});

describe('The table of the scores', () => {
	it('has a row for each part and one for all', () => {
		expect(drawScores([part]).split('\n')).toEqual([
			'| Part | Mutants | A test failed | Never ended | Survived | Score  |',
			'| ---- | ------- | ------------- | ----------- | -------- | ------ |',
			'| plan | 10      | 6             | 2           | 2        | 80.0 % |',
			'| All  | 10      | 6             | 2           | 2        | 80.0 % |',
		]);
	});

	it('takes the place of the table that was there', () => {
		const marks = [
			'<!-- mutation score: written by npm run test:mutation -->',
			'<!-- end of the mutation score -->',
		];
		const page = `before ${marks.join('old')} after`;

		const changed = withScores(page, [part], '2026-11-21');

		expect(changed).toContain('Run on 2026-11-21.');
		expect(changed).not.toContain('old');
		expect(changed.startsWith('before ')).toBe(true);
		expect(changed.endsWith(' after')).toBe(true);
	});

	it('is not written where there is no place for it', () => {
		expect(() => withScores('a page', [part], '2026-11-21')).toThrow('no place');
	});
});
