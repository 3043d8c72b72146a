import nock from 'nock';

import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import { inbound } from '../../helpers/plainProvider';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

/** Three direct messages, one per item, whose ids come from the items by an expression. */
const THREE_ITEMS = [{ id: 'AAA1' }, { id: 'BBB2' }, { id: 'CCC3' }];
const BY_EXPRESSION = {
	source: 'fields',
	chatId: 'anna',
	messageId: '={{ $json.id }}',
};

/** Every message is accepted but this one. */
function refuseOnly(messageId: string, calls = 3) {
	return nock(PLAIN_URL)
		.post('/markMessages')
		.times(calls)
		.reply((_uri, body) =>
			(body as { messageIds: string[] }).messageIds[0] === messageId
				? [404, { code: 'never', text: 'Instance not found' }]
				: [200, {}],
		);
}

const REFUSED_DETAILS = {
	provider: 'plain',
	operation: 'markMessage',
	account: 'support',
	chatId: 'anna',
	sender: null,
	messageIds: ['BBB2'],
	markedIds: [],
	httpCode: '404',
	code: 'never',
	providerMessage: 'Instance not found',
	requestId: null,
	attempts: 1,
};

const REFUSED_ITEM = {
	error: 'Plain refused: never',
	message: 'Do something about never. Plain says: "Instance not found" (HTTP 404, code never).',
	details: REFUSED_DETAILS,
};

describe('With On Error = Stop Workflow', () => {
	it('a refusal of the provider becomes a NodeApiError that says what happened and what to do', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(401, { code: 'never', text: 'Session has expired', request: 'req_1' });

		const { run, task } = await runPlain({ parameters: BY_EXPRESSION, items: [{ id: 'AAA1' }] });

		expect(run.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: 'Plain refused: never',
			description:
				'Do something about never. Plain says: "Session has expired" (HTTP 401, code never, request ID req_1).',
			context: {
				itemIndex: 0,
				details: { code: 'never', httpCode: '401', requestId: 'req_1', attempts: 1 },
			},
		});
	});

	it('every item is tried, and the first failure says how many of how many failed', async () => {
		refuseOnly('BBB2');

		const { task } = await runPlain({
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
		});

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			message: 'Plain refused: never (1 of 3 receipts)',
			context: { itemIndex: 1, details: REFUSED_DETAILS },
		});
	});

	it('input that cannot be used becomes a NodeOperationError, and no call is made for it', async () => {
		const { run, task } = await runPlain({ parameters: BY_EXPRESSION, items: [{ id: 'BAD' }] });

		expect(run.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Message ID' is BAD",
			description: 'Give a good one.',
			context: { itemIndex: 0, details: { httpCode: null, attempts: 0 } },
		});
	});

	it('input that cannot be used does not keep the other items from being marked', async () => {
		nock(PLAIN_URL).post('/markMessages').twice().reply(200, {});

		const { task } = await runPlain({
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }, { id: 'BAD' }, { id: 'CCC3' }],
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Message ID' is BAD (1 of 3 receipts)",
			context: { itemIndex: 1 },
		});
	});
});

