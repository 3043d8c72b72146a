import { Checks } from '../../../e2e/matrix/cases/checks.mts';

describe('the checks of a case', () => {
	it('keep quiet about what is as it should be', () => {
		const checks = new Checks();

		checks.same('the ids', ['a', 'b'], ['a', 'b']);
		checks.holds('it speaks', true, 'hello');

		expect(checks.misses).toEqual([]);
	});

	it('say what was seen and what should have been', () => {
		const checks = new Checks();

		checks.same('the status', 'unread', 'read');
		checks.same('the receipt', undefined, 1);
		checks.holds('it speaks', false, '');

		expect(checks.misses).toEqual([
			'the status: "unread" instead of "read"',
			'the receipt: nothing instead of 1',
			'it speaks: not so, but ""',
		]);
	});
});
