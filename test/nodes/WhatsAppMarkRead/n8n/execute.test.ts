import { ApplicationError, NodeOperationError } from 'n8n-workflow';
import type { ExecuteContext } from 'n8n-core';
import nock from 'nock';

import { execute } from '../../../../nodes/WhatsAppMarkRead/n8n/execute';
import { executeContext } from '../../../helpers/executeContext';
import { useFakeNetwork } from '../../../helpers/fakeNetwork';
import { PLAIN, PLAIN_URL, runPlain } from '../../../helpers/plainNode';
import { inbound } from '../../../helpers/plainProvider';
import { webhookItem } from '../../../helpers/webhookItem';

useFakeNetwork();

const MARK = '/markMessages';
const DIRECT = { source: 'fields', chatId: 'anna', messageId: 'AAA1' };

async function errorOf(context: ExecuteContext): Promise<unknown> {
	return await execute(context, PLAIN).then(
		() => 'none',
		(error: unknown) => error,
	);
}

/** Makes n8n fail to give a parameter for an item, as it does for an expression that it cannot resolve. */
function unresolved(context: ExecuteContext, name: string, index: number, thrown: unknown): void {
	const resolve = context.getNodeParameter.bind(context);
	jest.spyOn(context, 'getNodeParameter').mockImplementation(((
		asked: string,
		item: number,
		...rest: []
	) => {
		if (asked === name && item === index) throw thrown;
		return resolve(asked, item, ...rest);
	}) as never);
}

describe('A node whose provider is unknown', () => {
	it('fails with an error that lists the known ones, and makes no call', async () => {
		const error = await errorOf(executeContext({ parameters: { provider: 'telegram' } }));

		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: '\'Provider\' is "telegram", which this node does not know',
			description: 'Choose one of Plain.',
		});
	});
});

describe('An expression that n8n cannot resolve', () => {
	it('does not keep the other items from being marked, even where the node then stops', async () => {
		const marked: unknown[] = [];
		nock(PLAIN_URL)
			.post(MARK)
			.twice()
			.reply((_uri, body) => {
				marked.push(...(body as { messageIds: string[] }).messageIds);
				return [200, { success: true }];
			});

		const { task } = await runPlain({
			parameters: { ...DIRECT, messageId: '={{ $json.id ?? $("No Such Node").item.json.id }}' },
			items: [{ id: 'AAA1' }, {}, { id: 'CCC3' }],
		});

		expect(marked).toEqual(['AAA1', 'CCC3']);
		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: "Referenced node doesn't exist (1 of 3 receipts)",
			context: { itemIndex: 1 },
		});
	});

	it("is explained by n8n's own message, with its advice where it has one", async () => {
		const context = executeContext({ parameters: DIRECT, onError: 'continueRegularOutput' });
		const error = new ApplicationError('No path back to node');
		unresolved(context, 'messageId', 0, Object.assign(error, { description: 'Connect it.' }));

		const [item] = await execute(context, PLAIN);

		expect(item?.json).toMatchObject({
			error: 'No path back to node',
			message: 'Connect it.',
			details: { provider: 'plain', operation: 'markMessage', messageIds: [], attempts: 0 },
		});
	});

	it('is explained as far as can be when what was thrown is no error', async () => {
		const context = executeContext({ parameters: DIRECT, onError: 'continueRegularOutput' });
		unresolved(context, 'messageId', 0, 'out of memory');

		expect((await execute(context, PLAIN))[0]?.json).toMatchObject({
			error: 'out of memory',
			message: 'Check the fields and the credential of this node.',
		});
	});
});

describe('Trouble before the first call', () => {
	it.each([
		['an option that cannot be', { options: { timeout: 0 } }, /^'Timeout \(Ms\)' is "0"/],
		['a base URL that is none', { baseUrl: 'ftp://plain.test' }, /Base URL/],
	])('is the failure of every item: %s', async (_, given, message) => {
		const { baseUrl, ...parameters } = given as { baseUrl?: string };
		const context = executeContext({
			parameters: { ...DIRECT, ...parameters },
			items: [{}, {}],
			onError: 'continueRegularOutput',
			credential: baseUrl === undefined ? {} : { baseUrl },
		});

		const output = await execute(context, PLAIN);

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { json } of output) expect(json.error).toMatch(message);
	});

	it('does not hide what is wrong with an item itself', async () => {
		const context = executeContext({
			parameters: DIRECT,
			items: [{}, {}],
			onError: 'continueRegularOutput',
			credential: { baseUrl: '' },
		});
		unresolved(context, 'messageId', 1, new ApplicationError('No path back to node'));

		const output = await execute(context, PLAIN);

		expect(output.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Base URL') as string,
			'No path back to node',
		]);
	});
});

describe('No input items', () => {
	it('make no output and no call', async () => {
		expect(await execute(executeContext({ items: [] }), PLAIN)).toEqual([]);
	});
});

describe('What the user should know although nothing failed', () => {
	it('is a hint under the output, given once for all items', async () => {
		nock(PLAIN_URL).post(MARK).twice().reply(200, { success: true });
		nock(PLAIN_URL).post('/showTyping').reply(403, { code: 'never' });
		const context = executeContext({
			parameters: { ...DIRECT, messageId: 'AAA1,BBB2', typingIndicator: true },
			items: [{}, {}],
		});

		await execute(context, PLAIN);

		expect(context.hints).toEqual([
			{
				message: expect.stringContaining('the typing indicator was not shown') as string,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('is left out in versions of n8n that have no hints', async () => {
		nock(PLAIN_URL).post(MARK).reply(200, { success: true });
		nock(PLAIN_URL).post('/showTyping').reply(403, { code: 'never' });
		const context = executeContext({ parameters: { ...DIRECT, typingIndicator: true } });
		Object.assign(context, { addExecutionHints: undefined });

		const output = await execute(context, PLAIN);

		expect(output.map(({ json }) => json.success)).toEqual([true]);
	});

	it('is nothing when all went well', async () => {
		nock(PLAIN_URL).post(MARK).reply(200, { success: true });
		const context = executeContext({ parameters: DIRECT });

		await execute(context, PLAIN);

		expect(context.hints).toEqual([]);
	});
});

describe('An execution that was cancelled before the node', () => {
	it('makes no call, and says so for every item', async () => {
		const event = webhookItem({ messages: [inbound({ id: 'AAA1' })] });
		const context = executeContext({
			items: [event, event],
			onError: 'continueRegularOutput',
			cancelSignal: AbortSignal.abort(),
		});

		const output = await execute(context, PLAIN);

		expect(output).toHaveLength(2);
		for (const { json } of output) {
			expect(json).toMatchObject({
				error: 'The execution was stopped before Plain responded',
				details: { code: 'ERR_CANCELED', attempts: 0 },
			});
		}
	});
});
