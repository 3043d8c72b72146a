import nock from 'nock';

import cloudApiMany from '../../providers/cloudApi/webhooks/manyMessages.json';
import ryzeMessage from '../../providers/ryze/webhooks/live.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const RYZE = 'https://ryzeapi.cloud';

/** Three direct messages for RyzeAPI, one per item, whose ids come from the items by an expression. */
const THREE_ITEMS = [{ id: 'AAA1' }, { id: 'BBB2' }, { id: 'CCC3' }];
const BY_EXPRESSION = {
	source: 'fields',
	chatId: '5511999999999',
	messageId: '={{ $json.id }}',
};

/** RyzeAPI takes every message but this one. */
function refuseOnly(messageId: string) {
	return nock(RYZE)
		.post('/api/chat/markRead/support')
		.times(3)
		.reply((_uri, body) =>
			(body as { messageId: string }).messageId === messageId
				? [404, { success: false, error: { message: 'Instance not found' } }]
				: [200, { success: true }],
		);
}

const REFUSED_DETAILS = {
	provider: 'ryze',
	operation: 'markMessage',
	account: 'support',
	chatId: '5511999999999',
	sender: null,
	messageIds: ['BBB2'],
	markedIds: [],
	httpCode: '404',
	code: null,
	providerMessage: 'Instance not found',
	requestId: null,
	attempts: 1,
};

const REFUSED_ITEM = {
	error: 'RyzeAPI does not know this instance',
	message:
		"Check 'Instance' in the credential: upper and lower case count. Also check 'Base URL'. RyzeAPI says: \"Instance not found\" (HTTP 404).",
	details: REFUSED_DETAILS,
};

describe('With On Error = Stop Workflow', () => {
	it('a refusal of the provider becomes a NodeApiError that says what happened and what to do', async () => {
		nock('https://graph.facebook.com')
			.post('/v25.0/106540352242922/messages')
			.reply(401, {
				error: {
					message: 'Error validating access token: Session has expired',
					type: 'OAuthException',
					code: 190,
					error_subcode: 463,
					fbtrace_id: 'AbC123',
				},
			});

		const { run, task } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { source: 'fields', messageId: 'wamid.ABC' },
		});

		expect(run.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: 'The access token is not valid or has expired',
			description:
				'Create a permanent token for a system user in the Meta Business settings, put it into the credential and save it: n8n tests it then. Tokens from the API setup page end after 24 hours. WhatsApp Cloud API says: "Error validating access token: Session has expired" (HTTP 401, code 190, request id AbC123).',
			context: {
				itemIndex: 0,
				details: { code: '190', httpCode: '401', requestId: 'AbC123', attempts: 1 },
			},
		});
	});

	it('every item is tried, and the first failure says how many of how many failed', async () => {
		refuseOnly('BBB2');

		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
		});

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			message: 'RyzeAPI does not know this instance (1 of 3 receipts)',
			context: { itemIndex: 1, details: REFUSED_DETAILS },
		});
	});

	it('input that cannot be used becomes a NodeOperationError, and no call is made for it', async () => {
		const { run, task } = await runMarkRead({
			provider: 'ryze',
			parameters: { ...BY_EXPRESSION, chatId: 'Maria' },
			items: [{ id: 'AAA1' }],
		});

		expect(run.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: '\'Chat\' holds "Maria", which is neither a phone number nor a JID',
			description:
				'Enter a phone number with country code, e.g. +55 11 99999-9999, or a JID, which ends in @s.whatsapp.net, @c.us, @lid or @g.us.',
			context: { itemIndex: 0, details: { httpCode: null, attempts: 0 } },
		});
	});

	it('input that cannot be used does not keep the other items from being marked', async () => {
		nock(RYZE).post('/api/chat/markRead/support').twice().reply(200, { success: true });

		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }, { id: '' }, { id: 'CCC3' }],
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Message ID' is empty (1 of 3 receipts)",
			context: { itemIndex: 1 },
		});
	});

	it('a group chat with the chat type Direct is refused with words that say which field to set', async () => {
		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: { ...BY_EXPRESSION, chatId: '120363123456789@g.us' },
			items: [{ id: 'AAA1' }],
		});

		expect(task.error).toMatchObject({
			message: "'Chat' is the group \"120363123456789@g.us\", but 'Chat Type' is 'Direct'",
			description:
				"Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
		});
	});
});

