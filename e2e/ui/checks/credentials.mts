import { PROVIDER_IDS, providerOf } from '../../../scripts/providers.js';
import { underTest } from '../../providers/index.mts';
import { sandboxCredential, type ProviderId } from '../../../sandbox/index.mts';
import { Mismatch, type Check, type Stage } from '../check.mts';
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
import { expectToRead, expectToSee } from '../look.mts';

/** n8n adds this field to every credential that can sign a call. */
const BY_N8N = 'Allowed HTTP Request Domains';

/** A new credential typed into its dialog, good and wrong. */
export function credentialChecks(): Check[] {
	return PROVIDER_IDS.flatMap((provider) => [goodAccount(provider), wrongSecret(provider)]);
}

function goodAccount(provider: ProviderId): Check {
	return {
		name: `A new ${providerOf(provider).displayName} credential has the right fields, hides its secrets, and its Test goes green`,
		run: async (stage) => {
			const { page, sandbox, pictures } = stage;
			const { fields, secrets } = underTest(provider).credential;
			await openDialog(stage, provider);
			await expectToSee([...fields, BY_N8N], async () => await credentialFields(page));

			await fillAndSave(page, sandboxCredential(provider, sandbox.url));
			await untilClosed(page);
			await openUsedCredential(page);
			await expectToRead(['Connection tested successfully'], async () => await testResult(page));
			for (const secret of secrets) {
				if (!(await isMasked(page, secret))) throw new Mismatch(`${secret} as dots`, 'its text');
			}
			await pictures.take(`credential-${provider}`, credentialDialog(page));
		},
	};
}

function wrongSecret(provider: ProviderId): Check {
	return {
		name: `A wrong secret turns the Test of ${providerOf(provider).displayName} red and says what is wrong`,
		run: async (stage) => {
			const { page, sandbox, pictures } = stage;
			const { wrong, refusal } = underTest(provider).credential;
			await openDialog(stage, provider);
			await fillAndSave(page, { ...sandboxCredential(provider, sandbox.url), ...wrong });
			await expectToRead(
				['Couldn’t connect with these settings', ...refusal],
				async () => await testResult(page),
			);
			if (provider === 'cloudApi') {
				await pictures.take('credential-test-red', credentialDialog(page));
			}
		},
	};
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
