import fc from 'fast-check';

import { readItem } from '../../../nodes/WhatsAppMarkRead/pipeline/read';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import { messagesOf } from '../../helpers/receiptRequests';
import { credentialOf } from '../../helpers/credentials';
import { expectCleanPrototypes, frozen } from '../harness/untouched';
import { inputItems, wildFields } from '../values/inputItems';
import { providerWith } from '../values/providers';

describe('Reading an item', () => {
	it('never throws and is never at a loss, whatever the item and its fields are', () => {
		const given = providerWith((provider) =>
			fc.record({
				items: inputItems(provider, 1),
				fields: wildFields(),
				operation: fc.constantFrom('markMessage', 'markChat', 'markChatUnread'),
			}),
		);
		fc.assert(
			fc.property(given, ({ provider, items: [item], fields, operation }) => {
				if (item === undefined) return;
				const connection = provider.connect(credentialOf(provider.id).data);
				const changed = item.source === 'fields' ? { ...item, fields, operation } : item;
				const reading = readItem(frozen(changed), provider, PROVIDERS, connection);

				expectCleanPrototypes();
				if (reading.kind === 'failed') {
					expect(reading.failure.message).not.toBe('The item could not be read');
					expect(reading.failure.message.length).toBeLessThan(1_000);
				}
				if (reading.kind !== 'conversations') return;
				expect(reading.conversations.length).toBeGreaterThan(0);
				for (const conversation of reading.conversations) {
					expect(conversation.kind).toBe(changed.operation);
					const ids = messagesOf(conversation).map(({ id }) => id);
					expect(new Set(ids).size).toBe(ids.length);
					expect(ids).not.toContain('');
					expect(ids.length > 0).toBe(changed.operation === 'markMessage');
				}
			}),
		);
	});
});
