import { setTimeout as wait } from 'node:timers/promises';

import type { Workflow } from '../workflows/workflow.mts';
import { N8N_2, type HostVersion } from './versions.mts';

export interface Owner {
	readonly email: string;
	readonly password: string;
}

/** The login of the demo's editor: a loopback server with sandbox data only, so it may be public. */
export const DEMO_OWNER: Owner = { email: 'demo@example.com', password: 'Demo-login-1' };

const SECONDS_TO_PUBLISH = 30;

const SECONDS_TO_RECOVER = 60;

/** n8n's own REST interface, the one its editor uses, signed in as the owner. */
export interface N8nApi {
	/** Stores a credential, encrypted; returns its id. */
	createCredential(name: string, type: string, data: object): Promise<string>;
	/** Stores a workflow, switches it on and waits until its webhook answers; returns its id. */
	publishWorkflow(workflow: Workflow): Promise<string>;
	/** Presses the *Test* button of a stored credential, with this data in its form. */
	testCredential(credential: CredentialForm): Promise<CredentialTest>;
	/** Reads what lies under a path of the interface, as in `executions/12`. */
	read(path: string): Promise<unknown>;
	/** Posts to a path of the interface, as in `workflows`; returns what n8n says. */
	post(path: string, body: object): Promise<unknown>;
}

/** What the form of a stored credential holds. */
export interface CredentialForm {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly data: object;
}

/** What the *Test* button says. */
export interface CredentialTest {
	readonly status: 'OK' | 'Error';
	readonly message: string;
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
export async function signInAsNewOwner(
	url: string,
	owner: Owner,
	host: HostVersion = N8N_2,
): Promise<N8nApi> {
	const account = { ...owner, firstName: 'Demo', lastName: 'Owner' };
	const setup = await ask(`${url}/rest/owner/setup`, { method: 'POST', body: account });
	const cookie = setup.headers
		.getSetCookie()
		.map((entry) => entry.split(';')[0])
		.join('; ');

	const send = async (method: Call['method'], path: string, body?: object): Promise<unknown> => {
		const answer = await ask(`${url}/rest/${path}`, { method, body, cookie });
		return ((await answer.json()) as { data: unknown }).data;
	};
	const switchOn: Record<
		HostVersion['activation'],
		(stored: Stored, name: string) => Promise<void>
	> = {
		publish: async ({ id, versionId }, name) => {
			await send('POST', `workflows/${id}/activate`, { versionId });
			const askAgain = async () => await send('GET', `workflows/${id}/publication-status`);
			await untilPublished(name, async () => (await askAgain()) as Publication);
		},
		setActive: async ({ id, versionId }) => {
			await send('PATCH', `workflows/${id}`, { active: true, versionId });
		},
	};
	return {
		async createCredential(name, type, data) {
			return ((await send('POST', 'credentials', { name, type, data })) as Stored).id;
		},
		async publishWorkflow(workflow) {
			const body = host.activation === 'setActive' ? { ...workflow, active: false } : workflow;
			const stored = (await send('POST', 'workflows', body)) as Stored;
			await switchOn[host.activation](stored, workflow.name);
			return stored.id;
		},
		async testCredential(credentials) {
			return (await send('POST', 'credentials/test', { credentials })) as CredentialTest;
		},
		read: async (path) => await send('GET', path),
		post: async (path, body) => await send('POST', path, body),
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
	readonly method: 'GET' | 'POST' | 'PATCH';
	readonly body?: object;
	readonly cookie?: string;
}

async function ask(url: string, { method, body, cookie = '' }: Call): Promise<Response> {
	const send = async () =>
		await fetch(url, {
			method,
			headers: { 'content-type': 'application/json', cookie },
			body: body && JSON.stringify(body),
		});
	const giveUpAt = Date.now() + SECONDS_TO_RECOVER * 1000;
	let answer = await send();
	// "Database is not ready": a great load has kept n8n from looking after its database for a while.
	while (answer.status === 503 && method === 'GET' && Date.now() < giveUpAt) {
		await wait(500);
		answer = await send();
	}
	if (answer.ok) return answer;
	const text = (await answer.text()).slice(0, 500);
	throw new Error(`n8n refused ${method} ${new URL(url).pathname}: HTTP ${answer.status} ${text}`);
}
