import { ApplicationError } from 'n8n-workflow';
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

/** The context of a node that goes on after failures. */
function continuing(given: Parameters<typeof executeContext>[0] = {}): ExecuteContext {
	return executeContext({ parameters: DIRECT, ...given, onError: 'continueRegularOutput' });
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

it('A node whose provider is unknown fails with an error that lists the known ones', async () => {
	const execution = execute(executeContext({ parameters: { provider: 'telegram' } }), PLAIN);

	await expect(execution).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: '\'Provider\' is "telegram", which this node does not know',
		description: 'Choose one of Plain.',
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

	const error = new ApplicationError('No path back to node');
	it.each([
		[
			"by n8n's own message, with its advice where it has one",
			Object.assign(error, { description: 'Connect it.' }),
			{ error: 'No path back to node', message: 'Connect it.' },
		],
		[
			'as far as can be when what was thrown is no error',
			'out of memory',
			{
				error: 'out of memory',
				message: 'Check the fields and the credential of this node.',
			},
		],
	])('is explained %s', async (_, thrown, words) => {
		const context = continuing();
		unresolved(context, 'messageId', 0, thrown);

		const [item] = await execute(context, PLAIN);

		expect(item?.json).toMatchObject({
			...words,
			details: { provider: 'plain', operation: 'markMessage', messageIds: [], attempts: 0 },
		});
	});
});

describe('Trouble before the first call', () => {
	it.each<[string, Parameters<typeof executeContext>[0], RegExp]>([
		[
			'an option that cannot be',
			{ parameters: { options: { timeout: 0 } } },
			/^'Timeout \(Ms\)' is/,
		],
		['a base URL that is none', { credential: { baseUrl: 'ftp://plain.test' } }, /Base URL/],
	])('is the failure of every item: %s', async (_, given, message) => {
		const parameters = { ...DIRECT, ...given?.parameters };
		const context = continuing({ ...given, parameters, items: [{}, {}] });

		const output = await execute(context, PLAIN);

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { json } of output) expect(json.error).toMatch(message);
	});

	it('does not hide what is wrong with an item itself', async () => {
		const context = continuing({ items: [{}, {}], credential: { baseUrl: '' } });
		unresolved(context, 'messageId', 1, new ApplicationError('No path back to node'));

		const output = await execute(context, PLAIN);

		expect(output.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Base URL') as string,
			'No path back to node',
		]);
	});
});

it('No input items make no output and no call', async () => {
	expect(await execute(executeContext({ items: [] }), PLAIN)).toEqual([]);
});

describe('What the user should know although nothing failed', () => {
	const withTyping = { ...DIRECT, messageId: 'AAA1,BBB2', typingIndicator: true };

	function refuseTyping() {
		nock(PLAIN_URL).post(MARK).twice().reply(200, { success: true });
		nock(PLAIN_URL).post('/showTyping').reply(403, { code: 'never' });
	}

	it('is a hint under the output, given once for all items', async () => {
		refuseTyping();
		const context = executeContext({ parameters: withTyping, items: [{}, {}] });

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
		refuseTyping();
		const context = executeContext({ parameters: withTyping });
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

it('An execution that was cancelled before the node makes no call, and says so for every item', async () => {
	const item = webhookItem({ messages: [inbound({ id: 'AAA1' })] });
	const parameters = { source: 'webhook' };
	const cancelSignal = AbortSignal.abort();

	const output = await execute(
		continuing({ parameters, items: [item, item], cancelSignal }),
		PLAIN,
	);

	const stopped = {
		error: 'The execution was stopped before Plain responded',
		details: { code: 'ERR_CANCELED', attempts: 0 },
	};
	expect(output).toMatchObject([{ json: stopped }, { json: stopped }]);
});
