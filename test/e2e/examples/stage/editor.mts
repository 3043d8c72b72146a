import type { Owner } from '../../host/api.mts';
import type { ExampleWorkflow } from '../file/example.mts';

/** What n8n's editor does besides publishing a workflow. */
export interface Editor {
	/** Stores a workflow as importing a file does; returns its id. */
	importWorkflow(workflow: ExampleWorkflow): Promise<string>;
	/**
	 * Presses *Execute workflow*, from a trigger whose data is pinned.
	 * @returns the execution's id
	 */
	execute(workflowId: string, trigger: string): Promise<string>;
}

/**
 * Signs in to n8n as its editor does.
 * @param url n8n's address without a trailing slash
 * @throws Error when n8n refuses; the text names the call, never what was sent.
 */
export async function openEditor(url: string, { email, password }: Owner): Promise<Editor> {
	const login = await post(`${url}/rest/login`, { emailOrLdapLoginId: email, password }, '');
	const cookie = login.headers
		.getSetCookie()
		.map((entry) => entry.split(';')[0])
		.join('; ');

	const create = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
		const answer = await post(`${url}/rest/${path}`, body, cookie);
		return ((await answer.json()) as { data: Readonly<Record<string, unknown>> }).data;
	};
	return {
		async importWorkflow(workflow) {
			return String((await create('workflows', workflow)).id);
		},
		async execute(workflowId, trigger) {
			const run = { triggerToStartFrom: { name: trigger } };
			const { executionId } = await create(`workflows/${workflowId}/run`, run);
			if (typeof executionId === 'string') return executionId;
			throw new Error(`n8n did not execute the workflow: it waits for "${trigger}"`);
		},
	};
}

async function post(url: string, body: object, cookie: string): Promise<Response> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body),
	});
	if (answer.ok) return answer;
	const text = (await answer.text()).slice(0, 500);
	throw new Error(`n8n refused POST ${new URL(url).pathname}: HTTP ${answer.status} ${text}`);
}
