import { providerFields } from '../../nodes/WhatsAppMarkRead/description/providerFields.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { InboundMessage } from '../../nodes/WhatsAppMarkRead/providers/messages.ts';
import type { FieldValues } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { casesOf, MESSAGE } from '../helpers/providerCases.mts';
import { refusalOf } from '../helpers/refusalOf.ts';

/** What is typed into the fields, and the messages it names or the error it meets. */
interface FieldsCase {
	readonly says: string;
	/** Label and name of each field, in their order. */
	readonly panel?: ReadonlyArray<readonly [string, string]>;
	readonly fields: FieldValues;
	/** Without what a message does not have. */
	readonly messages?: ReadonlyArray<Partial<InboundMessage>>;
	/** The chat they name for the operations on whole chats; `null`: they meet the same error. */
	readonly chat?: string | null;
	/** What the user is warned of; `null`: of nothing. */
	readonly hint?: string | null;
	/** The whole message, or its beginning. */
	readonly error?: string;
}

describe.each(PROVIDERS)('The fields of $displayName', (provider) => {
	it.each(casesOf<FieldsCase>(provider.id, 'fields.json'))('$says', (given) => {
		const { panel, fields, messages, chat, hint, error } = given;
		if (panel !== undefined) {
			expect(providerFields(provider).map(({ displayName, name }) => [displayName, name])).toEqual(
				panel,
			);
			return;
		}
		if (error !== undefined) {
			expect(refusalOf(() => provider.readMessages(fields))?.message).toBe(error);
			if (chat === null) expect(refusalOf(() => provider.readChat?.(fields))?.message).toBe(error);
			return;
		}
		const read = provider.readMessages(fields);
		expect(read).toEqual(messages?.map((message) => ({ ...MESSAGE, ...message })));
		if (chat !== undefined) expect(provider.readChat?.(fields)).toBe(chat);
		if (hint !== undefined) expect(read[0] && provider.hintAbout?.(read[0])).toBe(hint);
	});

	it('name a whole chat where the provider can mark one', () => {
		const canMarkChats = provider.operations.some((operation) => operation !== 'markMessage');

		expect(provider.readChat !== undefined).toBe(canMarkChats);
	});
});
