import nock from 'nock';

import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import type { PlainRun } from '../../helpers/plainNode';

useFakeNetwork();

/** Direct messages, one per item, whose ids come from the items by an expression. */
const ONE_ITEM = [{ id: 'AAA1' }];
const THREE_ITEMS = [...ONE_ITEM, { id: 'BBB2' }, { id: 'CCC3' }];
const BY_EXPRESSION = { source: 'fields', chatId: 'anna', messageId: '={{ $json.id }}' };

async function run(given: PlainRun = {}) {
	return await runPlain({ parameters: BY_EXPRESSION, items: ONE_ITEM, ...given });
}

/** Every message is accepted but BBB2. */
function refuseBBB2() {
	nock(PLAIN_URL)
		.post('/markMessages')
		.times(3)
		.reply((_uri, body) =>
			(body as { messageIds: string[] }).messageIds[0] === 'BBB2'
				? [404, { code: 'never', text: 'Instance not found' }]
				: [200, {}],
		);
}

const REFUSED_ITEM = {
	error: 'Plain refused: never',
	message: 'Do something about never. Plain says: "Instance not found" (HTTP 404, code never).',
	details: {
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
	},
};

describe('When one of three items is refused', () => {
	it('every item is tried, and the error of the node says how many failed', async () => {
		refuseBBB2();

		const { run: execution, task } = await run({ items: THREE_ITEMS });

		expect(execution.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '404',
			message: 'Plain refused: never (1 of 3 receipts)',
			description: REFUSED_ITEM.message,
			context: { itemIndex: 1, details: REFUSED_ITEM.details },
		});
	});

	it('and the node continues, it carries exactly error, message and details, in its place', async () => {
		refuseBBB2();

		const nodeSettings = { onError: 'continueRegularOutput' } as const;
		const { run: execution, output } = await run({ items: THREE_ITEMS, nodeSettings });

		expect(execution.status).toBe('success');
		expect(output[0]).toEqual([
			{ json: expect.objectContaining({ messageIds: ['AAA1'] }), pairedItem: { item: 0 } },
			{ json: REFUSED_ITEM, pairedItem: { item: 1 } },
			{ json: expect.objectContaining({ messageIds: ['CCC3'] }), pairedItem: { item: 2 } },
		]);
	});

	it('it leaves by the error output, with the fields of its input', async () => {
		refuseBBB2();

		const nodeSettings = { onError: 'continueErrorOutput' } as const;
		const { output } = await run({ items: THREE_ITEMS, nodeSettings });

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual([
			[['AAA1'], { item: 0 }],
			[['CCC3'], { item: 2 }],
		]);
		expect(output[1]).toEqual([{ json: { id: 'BBB2', ...REFUSED_ITEM }, pairedItem: { item: 1 } }]);
	});
});

it('With Retry On Fail n8n runs the node again, and what was marked before is marked again', async () => {
	nock(PLAIN_URL)
		.post('/markMessages')
		.reply(404, { code: 'never', text: 'Instance not found' })
		.post('/markMessages')
		.reply(200, {});

	const nodeSettings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const { run: execution, output } = await run({ nodeSettings });

	expect(execution.status).toBe('success');
	expect(output[0]?.[0]?.json).toMatchObject({ success: true, messageIds: ['AAA1'] });
});

describe('Without its credential', () => {
	const message = 'Node does not have any credentials set for "plainApi"';

	it('the node fails in words that name it, before any call', async () => {
		const { task } = await run({ nodeSettings: { credentials: {} } });

		expect(task.error).toMatchObject({
			message,
			description: 'Check the fields and the credential of this node.',
		});
	});

	it('every item fails, each in its place, where the user wants to continue', async () => {
		const nodeSettings = { credentials: {}, onError: 'continueRegularOutput' } as const;
		const { output } = await run({ items: THREE_ITEMS, nodeSettings });

		expect(output[0]).toMatchObject(
			[0, 1, 2].map((item) => ({ json: { error: message }, pairedItem: { item } })),
		);
	});
});

it.each([301, 302, 307, 308])(
	'A redirect with the status %i is not followed: the other server is never called',
	async (status) => {
		const elsewhere = 'https://elsewhere.example.com';
		let callsElsewhere = 0;
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(status, '', { location: `${elsewhere}/api` });
		for (const method of ['GET', 'POST']) {
			nock(elsewhere)
				.intercept('/api', method)
				.optionally()
				.reply(200, () => {
					callsElsewhere += 1;
					return {};
				});
		}

		const { task } = await run();

		expect(callsElsewhere).toBe(0);
		expect(task.error).toMatchObject({
			httpCode: String(status),
			message: 'Plain redirected the request to another address',
		});
	},
);

it.each([
	['ECONNREFUSED', 'Could not connect to Plain'],
	['ECONNRESET', 'The connection to Plain was lost'],
	['ENOTFOUND', 'The host name of Plain could not be found'],
	['ETIMEDOUT', 'Plain did not respond in time (timeout)'],
	['CERT_HAS_EXPIRED', 'The certificate of Plain is not trusted'],
])(
	'When no answer comes because of %s, the error says it in our words and has no HTTP status',
	async (code, message) => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.replyWithError(Object.assign(new Error('network trouble'), { code }));

		const { task } = await run({ parameters: { ...BY_EXPRESSION, options: { maxRetries: 0 } } });

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			message,
			context: { details: { httpCode: null, code, attempts: 1 } },
		});
	},
);

describe("Words that look like a system error's do not replace the explanation", () => {
	it.each(['You lack approvePermissions (EPERM)', 'upstream said ECONNREFUSED'])(
		'when the provider says them: %s',
		async (words) => {
			nock(PLAIN_URL).post('/markMessages').reply(403, { code: 'never', text: words });

			const { task } = await run();

			expect(task.error).toMatchObject({
				message: 'Plain refused: never',
				description: expect.stringContaining(`Plain says: "${words}" (HTTP 403, code never).`),
			});
		},
	);

	it('when they are in what the user typed', async () => {
		const message = '\'Chat\' holds "EPERM", which is neither a phone number nor a JID';
		const readMessages = () => {
			throw new InvalidInput(message, 'Give another one.');
		};

		const { task } = await run({ traits: { readMessages } });

		expect(task.error).toMatchObject({ name: 'NodeOperationError', message });
	});
});
