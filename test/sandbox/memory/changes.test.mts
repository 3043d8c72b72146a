import { SandboxMemory } from '../../../sandbox/index.mts';
import type { MemoryChange } from '../../../sandbox/memory/changes.mts';
import { PROVIDER } from '../receipt.mts';

let memory: SandboxMemory;
let changes: MemoryChange[];
let unsubscribe: () => void;

beforeEach(() => {
	memory = new SandboxMemory();
	changes = [];
	unsubscribe = memory.changes.subscribe((change) => changes.push(change));
});

function post() {
	return memory.notePosted({
		provider: PROVIDER,
		kind: 'direct',
		content: 'text',
		text: 'Hello',
		chatId: 'a',
		sender: 'a',
		messageId: '1',
		reactsTo: null,
		url: 'http://127.0.0.1/webhook',
	});
}

function receive(messageId: string) {
	const chat = { provider: PROVIDER, account: 'support', chatId: 'a', sender: 'a' } as const;
	return memory.receive({ ...chat, isGroup: false, messageId, timestamp: 1 });
}

it('tells a webhook when it leaves and when it is answered', () => {
	const { number } = post();
	memory.noteOutcome(number, { status: 200, body: [], at: '2026-11-20T00:00:00.000Z' });
	expect(changes).toMatchObject([
		{ type: 'webhook', webhook: { number, outcome: null } },
		{ type: 'webhook', webhook: { number, outcome: { status: 200 } } },
	]);
});

it('tells which messages turned blue, and no others', () => {
	const [first, second] = [receive('1'), receive('2')];
	memory.markRead([first]);
	memory.markRead([first, second]);
	memory.markRead([first, second]);
	expect(changes).toMatchObject([
		{ type: 'read', messages: [{ messageId: '1', status: 'read' }] },
		{ type: 'read', messages: [{ messageId: '2', status: 'read' }] },
	]);
});

it('tells a chat mark, a typing bubble and that everything was forgotten', () => {
	const chat = { provider: PROVIDER, account: 'support', chatId: 'a' } as const;
	memory.noteChat({ ...chat, read: false });
	memory.noteTyping({ ...chat, messageId: null, seconds: 5 });
	memory.clear();
	expect(changes.map(({ type }) => type)).toEqual(['chat', 'typing', 'cleared']);
});

it('keeps the answer of a forgotten webhook to itself', () => {
	const { number } = post();
	memory.clear();
	memory.noteOutcome(number, { status: 200, body: [], at: '2026-11-20T00:00:00.000Z' });
	expect(changes.map(({ type }) => type)).toEqual(['webhook', 'cleared']);
});

it('counts webhooks on after everything was forgotten', () => {
	const { number } = post();
	memory.clear();
	expect(post().number).toBe(number + 1);
});

it('tells nothing to who stopped listening', () => {
	unsubscribe();
	memory.clear();
	expect(changes).toEqual([]);
});
