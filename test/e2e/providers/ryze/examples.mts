import { TROUBLE } from '../../../../tools/sandbox/providers/ryze/credential.mts';
import {
	expect,
	expectReplies,
	expectReplyToGroup,
	LEFT_ALONE,
	sentTo,
	test,
} from '../../examples/test.mts';
import { TEAM } from '../../examples/outside.mts';
import { underTest } from '../index.mts';

const { sending } = underTest('ryze');

test('reply-ryze', async ({ example }) => {
	const chat = '5511999999999@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"number":"${chat}"` });
	await expectReplyToGroup(example);
});

test('error-branch', async ({ example }) => {
	expect(await example.event({ kind: 'direct' })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		sent: [sentTo(sending, 'Thank you')],
	});

	const phoneUnplugged = { kind: 'direct', account: TROUBLE.disconnectedInstance } as const;
	expect(await example.event(phoneUnplugged)).toMatchObject({
		marked: ['unread'],
		lastNode: 'Tell the team',
		sent: [sentTo({ host: TEAM, path: '/alert' }, 'is not connected to WhatsApp')],
	});

	const noWebhook = await example.post({ payload: { hello: 'world' } });
	expect(noWebhook).toMatchObject({ ...LEFT_ALONE, lastNode: 'Nothing to do' });
});
