import { expectReplies, test } from '../../examples/test.mts';

test('reply-360dialog', async ({ example }) => {
	await expectReplies(example, { chat: '4915112345678', answered: '"to":"4915112345678"' });
});
