import { SANDBOX_SECRETS } from '../../../../tools/sandbox/index.mts';
import { MARK_READ_TYPE } from '../../workflows/workflow.mts';
import type { ExampleNode, ExampleWorkflow } from './example.mts';

/** What n8n's "Download" writes; without the ids of the n8n it comes from. */
const WORKFLOW_KEYS = ['name', 'nodes', 'pinData', 'connections', 'active', 'settings', 'tags'];

/** Without `credentials`: whoever imports the file chooses them. */
const NODE_KEYS = [
	'parameters',
	'id',
	'name',
	'type',
	'typeVersion',
	'position',
	'webhookId',
	'onError',
];

/** The nodes the examples are made of, in the versions `npm run test:e2e -- --project=examples` runs. */
const NODE_TYPES: Readonly<Record<string, number>> = {
	[MARK_READ_TYPE]: 1,
	[`${MARK_READ_TYPE}Tool`]: 1,
	'@n8n/n8n-nodes-langchain.agent': 3,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 1.2,
	'n8n-nodes-base.httpRequest': 4.2,
	'n8n-nodes-base.if': 2.2,
	'n8n-nodes-base.noOp': 1,
	'n8n-nodes-base.respondToWebhook': 1.1,
	'n8n-nodes-base.stickyNote': 1,
	'n8n-nodes-base.switch': 3.2,
	'n8n-nodes-base.webhook': 2.1,
	'n8n-nodes-base.whatsAppTrigger': 1,
};

/** What the keys of the providers and of OpenAI look like. */
const SECRET_FORMS = [/EAA\w{8,}/, /\bsk-\w{8,}/, /\bkdv_live_\w+/, /\bBearer \w/, /"apiKey"/];

/** The side of a node on n8n's canvas; nodes closer than this lie on each other. */
const NODE_SIZE = 100;

/**
 * Looks for what would trouble somebody who imports the file.
 * @returns one sentence per trouble
 */
export function troublesOf(workflow: ExampleWorkflow): readonly string[] {
	return [
		...unknownKeys(workflow),
		...workflow.nodes.flatMap(troublesOfNode),
		...repetitions(workflow),
		...brokenConnections(workflow),
		...secrets(workflow),
		...overlaps(workflow),
	];
}

function unknownKeys(workflow: ExampleWorkflow): readonly string[] {
	return Object.keys(workflow)
		.filter((key) => !WORKFLOW_KEYS.includes(key))
		.map((key) => `the workflow has the key "${key}"`);
}

function troublesOfNode(node: ExampleNode): readonly string[] {
	const keys = Object.keys(node).filter((key) => !NODE_KEYS.includes(key));
	const version = NODE_TYPES[node.type];
	return [
		...keys.map((key) => `"${node.name}" has the key "${key}"`),
		...(version === undefined ? [`"${node.name}" is of the unknown type ${node.type}`] : []),
		...(version === node.typeVersion ? [] : [`"${node.name}" has version ${node.typeVersion}`]),
	];
}

function repetitions({ nodes }: ExampleWorkflow): readonly string[] {
	return [nodes.map(({ name }) => name), nodes.map(({ id }) => id)].flatMap((texts) =>
		texts
			.filter((text, position) => texts.indexOf(text) !== position)
			.map((text) => `"${text}" is there twice`),
	);
}

function brokenConnections({ nodes, connections }: ExampleWorkflow): readonly string[] {
	const names = nodes.map(({ name }) => name);
	const targets = Object.values(connections).flatMap((kinds) =>
		Object.values(kinds).flatMap((outputs) => outputs.flat().map(({ node }) => node)),
	);
	return [...Object.keys(connections), ...targets]
		.filter((name) => !names.includes(name))
		.map((name) => `a connection names "${name}", which is no node`);
}

function secrets(workflow: ExampleWorkflow): readonly string[] {
	const text = JSON.stringify(workflow);
	const known = SANDBOX_SECRETS.some((secret) => text.includes(secret));
	const formed = SECRET_FORMS.filter((form) => form.test(text));
	return [
		...(known ? ['a secret of the sandbox is in the file'] : []),
		...formed.map((form) => `something like a secret is in the file: ${form.source}`),
	];
}

function overlaps({ nodes }: ExampleWorkflow): readonly string[] {
	const placed = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	return placed.flatMap((node, position) =>
		placed
			.slice(position + 1)
			.filter((other) => areClose(node.position, other.position))
			.map((other) => `"${node.name}" and "${other.name}" lie on each other`),
	);
}

function areClose([x, y]: ExampleNode['position'], [otherX, otherY]: ExampleNode['position']) {
	return Math.abs(x - otherX) < NODE_SIZE && Math.abs(y - otherY) < NODE_SIZE;
}
