import { ACCOUNT } from '../../../../tools/sandbox/providers/wawp/credential.mts';
import { buildWebhook, type OutgoingWebhook } from '../../../../tools/sandbox/index.mts';

const timestamp = 1_739_321_024;

function payload(order: Omit<OutgoingWebhook, 'url' | 'provider'>): object {
	return buildWebhook({ provider: 'wawp', timestamp, ...order }).payload;
}

describe("Wawp's webhooks", () => {
	const author = '447441429009@c.us';
	const group = '120363123456789@g.us';

	it('carry a direct message with a serialized id', () => {
		expect(payload({ kind: 'direct' })).toMatchObject({
			event: 'message',
			session: ACCOUNT.instanceId,
			payload: {
				id: expect.stringMatching(/^false_447441429009@c\.us_[0-9A-F]{32}$/),
				from: author,
				fromMe: false,
				participant: null,
				timestamp,
			},
		});
	});

	it.each([
		['plain', { participant: author, id: expect.stringMatching(/_447441429009@c\.us$/) }],
		['authorOnly', { participant: null, author, id: expect.stringMatching(/_[0-9A-F]{32}$/) }],
		['authorInId', { participant: null, id: expect.stringMatching(/_447441429009@c\.us$/) }],
	])('name the author of a group message: %s', (layout, expected) => {
		const order = { provider: 'wawp', kind: 'group', layout } as const;
		expect(payload(order)).toMatchObject({ payload: { from: group, ...expected } });
	});

	it.each([
		['status', 'message.ack'],
		['reaction', 'message.reaction'],
		['edit', 'message.edited'],
		['revoke', 'message.revoked'],
	] as const)('tell %s apart as %s', (kind, event) => {
		expect(payload({ kind })).toMatchObject({ event });
	});

	it('carry an own message as message.any with an own id', () => {
		expect(payload({ kind: 'own' })).toMatchObject({
			event: 'message.any',
			payload: { fromMe: true, to: author, id: expect.stringMatching(/^true_/) },
		});
	});

	it('name the message that a reaction belongs to', () => {
		const built = payload({ kind: 'reaction', reactsTo: 'the-first' });
		expect(JSON.stringify(built)).toContain('"the-first"');
	});
});
