import { PROVIDER_IDS } from '../../../../scripts/providers.js';
import { underTest } from '../../../../e2e/providers/index.mts';
import { startOutside, type Outside } from '../../../../e2e/examples/outside/server.mts';

let outside: Outside;

beforeAll(async () => {
	outside = await startOutside();
});

afterAll(async () => await outside.close());

async function post(url: string, body: object, headers: Record<string, string> = {}) {
	return await fetch(url, {
		method: 'POST',
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}

describe('who stands for everybody the examples call', () => {
	it.each(PROVIDER_IDS.map(underTest))(
		'remembers what was sent to $label, whether the credential came along, but not the credential',
		async ({ sending: { host, path, credential } }) => {
			const url = `${outside.addressOf(host)}${path}`;
			const dummies = Object.keys(credential.body ?? {}).map((field) => [field, 'dummy']);

			await post(url, { message: 'Hi', ...credential.body }, credential.headers);
			await post(url, { message: 'Hi', ...Object.fromEntries(dummies) }, { token: 'dummy' });

			const sent = { host, path, body: { message: 'Hi' } };
			expect(outside.sent.slice(-2)).toEqual([
				{ ...sent, authorized: true },
				{ ...sent, authorized: false },
			]);
		},
	);

	it('has no chat model for a wrong key', async () => {
		const answer = await post(`${outside.url}/openai/v1/chat/completions`, { messages: [] });

		expect(answer.status).toBe(401);
	});
});
