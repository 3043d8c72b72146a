import { judgeLoad } from '../../../e2e/load/promises.mts';
import { loadResult, stretch } from './loadResult.mts';

function missed(...stretches: Parameters<typeof loadResult>[0]): readonly string[] {
	return judgeLoad(loadResult(stretches))
		.filter(({ isKept }) => !isKept)
		.map(({ measured }) => measured);
}

describe('What is promised under load', () => {
	it('is kept when every receipt arrived and memory stayed as it was', () => {
		expect(missed(stretch(), stretch())).toEqual([]);
	});

	it('is missed by a single lost receipt', () => {
		expect(missed(stretch(), stretch({ marked: 1199 }))).toEqual(['1,199 of 1,200 marked']);
	});

	it('is missed by an execution that failed, and by a webhook nobody took', () => {
		expect(missed(stretch({ succeeded: 1199 }), stretch({ answered: 1198 }))).toEqual([
			'1,200 taken, 1,199 ended well',
			'1,198 taken, 1,200 ended well',
		]);
	});

	it('is missed when memory grows more than with the HTTP Request node', () => {
		const grown = stretch({ memory: { heapMb: 206, residentMb: 500 } });

		expect(missed(stretch(), grown)).toEqual(['+6.0 MB, HTTP Request 0.0 MB']);
	});

	it('is kept when memory shrinks', () => {
		const shrunk = stretch({ memory: { heapMb: 150, residentMb: 500 } });

		expect(missed(stretch(), shrunk)).toEqual([]);
	});
});
