import { expect, expectReplies, sentTo, test } from '../../examples/test.mts';
import { underTest } from '../index.mts';

const GROUP = '120363000000000000-group';

test('reply-z-api', async ({ example }) => {
	await expectReplies(example, { chat: '5541912345678', answered: '"phone":"5541912345678"' });
	expect(await example.event({ kind: 'group', chat: GROUP })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		sent: [sentTo(underTest('zapi').sending, GROUP)],
	});
});
