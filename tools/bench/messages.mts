import { buildWebhook, personId, type ProviderId } from '../sandbox/index.mts';
import { ONE_WEBHOOK_SIDE } from './sides.mts';

/** The first of the people who write; each has the number after that of the one before. */
export const FIRST_PHONE_NUMBER = 5_511_900_000_000;
const FIRST_TIMESTAMP = 1_760_000_000;

/** Webhooks of incoming text messages, the chats taking turns: the input items of a burst. */
export function incomingMessages(
	provider: ProviderId,
	messages: number,
	chats: number,
): readonly object[] {
	return Array.from({ length: messages }, (_, position) => {
		const chat = personId(provider, String(FIRST_PHONE_NUMBER + (position % chats)));
		const timestamp = FIRST_TIMESTAMP + position;
		return buildWebhook({ provider, kind: 'direct', chat, timestamp }).payload;
	});
}

/** Meta's envelope with a message of each of so many people. */
export function manyChats(chats: number): object {
	const envelopes = Array.from({ length: chats }, (_, position) => {
		const { payload } = buildWebhook({
			provider: ONE_WEBHOOK_SIDE.provider,
			kind: 'direct',
			chat: String(FIRST_PHONE_NUMBER + position),
			text: 'Hello, is anyone there? I have a question about my last order.',
			timestamp: FIRST_TIMESTAMP + position,
		});
		return payload as Envelope;
	});
	const [first] = envelopes;
	const [entry] = first?.entry ?? [];
	const all = envelopes.flatMap((envelope) => envelope.entry.flatMap(({ changes }) => changes));
	const value = {
		...all[0]?.value,
		contacts: all.flatMap((change) => change.value.contacts),
		messages: all.flatMap((change) => change.value.messages),
	};
	return { ...first, entry: [{ ...entry, changes: [{ ...all[0], value }] }] };
}

interface Envelope {
	readonly entry: ReadonlyArray<{
		readonly changes: ReadonlyArray<{
			readonly value: {
				readonly contacts: readonly object[];
				readonly messages: readonly object[];
			};
		}>;
	}>;
}
