import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { SANDBOX_SECRETS } from '../../../tools/sandbox/index.mts';
import { MARK_READ_TYPE } from '../workflows/workflow.mts';
import { FOLDER, markReadNodesOf, readExample, workingNodesOf } from './file.mts';

const NAMES = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** What n8n's "Download" writes, without the ids of the n8n it comes from. */
const WORKFLOW_KEYS = ['name', 'nodes', 'pinData', 'connections', 'active', 'settings', 'tags'];

/** Without `credentials`: whoever imports the file chooses them. */
const NODE_KEYS = 'parameters id name type typeVersion position webhookId onError'.split(' ');

/** The nodes the examples are made of, in the versions `npm run test:e2e -- --project=examples` runs. */
const NODE_TYPES = [
	`${MARK_READ_TYPE} 1`,
	`${MARK_READ_TYPE}Tool 1`,
	'@n8n/n8n-nodes-langchain.agent 3',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi 1.2',
	'n8n-nodes-base.httpRequest 4.2',
	'n8n-nodes-base.if 2.2',
	'n8n-nodes-base.noOp 1',
	'n8n-nodes-base.respondToWebhook 1.1',
	'n8n-nodes-base.stickyNote 1',
	'n8n-nodes-base.switch 3.2',
	'n8n-nodes-base.webhook 2.1',
	'n8n-nodes-base.whatsAppTrigger 1',
];

/** What the keys of the providers and of OpenAI look like. */
const SECRET_FORMS = [/EAA\w{8,}/, /\bsk-\w{8,}/, /\bkdv_live_\w+/, /\bBearer \w/, /"apiKey"/];

/** The side of a node on n8n's canvas; nodes closer than this lie on each other. */
const NODE_SIZE = 100;

/** What n8n adds to the panel of a node that is used as a tool. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

it('Every example has a test that bears its name', () => {
	const folder = 'test/e2e/providers';
	const tests = readdirSync(folder, { encoding: 'utf8', recursive: true })
		.filter((file) => file.endsWith('examples.mts'))
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');
	const titles = [...tests.matchAll(/^test\('([^']+)'/gm)].map(([, title]) => title);

	expect(titles.sort()).toEqual(NAMES.sort());
});

describe.each(NAMES)('the example %s', (name) => {
	const workflow = readExample(name);
	const [markRead] = markReadNodesOf(workflow);

	it('holds what n8n downloads and no more, of nodes that are run', () => {
		expect(WORKFLOW_KEYS).toEqual(expect.arrayContaining(Object.keys(workflow)));
		for (const node of workflow.nodes) {
			expect(NODE_KEYS).toEqual(expect.arrayContaining(Object.keys(node)));
			expect(NODE_TYPES).toContain(`${node.type} ${node.typeVersion}`);
		}
	});

	it('holds no secret', () => {
		const text = JSON.stringify(workflow);

		expect(SANDBOX_SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
		expect(SECRET_FORMS.filter((form) => form.test(text))).toEqual([]);
	});

	it('hides no node behind another', () => {
		const nodes = workingNodesOf(workflow);
		const pairs = nodes.flatMap((node, place) =>
			nodes.slice(place + 1).map((other) => [node, other] as const),
		);
		const hidden = pairs.filter(([{ position: one }, { position: other }]) =>
			[0, 1].every((axis) => Math.abs(Number(one[axis]) - Number(other[axis])) < NODE_SIZE),
		);

		expect(hidden).toEqual([]);
	});

	it('says in a note what it does and what to fill in', () => {
		const note = workflow.nodes.find((node) => node.name === 'Read me first');

		expect(note?.type).toBe('n8n-nodes-base.stickyNote');
		expect(note?.parameters['content']).toMatch(/^## .+\n.+\n\*\*Fill in:\*\* /);
	});

	it('gives WhatsApp Mark Read all it needs but the credential, and nothing its panel does not show', () => {
		const { description } = new WhatsAppMarkRead();
		const given = Object.fromEntries(
			Object.entries(markRead?.parameters ?? {}).filter(([key]) => !TOOL_PARAMETERS.includes(key)),
		) as INodeParameters;
		const node = { ...markRead, type: MARK_READ_TYPE, parameters: given } as unknown as INode;

		const shown = NodeHelpers.getNodeParameters(
			description.properties,
			given,
			true,
			false,
			null,
			description,
		);
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);

		expect(Object.keys(shown ?? {})).toEqual(expect.arrayContaining(Object.keys(given)));
		expect(shown).toMatchObject(given);
		expect(issues?.parameters ?? {}).toEqual({});
	});

	it('is in the table of examples/README.md, with its picture', () => {
		expect(README).toContain(`[${name}.json](${name}.json)`);
		expect(README).toContain(`../docs/images/example-${name}.png`);
	});
});
