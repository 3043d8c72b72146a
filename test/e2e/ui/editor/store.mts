import { providerOf } from '../../../../tools/providers.js';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import type { N8nApi, Owner } from '../../host/api.mts';
import type { StoredCredential, Workflow } from '../../workflows/workflow.mts';

/** Where the editor finds what a check needs. */
export interface EditorStore {
	/** Stores a workflow as a draft, switched off; returns its id. */
	addWorkflow(workflow: Workflow): Promise<string>;
	/** Stores a workflow and switches it on; returns its id. */
	publishWorkflow(workflow: Workflow): Promise<string>;
	/** Stores a credential. */
	addCredential(name: string, provider: ProviderId, data: object): Promise<StoredCredential>;
	/** The ready-made credential of a provider, with the sandbox's account. */
	sandboxCredential(provider: ProviderId): Promise<StoredCredential>;
}

/**
 * Stores workflows and credentials through n8n's own REST interface.
 * @throws when n8n refuses; the text names the call, never what was sent.
 */
export async function openStore(n8nUrl: string, n8n: N8nApi, owner: Owner): Promise<EditorStore> {
	const cookie = await signInByRest(n8nUrl, owner);
	return {
		addWorkflow: async (workflow) => {
			const answer = await post(`${n8nUrl}/rest/workflows`, workflow, cookie);
			return ((await answer.json()) as { data: { id: string } }).data.id;
		},
		publishWorkflow: async (workflow) => await n8n.publishWorkflow(workflow),
		addCredential: async (name, provider, data) => ({
			id: await n8n.createCredential(name, providerOf(provider).credentialType, data),
			name,
		}),
		sandboxCredential: async (provider) => {
			const all = (await n8n.read('credentials')) as readonly CredentialEntry[];
			const found = all.find(
				({ name, type }) =>
					type === providerOf(provider).credentialType && name.endsWith('(sandbox)'),
			);
			if (!found) throw new Error(`n8n holds no ready-made credential of ${provider}`);
			return { id: found.id, name: found.name };
		},
	};
}

interface CredentialEntry extends StoredCredential {
	readonly type: string;
}

async function signInByRest(n8nUrl: string, { email, password }: Owner): Promise<string> {
	const answer = await post(`${n8nUrl}/rest/login`, { emailOrLdapLoginId: email, password }, '');
	return answer.headers
		.getSetCookie()
		.map((entry) => entry.split(';')[0])
		.join('; ');
}

async function post(url: string, body: object, cookie: string): Promise<Response> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body),
	});
	if (answer.ok) return answer;
	throw new Error(`n8n refused POST ${new URL(url).pathname}: HTTP ${answer.status}`);
}
