import {
	hintAboutMetaId,
	refuseForeignIds,
} from '../../../../../nodes/WhatsAppMarkRead/providers/meta/messageIds';

describe("Message ids for Meta's API", () => {
	it.each([
		['a wamid', 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA'],
		["the id of a test webhook of Meta's dashboard", 'ABGGFlA5Fpa'],
	])('may be %s', (_, id) => {
		expect(() => refuseForeignIds([id], 'Message ID')).not.toThrow();
	});

	it.each([['false_447441429009@c.us_AAAA'], ['true_447441429009@c.us_AAAA'], ['false_odd']])(
		'are never ids of WAHA: %s',
		(id) => {
			expect(() => refuseForeignIds([id], 'Message ID')).toThrow(
				`'Message ID' holds "${id}", which is a message ID of a phone linked by QR code`,
			);
		},
	);

	it('are sent without the prefix too, with a word to the user', () => {
		expect(hintAboutMetaId({ id: 'ABGGFlA5Fpa' })).toBe(
			'A message ID does not start with "wamid.": test webhooks of the Meta dashboard carry such IDs, and no ticks can turn blue for them.',
		);
		expect(hintAboutMetaId({ id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgAR' })).toBeNull();
	});
});
