import { MATRIX_CASES } from '../../../e2e/matrix/cases/index.mts';
import { OPERATION_NAMES } from '../../../e2e/providers/provider.mts';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';

function rowsOf(provider: string): string[] {
	return MATRIX_CASES.filter((trial) => trial.provider === provider).map(({ row }) => row);
}

describe.each(PROVIDERS)('the cases of $id', ({ id, operations }) => {
	it('try every operation it offers, and no other, from both sources in both kinds of chat', () => {
		for (const [operation, name] of Object.entries(OPERATION_NAMES)) {
			const isOffered = operations.some((offered) => offered === operation);
			const cases = MATRIX_CASES.filter(({ provider, row }) => provider === id && row === name);
			expect(cases.map((trial) => trial.name)).toEqual(
				isOffered
					? [
							'direct chat, from the webhook',
							'group chat, from the webhook',
							'direct chat, from fields',
							'group chat, from fields',
						]
					: [],
			);
		}
	});

	it('try typing, the error output, saved workflows and the Test button', () => {
		expect(rowsOf(id)).toEqual(
			expect.arrayContaining([
				'Show Typing Indicator',
				'Error output',
				'Saved workflow, version 1',
				'Test of the credential',
			]),
		);
	});
});

describe('the cases of the matrix', () => {
	it('have names that tell them apart', () => {
		const names = MATRIX_CASES.map(({ provider, row, name }) => `${provider} ${row} ${name}`);
		expect(new Set(names).size).toBe(names.length);
	});

	it('try Only the Latest Message where it is offered', () => {
		const tried = MATRIX_CASES.filter(({ row }) => row === 'Only the Latest Message');
		const offered = PROVIDERS.filter(({ latestOnlyDefault }) => latestOnlyDefault !== null);
		expect([...new Set(tried.map(({ provider }) => provider))]).toEqual(
			offered.map(({ id }) => id),
		);
	});
});
