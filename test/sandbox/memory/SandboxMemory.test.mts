import { SandboxMemory } from '../../../sandbox/index.mts';

let memory: SandboxMemory;

beforeEach(() => {
	memory = new SandboxMemory();
});

function receive(messageId: string, chatId: string) {
	return memory.receive({
		provider: 'ryze',
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
	memory.markRead(memory.conversation('ryze', 'support', 'a'));
	expect(memory.unread('ryze').map(({ messageId }) => messageId)).toEqual(['2']);
});

it('keeps providers apart', () => {
	memory.markRead([receive('1', 'a')]);
	expect(memory.isRead('ryze', '1')).toBe(true);
	expect(memory.isRead('wawp', '1')).toBe(false);
});

it('holds an unknown message for unread', () => {
	expect(memory.isRead('ryze', 'unknown')).toBe(false);
});

it('keeps the moment of the first mark', () => {
	const message = receive('1', 'a');
	memory.markRead([message]);
	const { markedAt } = message;
	memory.markRead([message]);
	expect(message.markedAt).toBe(markedAt);
});

it("tells a chat's last mark", () => {
	const chat = { provider: 'ryze', account: 'support', chatId: 'a' } as const;
	memory.noteChat({ ...chat, read: true });
	memory.noteChat({ ...chat, read: false });
	expect(memory.chatMark('ryze', 'a')).toMatchObject({ read: false });
	expect(memory.chatMark('ryze', 'b')).toBeUndefined();
});

it('forgets everything', () => {
	receive('1', 'a');
	memory.rememberOwn('ryze', '2');
	memory.clear();
	expect(memory.snapshot()).toEqual({
		webhooks: [],
		received: [],
		own: [],
		chats: [],
		typing: [],
		requests: [],
	});
	expect(memory.conversation('ryze', 'support', 'a')).toEqual([]);
});
