import { expect, expectReplies, LEFT_ALONE, sentTo, test } from '../../examples/test.mts';
import { TEAM } from '../../examples/outside.mts';
import { underTest } from '../index.mts';

const { sending } = underTest('kirim');

test('reply-kirim', async ({ example }) => {
	const customer = { chat: '6285712345678', answered: '"to":"6285712345678"' };
	await expectReplies(example, customer);
});

test('only-on-one-branch', async ({ example }) => {
	const question = await example.event({ kind: 'direct', text: 'When are you open?' });
	expect(question).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		sent: [sentTo(sending, 'We are open')],
	});

	const wish = await example.event({ kind: 'direct', text: 'Can I speak to a Human, please?' });
	expect(wish).toMatchObject({
		marked: ['unread'],
		lastNode: 'Tell the team',
		calls: 0,
		sent: [sentTo({ host: TEAM, path: '/hand-over' }, 'speak to a Human')],
	});

	const status = await example.event({ kind: 'status' });
	expect(status).toMatchObject({ ...LEFT_ALONE, lastNode: 'WhatsApp Mark Read' });
});
