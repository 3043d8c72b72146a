import { webhookPayloads } from '../../../helpers/providerFile';
import { answered, readReceipt } from '../../../helpers/responses';
import { spoiled, WRONG_VALUES } from '../../../helpers/hostileJson';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { asObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { findErrorRow } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import type { InboundMessage } from '../../../../nodes/WhatsAppMarkRead/providers/messages';

const WEBHOOKS = PROVIDERS.flatMap(({ id }) => webhookPayloads(id));

const FIELD_NAMES = [
	'phoneNumberId',
	'messageId',
	'messageIds',
	'chatId',
	'chatType',
	'sender',
] as const;

/** What the function returns; null when its input is invalid. Any other error is a bug, and fails the test. */
function unlessInvalid<Value>(read: () => Value): Value | null {
	try {
		return read();
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidInput);
		return null;
	}
}

/** The promises of the contract about what a message holds. */
function isWellFormed({
	id,
	account,
	chatId,
	sender,
	isGroup,
	timestamp,
}: InboundMessage): boolean {
	const texts = [id, account, chatId, sender].filter((text) => text !== null);
	return (
		texts.every((text) => typeof text === 'string' && text !== '' && text !== 'null') &&
		(sender === null || isGroup) &&
		(timestamp === null || Number.isSafeInteger(timestamp))
	);
}

describe.each(PROVIDERS.map((provider) => [provider.displayName, provider] as const))(
	'Whatever is handed to %s,',
	(_, provider) => {
		it.each(WEBHOOKS)(
			'a webhook with anything wrong in it is read, invalid or not recognised: $file',
			({ payload }) => {
				for (const wrong of spoiled(payload)) {
					const reading = unlessInvalid(() => provider.readWebhook(wrong));
					const malformed = (reading?.messages ?? []).filter((message) => !isWellFormed(message));
					if (malformed.length > 0) expect(malformed).toEqual([]);
				}
			},
		);

		it('a field with anything in it is read or invalid', () => {
			const chat = { chatId: '120363123456789@g.us', chatType: 'group', sender: '5511999999999' };
			const fields = { ...chat, messageId: 'AAAA', messageIds: ['AAAA'] };
			for (const name of FIELD_NAMES) {
				for (const wrong of WRONG_VALUES) {
					const given = { ...fields, [name]: wrong };
					unlessInvalid(() => provider.readChat?.(given));
					const messages = unlessInvalid(() => provider.readMessages(given)) ?? [];
					expect(messages.filter((message) => !isWellFormed(message))).toEqual([]);
				}
			}
		});

		it('a credential with anything in it is read or invalid', () => {
			const names = ['baseUrl', 'apiVersion', 'phoneNumberId', 'instance', 'instanceId', 'token'];
			for (const name of names) {
				for (const wrong of WRONG_VALUES) {
					const credential = { baseUrl: 'https://example.com', apiVersion: 'v25.0', [name]: wrong };
					unlessInvalid(() =>
						provider.connect(credential as Parameters<typeof provider.connect>[0]),
					);
				}
			}
			expect(names).toHaveLength(6);
		});

		it('a response with anything in it is accepted or explained', () => {
			const bodies = WRONG_VALUES.filter((value) => !isDeep(value)).flatMap((wrong) => [
				wrong,
				{ success: wrong, error: wrong, data: wrong, code: wrong, message: wrong, ids: wrong },
				{ error: { code: wrong, message: wrong, error_data: wrong, request_id: wrong } },
				{ exception: { message: wrong }, data: { status: wrong }, chat_jid: wrong },
			]);
			for (const status of [200, 204, 301, 400, 404, 429, 500, 999]) {
				for (const body of bodies) {
					const result = readReceipt(provider, answered(status, body ?? ''), ['AAAA']);
					const text = result.kind === 'error' ? result.text : result.chatId;
					expect(text === null || typeof text === 'string').toBe(true);
					if (result.kind === 'error') findErrorRow(provider.errors, result);
				}
			}
		});
	},
);

/** Too deep to be written as JSON by a test; no HTTP response of that kind is parsed either. */
function isDeep(value: unknown): boolean {
	let depth = 0;
	let inner = value;
	while (inner !== null && typeof inner === 'object' && depth < 1000) {
		inner = Array.isArray(inner) ? (inner as unknown[])[0] : asObject(inner)?.id;
		depth += 1;
	}
	return depth >= 1000;
}
