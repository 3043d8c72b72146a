import type { Locator } from '@playwright/test';

import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { sandboxCredential, type ProviderId } from '../../../../tools/sandbox/index.mts';
import { expect, test, type Stage } from '../test.mts';
import { openPanel } from '../editor/canvas.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';

/** n8n adds this field to every credential that can sign a call. */
const BY_N8N = 'Allowed HTTP Request Domains';

for (const provider of PROVIDER_IDS) {
	const { displayName } = providerOf(provider);

	test(`A new ${displayName} credential has the right fields, hides its secrets, and its Test goes green`, async ({
		stage,
	}) => {
		const { page, sandbox, pictures } = stage;
		const { fields, secrets } = underTest(provider).credential;
		const dialog = await openNewCredential(stage, provider);
		await expect.poll(() => labelsOf(dialog)).toEqual([...fields, BY_N8N]);

		await fillAndSave(dialog, sandboxCredential(provider, sandbox.url));
		// It closes itself once a new credential has passed its test.
		await expect(dialog).toBeHidden();
		await page.getByTestId('credential-edit-button').filter({ visible: true }).click();
		// n8n tests it again when the dialog opens; the words are there all the time, but hidden.
		await expect(resultIn(dialog).getByText('Connection tested successfully')).toBeVisible();
		for (const secret of secrets) {
			await expect(inputOf(dialog, secret), `${secret} as dots`).toHaveAttribute(
				'type',
				'password',
			);
		}
		await pictures.take(`credential-${provider}`, pictured(dialog));
	});

	test(`A wrong secret turns the Test of ${displayName} red and says what is wrong`, async ({
		stage,
	}) => {
		const { sandbox, pictures } = stage;
		const { wrong, refusal } = underTest(provider).credential;
		const dialog = await openNewCredential(stage, provider);
		await fillAndSave(dialog, { ...sandboxCredential(provider, sandbox.url), ...wrong });
		await expect(resultIn(dialog)).toContainText('Couldn’t connect with these settings');
		await dialog.getByText('More details').click();
		for (const part of refusal) await expect(resultIn(dialog)).toContainText(part);
		if (provider === 'cloudApi') await pictures.take('credential-test-red', pictured(dialog));
	});
}

/** Opens the dialog for a new credential from the panel of the node. */
async function openNewCredential(stage: Stage, provider: ProviderId): Promise<Locator> {
	const { page, credential } = stage;
	const workflow = threeNodes(`A credential of ${providerOf(provider).displayName}`, {
		provider,
		credential: credential(provider),
	});
	await openPanel(stage, workflow, MARK_READ_ID);
	await page.getByTestId('node-credentials-select').filter({ visible: true }).click();
	await page.getByTestId('node-credentials-select-item-new').filter({ visible: true }).click();
	return page.getByTestId('editCredential-modal');
}

/** The labels of the dialog's fields, from top to bottom; a star marks a required one. */
async function labelsOf(dialog: Locator): Promise<string[]> {
	const labels = dialog.getByTestId('credential-connection-parameter').locator('label');
	return (await labels.allInnerTexts()).map((label) => label.split('\n')[0]?.trim() ?? '');
}

/** Types the values into their fields and saves, upon which n8n tests the credential. */
async function fillAndSave(dialog: Locator, data: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, value] of Object.entries(data)) await inputOf(dialog, name).fill(value);
	await dialog.getByTestId('credential-save-button').click();
}

function inputOf(dialog: Locator, field: string): Locator {
	return dialog.getByTestId(`parameter-input-${field}`).locator('input');
}

/** What n8n says of the saved credential. */
function resultIn(dialog: Locator): Locator {
	return dialog.getByTestId('node-credentials-config-container');
}

function pictured(dialog: Locator): Locator {
	return dialog.locator('.el-dialog').or(dialog).first();
}
