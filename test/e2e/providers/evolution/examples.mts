import { expectReplies, test } from '../../examples/test.mts';
import { underTest } from './index.mts';

test('reply-evolution', async ({ example }) => {
	const chat = '5511912345678@s.whatsapp.net';
	await expectReplies(example, underTest.sending, { chat, answered: `"number":"${chat}"` });
});
