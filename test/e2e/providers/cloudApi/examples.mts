import type { Event } from '../../examples/example.mts';
import { expect, expectReplies, LEFT_ALONE, sentTo, test } from '../../examples/test.mts';
import { underTest } from '../index.mts';

const { sending } = underTest('cloudApi');

const CUSTOMER = { chat: '16505551234', answered: '"to":"16505551234"' };

test('reply-cloud-api', async ({ example }) => {
	await expectReplies(example, CUSTOMER);

	// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
	const check = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' };
	expect(await example.get({ ...check, 'hub.verify_token': 'choose-a-word' })).toMatchObject({
		...LEFT_ALONE,
		lastNode: 'Confirm',
		answer: { status: 200, body: '1158201444' },
	});
	expect(await example.get({ ...check, 'hub.verify_token': 'guessed' })).toMatchObject({
		...LEFT_ALONE,
		lastNode: 'Refuse',
		answer: { status: 403, body: '' },
	});
});

test('whatsapp-trigger', async ({ example }) => {
	await expectReplies(example, CUSTOMER);
});

test('burst-latest-only', async ({ example }) => {
	const aMinuteAgo = Math.floor(Date.now() / 1000) - 60;
	const burst = [1, 2, 3, 4, 5, 6].map(
		(number): Event => ({
			kind: 'direct',
			chat: number === 6 ? '447441429009' : CUSTOMER.chat,
			text: `Message ${number}`,
			timestamp: aMinuteAgo + number,
		}),
	);
	const outcome = await example.batch(burst);
	expect(outcome).toMatchObject({
		marked: burst.map(() => 'read'),
		lastNode: 'Answer',
		calls: 2,
	});
	expect(outcome.sent).toHaveLength(2);
	for (const text of ['your messages (5)', 'your messages (1)']) {
		expect(outcome.sent).toContainEqual(sentTo(sending, text));
	}
});
