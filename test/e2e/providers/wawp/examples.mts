import {
	expect,
	expectReplies,
	expectReplyToGroup,
	LEFT_ALONE,
	sentTo,
	test,
} from '../../examples/test.mts';
import { underTest } from '../index.mts';

const { sending } = underTest('wawp');

test('reply-wawp', async ({ example }) => {
	const chat = '447441429009@c.us';
	await expectReplies(example, { chat, answered: `"chatId":"${chat}"` });
	await expectReplyToGroup(example);
});

test('ai-agent-tool', async ({ example }) => {
	const text = 'When are you open?';
	expect(await example.event({ kind: 'direct', text })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		calls: 1,
		sent: [sentTo(sending, 'from 7 to 18')],
	});
	expect(await example.event({ kind: 'group', text })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		calls: 1,
		sent: [sentTo(sending, '@g.us')],
	});

	const wish = await example.event({ kind: 'direct', text: 'I want to talk to a person' });
	expect(wish).toMatchObject({
		marked: ['unread'],
		lastNode: 'Answer',
		calls: 0,
		sent: [sentTo(sending, 'the team')],
	});

	const status = await example.event({ kind: 'status' });
	expect(status).toMatchObject({ ...LEFT_ALONE, lastNode: 'Is it a message?' });
});
