import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { troublesOf } from './file/check.mts';
import type { ExampleNode, ExampleWorkflow } from './file/example.mts';
import { credentialTypeOf, hostsOf } from './file/fill-in.mts';
import { PLANS } from './plans/index.mts';
import { MARK_READ_TYPE } from '../workflows/workflow.mts';
import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';

const FOLDER = join('examples');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const NAMES = FILES.map((file) => file.replace('.json', ''));
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** What n8n adds to the panel of a node that is used as a tool. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

function read(name: string): ExampleWorkflow {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as ExampleWorkflow;
}

function markReadNodes(name: string): readonly ExampleNode[] {
	const types = [MARK_READ_TYPE, `${MARK_READ_TYPE}Tool`];
	return read(name).nodes.filter(({ type }) => types.includes(type));
}

function panelParameters({ parameters }: ExampleNode): INodeParameters {
	const own = Object.entries(parameters).filter(([name]) => !TOOL_PARAMETERS.includes(name));
	return Object.fromEntries(own) as INodeParameters;
}

describe('the examples', () => {
	it('are each run by a plan, and no plan lacks its file', () => {
		expect(PLANS.map(({ file }) => file).sort()).toEqual([...NAMES].sort());
	});

	it('have webhook addresses of their own, so that all can be active in one n8n', () => {
		const paths = NAMES.flatMap((name) =>
			read(name)
				.nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook')
				.map(({ parameters }) => `${String(parameters.httpMethod)} ${String(parameters.path)}`),
		);

		expect(new Set(paths).size).toBe(paths.length);
	});
});

describe.each(NAMES)('the example %s', (name) => {
	it('imports without trouble, and without a credential or a secret', () => {
		expect(troublesOf(read(name))).toEqual([]);
	});

	it('says in a note what it does and what to fill in', () => {
		const note = read(name).nodes.find((node) => node.name === 'Read me first');

		expect(note?.type).toBe('n8n-nodes-base.stickyNote');
		expect(note?.parameters.content).toMatch(/^## .+\n.+\n\*\*Fill in:\*\* /);
	});

	it('gives WhatsApp Mark Read only parameters that its panel shows', () => {
		const { description } = new WhatsAppMarkRead();
		for (const node of markReadNodes(name)) {
			const given = panelParameters(node);

			const shown = NodeHelpers.getNodeParameters(
				description.properties,
				given,
				true,
				false,
				null,
				description,
			);

			expect(Object.keys(shown ?? {})).toEqual(expect.arrayContaining(Object.keys(given)));
			expect(shown).toMatchObject(given);
		}
		expect(markReadNodes(name)).toHaveLength(1);
	});

	it('names a provider there is, whose credential can then be chosen', () => {
		const types = markReadNodes(name).map(credentialTypeOf);

		expect(types).toEqual([expect.stringMatching(/^whatsAppMarkRead\w+Api$/)]);
	});

	it('gives WhatsApp Mark Read all it needs but the credential', () => {
		const { description } = new WhatsAppMarkRead();
		const [node] = markReadNodes(name);
		const parameters = node === undefined ? {} : panelParameters(node);

		const issues = NodeHelpers.getNodeParametersIssues(
			description.properties,
			{
				id: 'example',
				name: 'WhatsApp Mark Read',
				type: MARK_READ_TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters,
			},
			description,
		);

		expect(issues?.parameters ?? {}).toEqual({});
	});

	it('calls the hosts of its plan and nobody else', () => {
		const plan = PLANS.find(({ file }) => file === name);

		expect(hostsOf(read(name))).toEqual([...(plan?.hosts ?? [])].sort());
	});

	it('is in the table of examples/README.md, with its picture', () => {
		expect(README).toContain(`[${name}.json](${name}.json)`);
		expect(README).toContain(`../docs/images/example-${name}.png`);
	});
});
