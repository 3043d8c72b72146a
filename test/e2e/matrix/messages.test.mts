import { PROVIDER_IDS } from '../../../scripts/providers.js';
import { Messages } from '../../../e2e/matrix/cases/messages.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/index.mts';

describe('the messages that come in for a case', () => {
	let sandbox: Sandbox;
	let messages: Messages;

	beforeAll(async () => {
		sandbox = await startSandbox();
		messages = new Messages(sandbox);
	});

	afterAll(async () => await sandbox.close());

	it.each(PROVIDER_IDS)('are unread and in chats of their own at %s', (provider) => {
		const kinds = ['direct', 'direct', 'group', 'group'] as const;

		const chats = kinds.map((kind) => messages.arrive({ provider, kind }).message.chatId);

		expect(new Set(chats).size).toBe(kinds.length);
		expect(sandbox.memory.unread(provider).map(({ chatId }) => chatId)).toEqual(chats);
	});

	it.each(PROVIDER_IDS)('share a chat when asked to at %s', (provider) => {
		const { message } = messages.arrive({ provider, kind: 'direct' });
		const next = messages.arrive({ provider, kind: 'direct', chat: message.chatId });

		expect(next.message.chatId).toBe(message.chatId);
		expect(next.message.messageId).not.toBe(message.messageId);
	});

	it('are unknown to the provider when they are forged', () => {
		const before = sandbox.memory.received.length;
		messages.forge({ provider: 'cloudApi', kind: 'direct' });

		expect(sandbox.memory.received).toHaveLength(before);
	});
});
