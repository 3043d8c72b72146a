import { expectReplies, test } from '../../examples/test.mts';

test('reply-kapso', async ({ example }) => {
	await expectReplies(example, { chat: '5511912345678', answered: '"to":"5511912345678"' });
});
