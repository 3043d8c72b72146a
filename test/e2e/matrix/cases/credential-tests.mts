import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { sandboxCredential, type ProviderId } from '../../../../tools/sandbox/index.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';

/** *Test* of each credential: green with the sandbox's account, red with a wrong secret. */
export const CREDENTIAL_CASES: readonly MatrixCase[] = PROVIDER_IDS.flatMap((provider) => [
	{
		provider,
		row: 'Test of the credential',
		name: 'green with the right secret',
		run: async (lab: Lab, checks: Checks) => await pressTest(lab, checks, provider, 'OK', {}),
	},
	{
		provider,
		row: 'Test of the credential',
		name: 'red with a wrong secret',
		run: async (lab: Lab, checks: Checks) =>
			await pressTest(lab, checks, provider, 'Error', underTest(provider).credential.wrong),
	},
]);

async function pressTest(
	lab: Lab,
	checks: Checks,
	provider: ProviderId,
	wanted: 'OK' | 'Error',
	changed: Readonly<Record<string, string>>,
): Promise<void> {
	const { memory } = lab.sandbox;
	const callsBefore = memory.requests.length;

	const { status, message } = await lab.n8n.testCredential({
		...lab.credentialOf(provider),
		type: providerOf(provider).credentialType,
		data: { ...sandboxCredential(provider, lab.sandbox.url), ...changed },
	});

	lab.answers.push(JSON.stringify({ status, message }));
	checks.same('the result', status, wanted);
	checks.holds('it says something', message !== '', message);
	// n8n tries a 401 once more by itself.
	const answers = memory.requests.slice(callsBefore).map((call) => call.status);
	const isAsWanted = answers.every((httpStatus) => (wanted === 'OK') === (httpStatus === 200));
	checks.holds("the provider's answers", answers.length > 0 && isAsWanted, answers);
}
