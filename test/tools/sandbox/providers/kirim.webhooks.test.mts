import { buildWebhook, type OutgoingWebhook } from '../../../../tools/sandbox/index.mts';

const timestamp = 1_739_321_024;

function payload(order: Omit<OutgoingWebhook, 'url' | 'provider'>): object {
	return buildWebhook({ provider: 'kirim', timestamp, ...order }).payload;
}

describe("Kirim's webhooks", () => {
	const order = { provider: 'kirim', kind: 'direct', messageId: 'wamid.ABC' } as const;

	it("are Meta's JSON unchanged, told apart by headers", () => {
		const { payload: body, headers } = buildWebhook(order);
		expect(Object.keys(body)).toEqual(['object', 'entry']);
		expect(headers).toEqual({ 'x-kirim-source': 'meta', 'x-kirim-event': 'message.received' });
	});

	it('may have a kirim block on top', () => {
		const body = payload({ ...order, layout: 'passthroughWithBlock' });
		expect(Object.keys(body)).toEqual(['object', 'entry', 'kirim']);
	});

	it('may be the other envelope, which names no phone number id', () => {
		expect(payload({ ...order, layout: 'envelope' })).toEqual({
			id: expect.stringMatching(/^wbd_/),
			event: 'message.received',
			delivered_at: new Date(timestamp * 1000).toISOString(),
			data: {
				message: expect.objectContaining({
					id: expect.stringMatching(/^msg_/),
					message_id: 'wamid.ABC',
				}),
			},
		});
	});

	it("may be one of Kirim's own events", () => {
		const own = payload({ ...order, kind: 'own', layout: 'envelope' });
		expect(own).toMatchObject({ id: expect.stringMatching(/^evt_/), type: 'message.created' });
	});

	it('have no group message in the other envelope', () => {
		expect(() => payload({ ...order, kind: 'group', layout: 'envelope' })).toThrow(
			'has no webhook of kind "group"',
		);
	});

	it('name the message that a reaction belongs to', () => {
		const built = payload({ kind: 'reaction', reactsTo: 'the-first' });
		expect(JSON.stringify(built)).toContain('"the-first"');
	});
});
