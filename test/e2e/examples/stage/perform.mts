import type { Sandbox } from '../../../../tools/sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../../host/api.mts';
import { readExample } from '../file/example.mts';
import { fillIn, hostsOf, type FilledIn } from '../file/fill-in.mts';
import type { Outside } from '../outside/server.mts';
import type { ExamplePlan, Occasion } from '../plans/plan.mts';
import { judge, type Observation } from '../report/judge.mts';
import type { ExampleRow } from '../report/table.mts';
import { storeCredentials } from './credentials.mts';
import { openEditor, type Editor } from './editor.mts';
import { openPinnedTrigger, openWebhook, type Entrance } from './entrance.mts';

/** A running n8n with a credential of every type, and everybody the examples call. */
export interface Theatre {
	readonly root: string;
	readonly n8nUrl: string;
	readonly n8n: N8nApi;
	readonly editor: Editor;
	readonly sandbox: Sandbox;
	readonly outside: Outside;
	readonly credentials: FilledIn['credentials'];
}

/**
 * Sets up a fresh n8n: an owner, and the credentials a person would create.
 * @param n8nUrl without a trailing slash
 */
export async function openTheatre(
	root: string,
	n8nUrl: string,
	sandbox: Sandbox,
	outside: Outside,
): Promise<Theatre> {
	const n8n = await signInAsNewOwner(n8nUrl, DEMO_OWNER);
	const editor = await openEditor(n8nUrl, DEMO_OWNER);
	const credentials = await storeCredentials(n8n, sandbox.url, outside.url);
	return { root, n8nUrl, n8n, editor, sandbox, outside, credentials };
}

/** What came of one example. */
export interface Performance {
	readonly rows: readonly ExampleRow[];
	/** All that n8n stored about the executions, as text. */
	readonly stored: string;
}

/**
 * Imports one example, fills in what a person would, and lets everything in its plan come in.
 * @throws Error when the file names other hosts than its plan, or n8n does not take or run it
 */
export async function perform(theatre: Theatre, plan: ExamplePlan): Promise<Performance> {
	const workflow = await readExample(theatre.root, plan.file);
	const hosts = hostsOf(workflow);
	if (hosts.join() !== [...plan.hosts].sort().join()) {
		throw new Error(`examples/${plan.file}.json calls ${hosts.join(', ')}, not as planned`);
	}
	const filledIn = fillIn(workflow, {
		credentials: theatre.credentials,
		addresses: Object.fromEntries(hosts.map((host) => [host, theatre.outside.addressOf(host)])),
	});
	const entrance =
		plan.entrance === 'webhook'
			? await openWebhook(theatre.n8n, theatre.n8nUrl, filledIn)
			: openPinnedTrigger(theatre.n8n, theatre.editor, filledIn);

	const rows: ExampleRow[] = [];
	let stored = '';
	for (const occasion of plan.occasions) {
		const seen = await observe(theatre, plan, occasion, entrance);
		const misses = judge(occasion.expected, seen);
		rows.push({ example: plan.file, occasion: occasion.name, seen, misses });
		stored += seen.execution.stored;
	}
	return { rows, stored };
}

async function observe(
	{ sandbox, outside }: Theatre,
	{ provider }: ExamplePlan,
	{ arrive }: Occasion,
	entrance: Entrance,
): Promise<Observation> {
	const { memory } = sandbox;
	const callsBefore = memory.requests.length;
	const sentBefore = outside.sent.length;
	const { messageIds, answer } = await arrive({ provider, memory, entrance });
	const execution = await entrance.outcome();
	return {
		messages: messageIds.map((messageId) => ({
			messageId,
			read: memory.isRead(provider, messageId),
		})),
		calls: memory.requests.length - callsBefore,
		sent: outside.sent.slice(sentBefore),
		answer,
		execution,
	};
}
