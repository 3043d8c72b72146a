import { PROVIDER_IDS } from '../../../../scripts/providers.js';
import { underTest } from '../../../../e2e/providers/index.mts';
import { EXPECTED_PANELS, wholePanel } from '../../../../e2e/ui/expected/panel.mts';

const TYPING = 'Show Typing Indicator';

describe.each(PROVIDER_IDS.map(underTest))('The panels expected of $label', (provider) => {
	const { label, messageFields, operations } = provider;
	const panels = EXPECTED_PANELS.filter((panel) => panel.provider === label);

	it('are one for each operation and source, and one for groups where a sender is asked for', () => {
		const groups = panels.filter(({ chatType }) => chatType === 'Group');

		expect(panels.length - groups.length).toBe(2 * operations.length);
		expect(groups.map(({ fields }) => fields)).toEqual(
			messageFields.includes('Chat Type') ? [[...messageFields, 'Sender', TYPING]] : [],
		);
	});

	it('ask for nothing but the chat of a whole chat, and for typing with a message alone', () => {
		for (const { operation, source, fields } of panels) {
			const isMessage = operation === 'Mark Message as Read';
			expect(fields.includes(TYPING)).toBe(isMessage);
			if (!isMessage) expect(fields).toEqual(source === 'Define Below' ? ['Chat'] : []);
		}
	});
});

it('A whole panel begins with provider and credential and ends with the options', () => {
	const panel = wholePanel({ credential: 'WhatsApp Mark Read: Plain API', fields: ['Chat'] });

	expect(panel).toEqual([
		'Provider',
		'Credential for WhatsApp Mark Read: Plain API',
		'Operation',
		'Message',
		'Chat',
		'Options',
	]);
});
