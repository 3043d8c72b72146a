import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { sandboxCredential, type ProviderId } from '../../../../tools/sandbox/index.mts';
import { expect, test, type Stage } from '../test.mts';
import { openNodeOf } from '../editor/canvas.mts';
import {
	credentialDialog,
	credentialFields,
	fillAndSave,
	isMasked,
	openNewCredential,
	openUsedCredential,
	testResult,
	untilClosed,
} from '../editor/credential-dialog.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';

/** n8n adds this field to every credential that can sign a call. */
const BY_N8N = 'Allowed HTTP Request Domains';

for (const provider of PROVIDER_IDS) {
	test(`A new ${providerOf(provider).displayName} credential has the right fields, hides its secrets, and its Test goes green`, async ({
		stage,
	}) => {
		const { page, sandbox, pictures } = stage;
		const { fields, secrets } = underTest(provider).credential;
		await openDialog(stage, provider);
		await expect.poll(() => credentialFields(page)).toEqual([...fields, BY_N8N]);

		await fillAndSave(page, sandboxCredential(provider, sandbox.url));
		await untilClosed(page);
		await openUsedCredential(page);
		await expect.poll(() => testResult(page)).toContain('Connection tested successfully');
		for (const secret of secrets) {
			expect(await isMasked(page, secret), `${secret} as dots`).toBe(true);
		}
		await pictures.take(`credential-${provider}`, credentialDialog(page));
	});

	test(`A wrong secret turns the Test of ${providerOf(provider).displayName} red and says what is wrong`, async ({
		stage,
	}) => {
		const { page, sandbox, pictures } = stage;
		const { wrong, refusal } = underTest(provider).credential;
		await openDialog(stage, provider);
		await fillAndSave(page, { ...sandboxCredential(provider, sandbox.url), ...wrong });
		for (const part of ['Couldn’t connect with these settings', ...refusal]) {
			await expect.poll(() => testResult(page)).toContain(part);
		}
		if (provider === 'cloudApi') {
			await pictures.take('credential-test-red', credentialDialog(page));
		}
	});
}

async function openDialog({ page, n8nUrl, store }: Stage, provider: ProviderId): Promise<void> {
	const credential = await store.sandboxCredential(provider);
	const id = await store.addWorkflow(
		threeNodes(`A credential of ${providerOf(provider).displayName}`, `credential-${provider}`, {
			provider,
			credential,
		}),
	);
	await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
	await openNewCredential(page);
}
