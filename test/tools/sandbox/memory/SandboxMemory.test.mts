import { SandboxMemory } from '../../../../tools/sandbox/index.mts';
import { OTHER_PROVIDER, PROVIDER } from '../receipt.mts';

let memory: SandboxMemory;

beforeEach(() => {
	memory = new SandboxMemory();
});

function receive(messageId: string, chatId: string) {
	return memory.receive({
		provider: PROVIDER,
		account: 'support',
		chatId,
		sender: chatId,
		isGroup: false,
		messageId,
		timestamp: 1,
	});
}

it('keeps chats apart', () => {
	receive('1', 'a');
	receive('2', 'b');
	receive('3', 'a');
	memory.markRead(memory.conversation(PROVIDER, 'support', 'a'));
	expect(memory.unread(PROVIDER).map(({ messageId }) => messageId)).toEqual(['2']);
});

it('keeps providers apart', () => {
	memory.markRead([receive('1', 'a')]);
	expect(memory.isRead(PROVIDER, '1')).toBe(true);
	expect(memory.isRead(OTHER_PROVIDER, '1')).toBe(false);
});

it('holds an unknown message for unread', () => {
	expect(memory.isRead(PROVIDER, 'unknown')).toBe(false);
});

it('keeps the moment of the first mark', () => {
	const message = receive('1', 'a');
	memory.markRead([message]);
	const { markedAt } = message;
	memory.markRead([message]);
	expect(message.markedAt).toBe(markedAt);
});

it("tells a chat's last mark", () => {
	const chat = { provider: PROVIDER, account: 'support', chatId: 'a' } as const;
	memory.noteChat({ ...chat, read: true });
	memory.noteChat({ ...chat, read: false });
	expect(memory.chatMark(PROVIDER, 'a')).toMatchObject({ read: false });
	expect(memory.chatMark(PROVIDER, 'b')).toBeUndefined();
});

it('forgets everything', () => {
	receive('1', 'a');
	memory.rememberOwn(PROVIDER, '2');
	memory.clear();
	expect(memory.snapshot()).toEqual({
		webhooks: [],
		received: [],
		own: [],
		chats: [],
		typing: [],
		requests: [],
	});
	expect(memory.conversation(PROVIDER, 'support', 'a')).toEqual([]);
});
