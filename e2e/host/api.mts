import { setTimeout as wait } from 'node:timers/promises';

import type { Workflow } from '../workflows/workflow.mts';

export interface Owner {
	readonly email: string;
	readonly password: string;
}

/** The login of the demo's editor: a loopback server with sandbox data only, so it may be public. */
export const DEMO_OWNER: Owner = { email: 'demo@example.com', password: 'Demo-login-1' };

const SECONDS_TO_PUBLISH = 30;

/** n8n's own REST interface, the one its editor uses, signed in as the owner. */
export interface N8nApi {
	/** Stores a credential, encrypted; returns its id. */
	createCredential(name: string, type: string, data: object): Promise<string>;
	/** Stores a workflow, switches it on and waits until its webhook answers; returns its id. */
	publishWorkflow(workflow: Workflow): Promise<string>;
	/** Reads what lies under a path of the interface, as in `executions/12`. */
	read(path: string): Promise<unknown>;
}

interface Stored {
	readonly id: string;
	readonly versionId?: string;
}

interface Publication {
	readonly status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
}

/**
 * Creates the owner account of a new n8n and signs in as that owner.
 * @param url n8n's address without a trailing slash
 * @throws when n8n refuses; the text names the call, never what was sent.
 */
export async function signInAsNewOwner(url: string, owner: Owner): Promise<N8nApi> {
	const account = { ...owner, firstName: 'Demo', lastName: 'Owner' };
	const setup = await ask(`${url}/rest/owner/setup`, { method: 'POST', body: account });
	const cookie = setup.headers
		.getSetCookie()
		.map((entry) => entry.split(';')[0])
		.join('; ');

	const create = async (path: string, body: object): Promise<Stored> => {
		const answer = await ask(`${url}/rest/${path}`, { method: 'POST', body, cookie });
		return ((await answer.json()) as { data: Stored }).data;
	};
	const read = async (path: string): Promise<unknown> => {
		const answer = await ask(`${url}/rest/${path}`, { method: 'GET', cookie });
		return ((await answer.json()) as { data: unknown }).data;
	};
	const publication = async (id: string): Promise<Publication> =>
		(await read(`workflows/${id}/publication-status`)) as Publication;
	return {
		async createCredential(name, type, data) {
			return (await create('credentials', { name, type, data })).id;
		},
		async publishWorkflow(workflow) {
			const { id, versionId } = await create('workflows', workflow);
			await create(`workflows/${id}/activate`, { versionId });
			await untilPublished(workflow.name, async () => await publication(id));
			return id;
		},
		read,
	};
}

/** n8n registers a workflow's webhook a moment after it has said that the workflow is active. */
async function untilPublished(name: string, ask: () => Promise<Publication>): Promise<void> {
	const giveUpAt = Date.now() + SECONDS_TO_PUBLISH * 1000;
	for (;;) {
		const { status } = await ask();
		if (status === 'published') return;
		if (status === 'failed' || status === 'partial' || Date.now() > giveUpAt) {
			throw new Error(`n8n did not publish the workflow "${name}": ${status}`);
		}
		await wait(50);
	}
}

interface Call {
	readonly method: 'GET' | 'POST';
	readonly body?: object;
	readonly cookie?: string;
}

async function ask(url: string, { method, body, cookie = '' }: Call): Promise<Response> {
	const answer = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: body && JSON.stringify(body),
	});
	if (answer.ok) return answer;
	const text = (await answer.text()).slice(0, 500);
	throw new Error(`n8n refused ${method} ${new URL(url).pathname}: HTTP ${answer.status} ${text}`);
}