describe('With On Error = Continue', () => {
	const nodeSettings = { onError: 'continueRegularOutput' } as const;

	it('a failed item carries exactly error, message and details, in its place among the others', async () => {
		refuseOnly('BBB2');

		const { run, output } = await runPlain({
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
			nodeSettings,
		});

		expect(run.status).toBe('success');
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output[0]?.[0]?.json).toMatchObject({ success: true, messageIds: ['AAA1'] });
		expect(output[0]?.[1]?.json).toEqual(REFUSED_ITEM);
		expect(output[0]?.[2]?.json).toMatchObject({ success: true, messageIds: ['CCC3'] });
	});

	it('an item refused before any call carries the same keys', async () => {
		const { output } = await runPlain({
			parameters: BY_EXPRESSION,
			items: [{ id: 'BAD' }],
			nodeSettings,
		});

		expect(output[0]?.[0]?.json).toEqual({
			error: "'Message ID' is BAD",
			message: 'Give a good one.',
			details: {
				provider: 'plain',
				operation: 'markMessage',
				account: null,
				chatId: null,
				sender: null,
				messageIds: [],
				markedIds: [],
				httpCode: null,
				code: null,
				providerMessage: null,
				requestId: null,
				attempts: 0,
			},
		});
	});

	it('one chat of an event may fail while another is marked: each has its own item', async () => {
		refuseOnly('BBB2', 2);
		const messages = [inbound({ id: 'AAA1' }), inbound({ id: 'BBB2', chatId: 'bob' })];

		const { output } = await runPlain({ items: [webhookItem({ messages })], nodeSettings });

		expect(output[0]).toMatchObject([
			{ json: { success: true, chatId: 'anna' }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'Plain refused: never',
					details: { chatId: 'bob', messageIds: ['BBB2'], code: 'never' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('the ids of an item that were marked all the same are told from those that were not', async () => {
		refuseOnly('BBB2');

		const { output } = await runPlain({
			parameters: { ...BY_EXPRESSION, messageId: 'AAA1, BBB2, CCC3' },
			nodeSettings,
		});

		expect(output[0]).toHaveLength(1);
		expect(output[0]?.[0]?.json.details).toMatchObject({
			messageIds: ['BBB2'],
			markedIds: ['AAA1', 'CCC3'],
		});
	});

	it('an expression that n8n cannot resolve is the failure of its item alone, in its place', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, {});

		const { output } = await runPlain({
			parameters: {
				...BY_EXPRESSION,
				messageId: '={{ $json.id ?? $("No Such Node").item.json.id }}',
			},
			items: [{}, { id: 'AAA1' }],
			nodeSettings,
		});

		expect(output[0]).toMatchObject([
			{
				json: {
					error: "Referenced node doesn't exist",
					message: 'Check the fields and the credential of this node.',
				},
				pairedItem: { item: 0 },
			},
			{ json: { success: true, messageIds: ['AAA1'] }, pairedItem: { item: 1 } },
		]);
	});
});

describe('With On Error = Continue (using error output)', () => {
	const nodeSettings = { onError: 'continueErrorOutput' } as const;

	it('marked items leave by the first output, failed ones by the second with the fields of their input', async () => {
		refuseOnly('BBB2');

		const { output } = await runPlain({
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
			nodeSettings,
		});

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual([
			[['AAA1'], { item: 0 }],
			[['CCC3'], { item: 2 }],
		]);
		expect(output[1]).toEqual([{ json: { id: 'BBB2', ...REFUSED_ITEM }, pairedItem: { item: 1 } }]);
	});

	it('an input that carries a live token comes along without it', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(404, { code: 'never', text: 'Instance not found' });
		const payload = { secret: 'dummy-live-token', messages: [inbound({ id: 'BBB2' })] };
		const item = webhookItem(payload);

		const { output } = await runPlain({ items: [item], nodeSettings });

		expect(output[0]).toEqual([]);
		expect(output[1]).toEqual([
			{
				json: { ...item, body: { ...payload, secret: '[redacted]' }, ...REFUSED_ITEM },
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('With Retry On Fail', () => {
	it('n8n runs the node again, and what was marked before is marked again without harm', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(404, { code: 'never', text: 'Instance not found' })
			.post('/markMessages')
			.reply(200, {});

		const { run, output } = await runPlain({
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }],
			nodeSettings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});

		expect(run.status).toBe('success');
		expect(output[0]?.[0]?.json).toMatchObject({ success: true, messageIds: ['AAA1'] });
	});
});

describe('Without its credential', () => {
	it('the node fails in words that name it, before any call', async () => {
		const { task } = await runPlain({
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }],
			nodeSettings: { credentials: {} },
		});

		expect(task.error).toMatchObject({
			message: 'Node does not have any credentials set for "plainApi"',
			description: 'Check the fields and the credential of this node.',
		});
	});

	it('every item fails, each in its place, where the user wants to continue', async () => {
		const { output } = await runPlain({
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
			nodeSettings: { credentials: {}, onError: 'continueRegularOutput' },
		});

		const error = 'Node does not have any credentials set for "plainApi"';
		expect(output[0]).toMatchObject([
			{ json: { error }, pairedItem: { item: 0 } },
			{ json: { error }, pairedItem: { item: 1 } },
			{ json: { error }, pairedItem: { item: 2 } },
		]);
	});

	it.each([
		['is empty', ''],
		['is not a web address', 'ftp://plain.test'],
		[
			'contains a user name, a password, a query or a fragment',
			'https://user:dummy-pass@plain.test',
		],
	])('or with one whose base URL %s, it says so without repeating it', async (why, baseUrl) => {
		const { task } = await runPlain({
			credential: { baseUrl },
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }],
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: `'Base URL' of the credential ${why}`,
		});
	});
});

describe('A redirect', () => {
	it.each([301, 302, 307, 308])(
		'with the status %i is not followed: the other server is never called',
		async (status) => {
			let callsElsewhere = 0;
			nock(PLAIN_URL)
				.post('/markMessages')
				.reply(status, '', { location: 'https://elsewhere.example.com/api' });
			for (const method of ['GET', 'POST']) {
				nock('https://elsewhere.example.com')
					.intercept('/api', method)
					.optionally()
					.reply(200, () => {
						callsElsewhere += 1;
						return {};
					});
			}

			const { task } = await runPlain({
				parameters: BY_EXPRESSION,
				items: [{ id: 'AAA1' }],
			});

			expect(callsElsewhere).toBe(0);
			expect(task.error).toMatchObject({
				httpCode: String(status),
				message: 'Plain redirected the request to another address',
			});
		},
	);
});

describe('When no answer comes', () => {
	const parameters = { ...BY_EXPRESSION, options: { maxRetries: 0 } };

	it.each([
		['ECONNREFUSED', 'Could not connect to Plain'],
		['ECONNRESET', 'The connection to Plain was lost'],
		['ENOTFOUND', 'The host name of Plain could not be found'],
		['ETIMEDOUT', 'Plain did not respond in time (timeout)'],
		['CERT_HAS_EXPIRED', 'The certificate of Plain is not trusted'],
	])(
		'because of %s, the error says it in our words and has no HTTP status',
		async (code, message) => {
			nock(PLAIN_URL)
				.post('/markMessages')
				.replyWithError(Object.assign(new Error('network trouble'), { code }));

			const { task } = await runPlain({ parameters, items: [{ id: 'AAA1' }] });

			expect(task.error).toMatchObject({
				name: 'NodeApiError',
				message,
				context: { details: { httpCode: null, code, attempts: 1 } },
			});
		},
	);
});

describe("Words of the provider that look like a system error's", () => {
	it.each(['You lack approvePermissions (EPERM)', 'upstream said ECONNREFUSED'])(
		'do not replace the explanation: %s',
		async (words) => {
			nock(PLAIN_URL).post('/markMessages').reply(403, { code: 'never', text: words });

			const { task } = await runPlain({
				parameters: BY_EXPRESSION,
				items: [{ id: 'AAA1' }],
			});

			expect(task.error).toMatchObject({
				message: 'Plain refused: never',
				description: expect.stringContaining(`Plain says: "${words}" (HTTP 403, code never).`),
			});
		},
	);

	it('do not replace the explanation when they are in what the user typed', async () => {
		const message = '\'Chat\' holds "EPERM", which is neither a phone number nor a JID';
		const readMessages = () => {
			throw new InvalidInput(message, 'Give another one.');
		};

		const { task } = await runPlain({
			traits: { readMessages },
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }],
		});

		expect(task.error?.message).toBe(message);
	});
});