describe('With On Error = Continue', () => {
	const nodeSettings = { onError: 'continueRegularOutput' } as const;

	it('a failed item carries exactly error, message and details, in its place among the others', async () => {
		refuseOnly('BBB2');

		const { run, output } = await runMarkRead({
			provider: 'ryze',
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
		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: BY_EXPRESSION,
			items: [{ id: 'wamid.ABC' }],
			nodeSettings,
		});

		expect(output[0]?.[0]?.json).toEqual({
			error: '\'Message ID\' holds "wamid.ABC", which is not an id of RyzeAPI',
			message:
				"Choose the provider that delivered the message under 'Provider'. A RyzeAPI id looks like 3EB08FCF27E532F1B0F5.",
			details: {
				provider: 'ryze',
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
		nock('https://graph.facebook.com')
			.post('/v25.0/106540352242922/messages')
			.reply(200, { success: true })
			.post('/v25.0/106540352242999/messages')
			.reply(400, { error: { message: 'Unsupported post request', code: 100, error_subcode: 33 } });

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			items: [webhookItem(cloudApiMany.payload)],
			nodeSettings,
		});

		expect(output[0]).toMatchObject([
			{ json: { success: true, account: '106540352242922' }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'WhatsApp does not know this phone number id, or the token has no access to it',
					details: { account: '106540352242999', messageIds: ['wamid.THIRD'], code: '100' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('the ids of an item that were marked all the same are told from those that were not', async () => {
		refuseOnly('BBB2');

		const { output } = await runMarkRead({
			provider: 'ryze',
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
		nock(RYZE).post('/api/chat/markRead/support').reply(200, { success: true });

		const { output } = await runMarkRead({
			provider: 'ryze',
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

		const { output } = await runMarkRead({
			provider: 'ryze',
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
		nock(RYZE)
			.post('/api/chat/markRead/support')
			.reply(404, { success: false, error: { message: 'Instance not found' } });
		const item = webhookItem(ryzeMessage.payload);

		const { output } = await runMarkRead({ provider: 'ryze', items: [item], nodeSettings });

		const { instanceData } = ryzeMessage.payload;
		expect(output[0]).toEqual([]);
		expect(output[1]).toEqual([
			{
				json: {
					...item,
					body: { ...ryzeMessage.payload, instanceData: { ...instanceData, token: '[redacted]' } },
					...REFUSED_ITEM,
					details: expect.objectContaining({ httpCode: '404' }) as object,
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('With Retry On Fail', () => {
	it('n8n runs the node again, and what was marked before is marked again without harm', async () => {
		nock(RYZE)
			.post('/api/chat/markRead/support')
			.reply(404, { success: false, error: { message: 'Instance not found' } })
			.post('/api/chat/markRead/support')
			.reply(200, { success: true });

		const { run, output } = await runMarkRead({
			provider: 'ryze',
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
		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: BY_EXPRESSION,
			items: [{ id: 'AAA1' }],
			nodeSettings: { credentials: {} },
		});

		expect(task.error).toMatchObject({
			message: 'Node does not have any credentials set for "whatsAppMarkReadRyzeApi"',
			description: 'Check the fields and the credential of this node.',
		});
	});

	it('every item fails, each in its place, where the user wants to continue', async () => {
		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: BY_EXPRESSION,
			items: THREE_ITEMS,
			nodeSettings: { credentials: {}, onError: 'continueRegularOutput' },
		});

		const error = 'Node does not have any credentials set for "whatsAppMarkReadRyzeApi"';
		expect(output[0]).toMatchObject([
			{ json: { error }, pairedItem: { item: 0 } },
			{ json: { error }, pairedItem: { item: 1 } },
			{ json: { error }, pairedItem: { item: 2 } },
		]);
	});

	it.each([
		['is empty', ''],
		['is not a web address', 'ftp://ryzeapi.cloud'],
		[
			'contains a user name, a password, a query or a fragment',
			'https://user:dummy-pass@ryzeapi.cloud',
		],
	])('or with one whose base URL %s, it says so without repeating it', async (why, baseUrl) => {
		const { task } = await runMarkRead({
			provider: 'ryze',
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

describe('An answer that is not JSON is read without noise:', () => {
	const parameters = {
		source: 'fields',
		chatId: '11111111111',
		messageIds: ['AAAA'],
		options: { maxRetries: 0 },
	};

	it.each([
		[
			'an HTML page',
			502,
			'<html><head><title>502 Bad Gateway</title><style>h1 { color: red }</style></head><body></body></html>',
			'502 Bad Gateway',
		],
		[
			'XML',
			401,
			'<?xml version="1.0"?><error><code>401</code><message>Unauthorized</message></error>',
			'401 Unauthorized',
		],
		[
			'plain text',
			400,
			'Bad Request: Missing Required Parameter(s)',
			'Bad Request: Missing Required Parameter(s)',
		],
		['JSON text alone', 400, '"Invalid Number (Egypt)"', 'Invalid Number (Egypt)'],
	])('%s', async (_what, status, body, providerMessage) => {
		nock('https://api.wawp.net').post('/v2/send/seen').reply(status, body);

		const { task } = await runMarkRead({ provider: 'wawp', parameters });

		expect(task.error).toMatchObject({
			httpCode: String(status),
			description: expect.stringContaining(`Wawp says: "${providerMessage}" (HTTP ${status}).`),
			context: { details: { providerMessage } },
		});
	});

	it('an empty body', async () => {
		nock('https://api.wawp.net').post('/v2/send/seen').reply(404, '');

		const { task } = await runMarkRead({ provider: 'wawp', parameters });

		expect(task.error).toMatchObject({
			message: 'Wawp does not know this instance',
			description:
				"Check 'Instance ID' in the credential against the Wawp dashboard. Also check 'Base URL'. Wawp gave no reason (HTTP 404).",
		});
	});
});

describe('A failure hidden under HTTP 200 is a failure:', () => {
	const parameters = {
		source: 'fields',
		chatId: '11111111111',
		messageId: 'AAA1',
		messageIds: ['AAA1'],
	};

	it('of the Cloud API', async () => {
		nock('https://graph.facebook.com')
			.post('/v25.0/106540352242922/messages')
			.reply(200, { success: false });

		const { task } = await runMarkRead({ provider: 'cloudApi', parameters });

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '200',
			message: 'WhatsApp Cloud API answered without saying that the message was marked',
		});
	});

	it('of Kirim.chat', async () => {
		nock('https://api.kirim.chat')
			.post('/v1/106540352242922/messages')
			.reply(200, {
				error: { type: 'auth', code: 'invalid_api_key', message: 'Bad key', request_id: 'req_1' },
			});

		const { task } = await runMarkRead({ provider: 'kirim', parameters });

		expect(task.error?.message).toBe('The Kirim.chat API key is not valid or has expired');
	});

	it('of RyzeAPI', async () => {
		nock(RYZE)
			.post('/api/chat/markRead/support')
			.reply(200, { success: false, error: { message: 'chat is gone' } });

		const { task } = await runMarkRead({ provider: 'ryze', parameters });

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			description: expect.stringContaining('RyzeAPI says: "chat is gone" (HTTP 200).'),
		});
	});

	it.each([
		['an error', { error: 'Session not found' }, 'Session not found'],
		['a code and a message', { code: 'no_session', message: 'No session' }, 'No session'],
		['success: false', { success: false, message: 'No' }, 'No'],
		['status: false', { status: false, message: 'No' }, 'No'],
		['result: false', { result: false, message: 'No' }, 'No'],
	])('of Wawp, told by %s', async (_what, body, providerMessage) => {
		nock('https://api.wawp.net').post('/v2/send/seen').reply(200, body);

		const { task } = await runMarkRead({ provider: 'wawp', parameters });

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			context: { details: { httpCode: '200', providerMessage } },
		});
	});

	it('of Wawp, told by an HTML page of another server', async () => {
		nock('https://api.wawp.net')
			.post('/v2/send/seen')
			.reply(200, '<html><body>Welcome</body></html>');

		const { task } = await runMarkRead({ provider: 'wawp', parameters });

		expect(task.error?.message).toBe('Wawp answered without saying that the message was marked');
	});
});

describe('A redirect', () => {
	it.each([301, 302, 307, 308])(
		'with the status %i is not followed: the other server is never called',
		async (status) => {
			let callsElsewhere = 0;
			nock(RYZE)
				.post('/api/chat/markRead/support')
				.reply(status, '', { location: 'https://elsewhere.example.com/api' });
			for (const method of ['GET', 'POST']) {
				nock('https://elsewhere.example.com')
					.intercept('/api', method)
					.optionally()
					.reply(200, () => {
						callsElsewhere += 1;
						return { success: true };
					});
			}

			const { task } = await runMarkRead({
				provider: 'ryze',
				parameters: BY_EXPRESSION,
				items: [{ id: 'AAA1' }],
			});

			expect(callsElsewhere).toBe(0);
			expect(task.error).toMatchObject({
				httpCode: String(status),
				message: 'RyzeAPI sent the call on to another address',
			});
		},
	);
});

describe('When no answer comes', () => {
	const parameters = { ...BY_EXPRESSION, options: { maxRetries: 0 } };

	it.each([
		['ECONNREFUSED', 'No connection to RyzeAPI could be made'],
		['ECONNRESET', 'The connection to RyzeAPI broke off'],
		['ENOTFOUND', 'The address of RyzeAPI could not be found'],
		['ETIMEDOUT', 'RyzeAPI did not answer in time'],
		['CERT_HAS_EXPIRED', 'The certificate of RyzeAPI cannot be trusted'],
	])(
		'because of %s, the error says it in our words and has no HTTP status',
		async (code, message) => {
			nock(RYZE)
				.post('/api/chat/markRead/support')
				.replyWithError(Object.assign(new Error('network trouble'), { code }));

			const { task } = await runMarkRead({ provider: 'ryze', parameters, items: [{ id: 'AAA1' }] });

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
			nock(RYZE)
				.post('/api/chat/markRead/support')
				.reply(403, { success: false, error: { message: words } });

			const { task } = await runMarkRead({
				provider: 'ryze',
				parameters: BY_EXPRESSION,
				items: [{ id: 'AAA1' }],
			});

			expect(task.error).toMatchObject({
				message: 'The RyzeAPI token does not belong to this instance',
				description: expect.stringContaining(`RyzeAPI says: "${words}" (HTTP 403).`),
			});
		},
	);

	it('do not replace the explanation when they are in what the user typed', async () => {
		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: { ...BY_EXPRESSION, chatId: 'EPERM' },
			items: [{ id: 'AAA1' }],
		});

		expect(task.error?.message).toBe(
			'\'Chat\' holds "EPERM", which is neither a phone number nor a JID',
		);
	});
});
