import type { ProviderId } from '../../../sandbox/index.mts';
import { PROVIDER_NAMES, PROVIDERS } from '../../workflows/providers.mts';
import type { Check } from '../check.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { takeFieldsColumn } from '../editor/panel-picture.mts';
import { typedValues } from '../editor/panel.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import { expectToSee } from '../look.mts';

/** A panel as a saved workflow fills it in. */
interface FilledPanel {
	readonly provider: ProviderId;
	readonly what: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** What then stands in its text fields. */
	readonly values: readonly string[];
	readonly picture: string;
}

const GROUP = '120363123456789@g.us';
const AUTHOR = '5511999999999@s.whatsapp.net';
const WAWP_IDS = [
	'false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
	'false_447441429009@c.us_BBBBBBBBBBBBBBBBBBBB',
];

const FILLED_PANELS: readonly FilledPanel[] = [
	...PROVIDERS.map((provider) => ({
		provider,
		what: 'nothing to fill in behind a webhook',
		parameters: { source: 'webhook' },
		values: [],
		picture: `panel-${provider}`,
	})),
	{
		provider: 'ryze',
		what: 'a group with its sender',
		parameters: {
			source: 'fields',
			chatId: GROUP,
			messageId: '3EB08FCF27E532F1B0F5',
			chatType: 'group',
			sender: AUTHOR,
		},
		values: [GROUP, '3EB08FCF27E532F1B0F5', AUTHOR],
		picture: 'panel-group-sender',
	},
	{
		provider: 'wawp',
		what: 'a list of message IDs',
		parameters: { source: 'fields', chatId: '+44 7441 429009', messageIds: WAWP_IDS },
		values: ['+44 7441 429009', ...WAWP_IDS],
		picture: 'panel-wawp-ids',
	},
];

/** Panels that come back as they were saved. */
export function filledPanelChecks(): Check[] {
	return FILLED_PANELS.map(({ provider, what, parameters, values, picture }) => ({
		name: `A saved workflow of ${PROVIDER_NAMES[provider]} comes back with ${what}`,
		run: async (stage) => {
			const { page, n8nUrl, store } = stage;
			const credential = await store.sandboxCredential(provider);
			const id = await store.addWorkflow(
				threeNodes(`Filled in: ${what}`, picture, { provider, credential, parameters }),
			);
			await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
			await expectToSee(values, async () => await typedValues(page));
			await takeFieldsColumn(stage, picture);
		},
	}));
}
