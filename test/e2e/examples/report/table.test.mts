import {
	drawExamples,
	summariseExamples,
	type ExampleRow,
} from '../../../../e2e/examples/report/table.mts';

const ROW: ExampleRow = {
	example: 'reply',
	occasion: 'a message',
	seen: {
		messages: [{ messageId: 'A', read: true }],
		calls: 1,
		sent: [
			{
				host: 'provider.example',
				path: '/send',
				body: { message: 'Thank you' },
				authorized: true,
			},
		],
		answer: { status: 200, body: '' },
		execution: { status: 'success', lastNode: 'Answer', stored: '[]' },
	},
	misses: [],
};

describe('the table of the examples', () => {
	it('shows what came in, what was marked, what was sent out and the verdict', () => {
		const table = drawExamples([ROW]);

		for (const text of ['reply', 'a message', 'read', 'provider.example: “Thank you”', 'ok']) {
			expect(table).toContain(text);
		}
	});

	it('says what was missed', () => {
		expect(drawExamples([{ ...ROW, misses: ['A is not read'] }])).toContain('MISSED: A is not');
	});

	it('counts an example as missed when one of its occasions was', () => {
		const rows = [ROW, { ...ROW, misses: ['A is not read'] }, { ...ROW, example: 'another' }];

		expect(summariseExamples(rows)).toBe('1 of 2 examples did what they promise.');
	});
});
