import { expect } from '@playwright/test';

import { PROVIDER_IDS, providerOf } from '../../../tools/providers.js';
import { test as withN8n } from '../test.mts';
import { underTest } from '../providers/index.mts';
import type { StoredCredential } from '../workflows/workflow.mts';
import { Example } from './example.mts';
import { markReadNodesOf, readExample, withAddresses, withCredentials } from './file.mts';
import { CHAT_MODEL_KEY, HOSTS, startOutside, type Outside, type SentOut } from './outside.mts';

export { expect } from '@playwright/test';

/** Made up; the trigger is never switched on, but n8n wants a credential all the same. */
const META_APP = { clientId: 'sandbox-app-id', clientSecret: 'sandbox-meta-app-secret-0001' };

const OWN_SECRETS = [
	{ label: 'chat model key', value: CHAT_MODEL_KEY },
	{ label: 'Meta app secret', value: META_APP.clientSecret },
];

interface WorkerFixtures {
	readonly outside: Outside;
	/** A credential of each type the examples need. */
	readonly credentials: Readonly<Record<string, StoredCredential>>;
}

/** A test of the example it is named after, imported into a real n8n. */
export const test = withN8n.extend<{ readonly example: Example }, WorkerFixtures>({
	ownSecrets: [OWN_SECRETS, { scope: 'worker' }],

	outside: [
		async ({ outputs }, use) => {
			const outside = await startOutside();
			await use(outside);
			outputs.push(JSON.stringify(outside.sent));
			await outside.close();
		},
		{ scope: 'worker' },
	],

	credentials: [
		async ({ running: { api, published }, outside }, use) => {
			const create = async (type: string, data: object): Promise<StoredCredential> => {
				return { id: await api.createCredential(`My ${type}`, type, data), name: `My ${type}` };
			};
			const ofProviders = PROVIDER_IDS.map((id) => [
				providerOf(id).credentialType,
				published(id).credential,
			]);
			const openAi = { apiKey: CHAT_MODEL_KEY, url: `${outside.url}/openai/v1`, header: false };
			await use({
				...(Object.fromEntries(ofProviders) as WorkerFixtures['credentials']),
				openAiApi: await create('openAiApi', openAi),
				whatsAppTriggerApi: await create('whatsAppTriggerApi', META_APP),
			});
		},
		{ scope: 'worker' },
	],

	example: async ({ running, outside, credentials }, use, { title }) => {
		const file = readExample(title);
		const addresses = Object.fromEntries(HOSTS.map((host) => [host, `${outside.url}/${host}`]));
		const workflow = withCredentials(withAddresses(file, addresses), credentials);
		const [markRead] = markReadNodesOf(file);
		const provider = String(markRead?.parameters['provider']);
		await use(new Example(workflow, provider, running, outside));
	},
});

/** What is sent out to a host, with a text in its body. */
export function sentTo({ host, path }: Pick<SentOut, 'host' | 'path'>, text: string): object {
	return { host, path, body: expect.stringContaining(text) };
}

/** What comes of an event that is nothing to mark. */
export const LEFT_ALONE = { marked: [], calls: 0, sent: [] };

/**
 * An example that marks and answers every message, and leaves a delivery status alone.
 * @param customer who writes, and what of the answer shows that it goes back to them
 */
export async function expectReplies(
	example: Example,
	customer: { readonly chat: string; readonly answered: string },
): Promise<void> {
	const { sending } = underTest(example.provider);
	const { chat, answered } = customer;
	const text = 'Do you have bread with "seeds"?';
	expect(await example.event({ kind: 'direct', chat, text })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		sent: [sentTo(sending, answered)],
	});
	expect(await example.event({ kind: 'status', chat })).toMatchObject({
		...LEFT_ALONE,
		lastNode: 'WhatsApp Mark Read',
	});
}

/** An example that answers a message of a group in the group. */
export async function expectReplyToGroup(example: Example): Promise<void> {
	const { sending } = underTest(example.provider);
	const chat = '120363123456789@g.us';
	expect(await example.event({ kind: 'group', chat })).toMatchObject({
		marked: ['read'],
		lastNode: 'Answer',
		sent: [sentTo(sending, chat)],
	});
}
