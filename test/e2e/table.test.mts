import { describeNodeAnswer, readNodeAnswer } from '../../e2e/demo/node-answer.mts';
import { drawTable, summarise, type DemoRow } from '../../e2e/demo/table.mts';

const row: DemoRow = {
	provider: 'First',
	event: 'group message',
	messageId: '3EB08FCF27E532F1B0F5',
	nodeSaid: 'read',
	sandboxSays: 'read',
	verdict: 'ok',
};

describe('the table of what was marked', () => {
	it('shows both witnesses and the verdict of every event', () => {
		const table = drawTable([row, { ...row, provider: 'Second', verdict: 'NOT MARKED' }]);
		for (const text of ['First', 'group message', row.messageId, 'Second', 'NOT MARKED']) {
			expect(table).toContain(text);
		}
	});

	it('keeps both ends of an id that is too long for its column', () => {
		const table = drawTable([{ ...row, messageId: `wamid.HBgLMTY1${'x'.repeat(40)}0NTU1NAA=` }]);
		expect(table).toContain('wamid.HBgL…');
		expect(table).toContain('0NTU1NAA=');
	});

	it('counts what went as expected', () => {
		expect(summarise([row, { ...row, verdict: 'NOT SKIPPED' }])).toBe(
			'1 of 2 events went as expected.',
		);
	});
});

describe('the node’s output in a table cell', () => {
	it('is the status of a receipt', () => {
		expect(describeNodeAnswer(readNodeAnswer([{ success: true, status: 'read' }]))).toBe('read');
	});

	it('is the reason of a skipped event', () => {
		const items = readNodeAnswer([{ status: 'skipped', reason: 'a delivery status' }]);
		expect(describeNodeAnswer(items)).toBe('skipped: a delivery status');
	});

	it('is an error and its explanation', () => {
		const items = readNodeAnswer([{ error: 'Refused', message: 'Check the id.', details: {} }]);
		expect(describeNodeAnswer(items)).toBe('error: Refused\nCheck the id.');
	});

	it('says an error once when its explanation repeats it', () => {
		const items = readNodeAnswer([{ error: 'Not found', message: 'Not found: check the id' }]);
		expect(describeNodeAnswer(items)).toBe('error: Not found: check the id');
	});

	it('is what n8n says when the workflow itself failed', () => {
		expect(describeNodeAnswer(readNodeAnswer({ message: 'Error in workflow' }))).toBe(
			'Error in workflow',
		);
	});

	it('says when there was none', () => {
		expect(describeNodeAnswer(readNodeAnswer([]))).toBe('nothing');
	});
});
