import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { sandboxCredential } from '../../../../tools/sandbox/index.mts';
import { underTest } from '../../providers/index.mts';
import { expect, test } from '../test.mts';

for (const provider of PROVIDER_IDS) {
	const trials = [
		{ name: 'green with the right secret', wanted: 'OK', changed: {} },
		{
			name: 'red with a wrong secret',
			wanted: 'Error',
			changed: underTest(provider).credential.wrong,
		},
	];
	for (const { name, wanted, changed } of trials) {
		test(`${provider} · Test of the credential · ${name}`, async ({
			running: { api, published },
			sandbox,
			outputs,
		}) => {
			const callsBefore = sandbox.memory.requests.length;

			const { status, message } = await api.testCredential({
				...published(provider).credential,
				type: providerOf(provider).credentialType,
				data: { ...sandboxCredential(provider, sandbox.url), ...changed },
			});

			outputs.push(JSON.stringify({ status, message }));
			expect(status).toBe(wanted);
			expect(message).not.toBe('');
			// n8n tries a 401 once more by itself.
			const answers = sandbox.memory.requests.slice(callsBefore).map((call) => call.status);
			expect(answers.length).toBeGreaterThan(0);
			for (const answer of answers) expect(answer === 200).toBe(wanted === 'OK');
		});
	}
}
