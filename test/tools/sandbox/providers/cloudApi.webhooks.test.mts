import { ACCOUNT } from '../../../../tools/sandbox/providers/cloudApi/credential.mts';
import { buildWebhook, type OutgoingWebhook } from '../../../../tools/sandbox/index.mts';

const timestamp = 1_739_321_024;

function payload(order: Omit<OutgoingWebhook, 'url' | 'provider'>): object {
	return buildWebhook({ provider: 'cloudApi', timestamp, ...order }).payload;
}

describe("Meta's webhooks", () => {
	const messageId = 'wamid.ABC';
	const wrapped = (value: object, field = 'messages') => ({
		object: 'whatsapp_business_account',
		entry: [{ changes: [{ field, value }] }],
	});

	it('carry a direct message with number, sender, wamid and text seconds', () => {
		expect(payload({ kind: 'direct', messageId })).toMatchObject(
			wrapped({
				messaging_product: 'whatsapp',
				metadata: { phone_number_id: ACCOUNT.phoneNumberId },
				contacts: [{ wa_id: '16505551234' }],
				messages: [
					{ from: '16505551234', id: messageId, timestamp: String(timestamp), type: 'text' },
				],
			}),
		);
	});

	it('name the group of a group message', () => {
		const order = { provider: 'cloudApi', kind: 'group', messageId, chat: 'G1' } as const;
		expect(payload(order)).toMatchObject(
			wrapped({ messages: [{ group_id: 'G1', id: messageId }] }),
		);
	});

	it('leave the phone number out for a sender known by user id', () => {
		const text = JSON.stringify(payload({ kind: 'direct', chat: 'US.1' }));
		expect(text).toContain('"from_user_id":"US.1"');
		expect(text).not.toMatch(/"from":|"wa_id":/);
	});

	it('carry a delivery status without any message', () => {
		const value = expect.not.objectContaining({ messages: expect.anything() });
		const built = payload({ kind: 'status', messageId });
		expect(built).toMatchObject(wrapped(value as object));
		expect(built).toMatchObject(wrapped({ statuses: [{ id: messageId, status: 'delivered' }] }));
	});

	it('carry a reaction to another message', () => {
		expect(payload({ kind: 'reaction', messageId })).toMatchObject(
			wrapped({
				messages: [
					{
						id: messageId,
						type: 'reaction',
						reaction: { message_id: expect.stringMatching(/^wamid\./) },
					},
				],
			}),
		);
	});

	it('carry an own message as an echo', () => {
		expect(payload({ kind: 'own', messageId })).toMatchObject(
			wrapped({ message_echoes: [{ id: messageId }] }, 'smb_message_echoes'),
		);
	});

	it('name the message that a reaction belongs to', () => {
		const built = payload({ kind: 'reaction', reactsTo: 'the-first' });
		expect(JSON.stringify(built)).toContain('"the-first"');
	});
});
