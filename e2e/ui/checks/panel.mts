import { PROVIDER_IDS } from '../../../scripts/providers.js';
import { underTest } from '../../providers/index.mts';
import type { ProviderUnderTest } from '../../providers/provider.mts';
import type { Check, Stage } from '../check.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { addableOptions, choicesOf, choose, visibleFields } from '../editor/panel.mts';
import { marked } from '../editor/test-ids.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import {
	EXPECTED_OPTIONS,
	EXPECTED_PANELS,
	expectedOperations,
	wholePanel,
	type ExpectedOptions,
	type ExpectedPanel,
} from '../expected/panel.mts';
import { expectToSee } from '../look.mts';

/**
 * The panel with every provider, operation and source: set by its dropdowns as a person does it, one
 * after the other in the same node, so that what one setting leaves behind is seen too.
 */
export function panelChecks(): Check[] {
	const panel = new OnePanel();
	return [
		...PROVIDER_IDS.map(underTest).map((provider) => operationsCheck(panel, provider)),
		...EXPECTED_PANELS.map((expected) => fieldsCheck(panel, expected)),
		...EXPECTED_OPTIONS.map((expected) => optionsCheck(panel, expected)),
	];
}

function operationsCheck(panel: OnePanel, provider: ProviderUnderTest): Check {
	return {
		name: `With ${provider.label} the panel offers exactly its operations`,
		run: async (stage) => {
			await panel.open(stage);
			await choose(stage.page, 'provider', provider.label);
			await expectToSee(
				expectedOperations(provider),
				async () => await choicesOf(stage.page, 'operation'),
			);
		},
	};
}

function fieldsCheck(panel: OnePanel, expected: ExpectedPanel): Check {
	const { provider, operation, source, chatType } = expected;
	const chosen = [provider, operation, source, ...(chatType ? [`Chat Type ${chatType}`] : [])];
	return {
		name: `With ${chosen.join(' + ')} the panel shows exactly the fields that belong to it`,
		run: async (stage) => {
			const { page } = stage;
			await panel.open(stage);
			await choose(page, 'provider', provider);
			await choose(page, 'operation', operation);
			await choose(page, 'source', source);
			if (expected.fields.includes('Chat Type')) {
				await choose(page, 'chatType', chatType ?? 'Direct');
			}
			await expectToSee(wholePanel(expected), async () => await visibleFields(page));
		},
	};
}

function optionsCheck(panel: OnePanel, { provider, source, options }: ExpectedOptions): Check {
	return {
		name: `With ${provider} + ${source} "Add option" offers exactly what has an effect`,
		run: async (stage) => {
			const { page } = stage;
			await panel.open(stage);
			await choose(page, 'provider', provider);
			await choose(page, 'operation', 'Mark Message as Read');
			await choose(page, 'source', source);
			await expectToSee(options, async () => await addableOptions(page));
		},
	};
}

/** The panel that these checks share; it is opened anew when something else is on the page. */
class OnePanel {
	#address: string | undefined;

	async open({ page, n8nUrl, store }: Stage): Promise<void> {
		if (page.url() === this.#address && (await page.locator(marked('ndv')).isVisible())) return;
		const credential = await store.sandboxCredential('cloudApi');
		const id = await store.addWorkflow(
			threeNodes('Every setting of the panel', 'every-setting', {
				provider: 'cloudApi',
				credential,
			}),
		);
		await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
		this.#address = page.url();
	}
}
