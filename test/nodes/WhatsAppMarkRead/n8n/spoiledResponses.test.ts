import nock from 'nock';

import { useFakeNetwork } from '../../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../../helpers/plainNode';

useFakeNetwork();

/** One byte more than the node reads of an answer. */
const TOO_MUCH = 'x'.repeat(1_000_001);

const PARAMETERS = {
	source: 'fields',
	chatId: 'anna',
	messageId: 'AAA1',
	options: { maxRetries: 0 },
};

async function failureOf(): Promise<unknown> {
	const { output } = await runPlain({
		parameters: PARAMETERS,
		nodeSettings: { onError: 'continueRegularOutput' },
	});
	return output[0]?.[0]?.json;
}

describe('An answer that is far too long', () => {
	it('never counts as a success, since only its beginning is read', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, TOO_MUCH);
		expect(await failureOf()).toMatchObject({
			error: 'The response of Plain is far too long',
			message: expect.stringContaining("Check 'Base URL'") as string,
			details: { code: 'ANSWER_TOO_LONG', attempts: 1 },
		});
	});

	it('still tells by its status why the call was refused', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(503, TOO_MUCH);
		expect(await failureOf()).toMatchObject({
			error: 'Plain has a server error or is temporarily unavailable',
			details: { httpCode: '503' },
		});
	});

	it('is none as long as everything was read', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, TOO_MUCH.slice(2));
		expect(await failureOf()).toMatchObject({ success: true });
	});
});

describe('An answer that makes no sense', () => {
	it.each(['gzip', 'br', 'deflate'])(
		'because it says that it is %s and is not counts as unreadable',
		async (encoding) => {
			nock(PLAIN_URL)
				.post('/markMessages')
				.reply(200, Buffer.from('not compressed'), { 'content-encoding': encoding });
			expect(await failureOf()).toMatchObject({
				error: 'The response of Plain could not be read',
				details: { code: 'ANSWER_UNREADABLE' },
			});
		},
	);

	it('to the HTTP parser counts as unreadable, and is asked for again', async () => {
		const error = Object.assign(new Error('Parse Error'), { code: 'HPE_HEADER_OVERFLOW' });
		nock(PLAIN_URL).post('/markMessages').replyWithError(error);
		nock(PLAIN_URL).post('/markMessages').reply(200, {});
		const { output } = await runPlain({
			parameters: { ...PARAMETERS, options: { maxRetries: 1 } },
		});
		expect(output[0]?.[0]?.json).toMatchObject({ success: true });
	});
});
