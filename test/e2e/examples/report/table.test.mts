import {
	drawExamples,
	summariseExamples,
	type ExampleRow,
} from '../../../../e2e/examples/report/table.mts';

const ROW: ExampleRow = {
	example: 'reply-ryze',
	occasion: 'a message',
	seen: {
		messages: [{ messageId: 'A', read: true }],
		calls: 1,
		sent: [
			{
				host: 'ryzeapi.cloud',
				path: '/api/message/text/support',
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

		for (const text of ['reply-ryze', 'a message', 'read', 'ryzeapi.cloud: “Thank you”', 'ok']) {
			expect(table).toContain(text);
		}
	});

	it('says what was missed', () => {
		expect(drawExamples([{ ...ROW, misses: ['A is not read'] }])).toContain('MISSED: A is not');
	});

	it('counts an example as missed when one of its occasions was', () => {
		const rows = [ROW, { ...ROW, misses: ['A is not read'] }, { ...ROW, example: 'reply-wawp' }];

		expect(summariseExamples(rows)).toBe('1 of 2 examples did what they promise.');
	});
});
