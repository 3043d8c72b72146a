import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import nock from 'nock';

import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { credentialOf } from '../../helpers/credentials.js';
import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { runNode } from '../../helpers/runNode.ts';
import type { RunNodeResult } from '../../helpers/runNode.ts';

/**
 * Workflows as n8n stores them: of each node only the parameters that differ from their defaults. They are never
 * changed, since users have the same ones: docs/node-versions.md.
 */
const FILE = join(process.cwd(), 'test/fixtures/workflows/v1.json');
const NODE_TYPE = 'n8n-nodes-whatsapp-mark-read.whatsAppMarkRead';

interface Call {
	readonly method: string;
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Without it nothing is looked for: an empty body is not sent. */
	readonly body?: nock.DataMatcherMap;
	readonly answer: IDataObject;
}

interface SavedWorkflow {
	readonly about: string;
	readonly workflow: { readonly nodes: readonly INode[] };
	/** What the node before it hands on. */
	readonly items: IDataObject[];
	/** What it made the node ask for, and what came back. */
	readonly calls: readonly Call[];
	readonly output: readonly object[];
}

const saved = JSON.parse(readFileSync(FILE, 'utf8')) as readonly SavedWorkflow[];

function markReadNode({ workflow }: SavedWorkflow): INode {
	const node = workflow.nodes.find(({ type }) => type === NODE_TYPE);
	if (node === undefined) throw new TypeError('The workflow has no WhatsApp Mark Read');
	return node;
}

async function run(workflow: SavedWorkflow): Promise<RunNodeResult> {
	const { parameters, typeVersion, credentials = {} } = markReadNode(workflow);
	return await runNode({
		node: new WhatsAppMarkRead(),
		parameters,
		credentials: Object.fromEntries(
			PROVIDERS.map(({ id }) => credentialOf(id))
				.filter(({ type }) => type.name in credentials)
				.map((credential) => [credential.type.name, credential]),
		),
		items: workflow.items,
		nodeSettings: { typeVersion },
	});
}

function announce({ method, url, headers = {}, body, answer }: Call): void {
	const { origin, pathname, search } = new URL(url);
	nock(origin, { reqheaders: headers })
		.intercept(`${pathname}${search}`, method, body)
		.reply(200, answer);
}

/** All that n8n may save; the place in which the panel shows the credential is not part of it. */
function parametersAndOptions(): readonly INodeProperties[] {
	const { properties } = new WhatsAppMarkRead().description;
	const options = properties.find(({ name }) => name === 'options')?.options ?? [];
	return [...properties, ...(options as INodeProperties[])].filter(
		({ type }) => type !== 'credentials',
	);
}

function withDefaults(parameters: INodeParameters): INodeParameters {
	return asStored(parameters, 'withDefaults');
}

/** The parameters as n8n's editor stores them, or with all that is left out. */
function asStored(
	parameters: INodeParameters,
	extent: 'changedOnly' | 'withDefaults' = 'changedOnly',
): INodeParameters {
	const { description } = new WhatsAppMarkRead();
	const isComplete = extent === 'withDefaults';
	return (
		NodeHelpers.getNodeParameters(
			description.properties,
			parameters,
			isComplete,
			false,
			{ typeVersion: 1 },
			description,
		) ?? {}
	);
}

/** The defaults of version 1; those of *latestOnly* are the Cloud API's and Kirim.chat's. */
const DEFAULTS = [
	['provider', 'cloudApi'],
	['operation', 'markMessage'],
	['source', 'webhook'],
	['phoneNumberId', { mode: 'list', value: '' }],
	['account', { mode: 'list', value: '' }],
	['messageId', ''],
	['chatId', ''],
	['messageIds', []],
	['chatType', 'direct'],
	['sender', ''],
	['typingIndicator', false],
	['options', {}],
	['nonMessageEvents', 'drop'],
	['includeInput', false],
	['includeResponse', false],
	['maxConcurrency', 10],
	['maxRetries', 3],
	['maxWait', 120],
	['latestOnly', true],
	['latestOnly', false],
	['timeout', 10_000],
];

/** Fails whatever is filled in: the call needs the last message of the chat, with its time. */
const ALWAYS_REFUSED = 'evolution markChatUnread fields';

useFakeNetwork();

describe('A workflow saved with version 1 of the node', () => {
	describe.each(saved.map((workflow) => [workflow.about, workflow] as const))(
		'(%s)',
		(_about, workflow) => {
			it('makes the same calls, with the same output', async () => {
				workflow.calls.forEach(announce);

				const { output, task } = await run(workflow);

				expect(task.error).toBeUndefined();
				expect(output[0]).toEqual(workflow.output);
			});

			it('is stored unchanged when it is opened and saved again', () => {
				const { parameters } = markReadNode(workflow);

				expect(asStored(parameters)).toEqual(parameters);
			});
		},
	);

	it('is there for every provider, operation and source', () => {
		const wanted = PROVIDERS.flatMap(({ id, operations }) =>
			operations.flatMap((operation) => [
				`${id} ${operation} webhook`,
				`${id} ${operation} fields`,
			]),
		).filter((name) => name !== ALWAYS_REFUSED);

		const found = saved.map((workflow) => {
			const { provider, operation, source } = withDefaults(markReadNode(workflow).parameters);
			return [provider, operation, source].join(' ');
		});

		expect(new Set(found)).toEqual(new Set(wanted));
	});

	it('finds the defaults that it leaves out as they were', () => {
		const found = parametersAndOptions().map(({ name, default: value }) => [name, value]);

		expect(new Set(found.map((pair) => JSON.stringify(pair)))).toEqual(
			new Set(DEFAULTS.map((pair) => JSON.stringify(pair))),
		);
	});

	it('is there for every parameter and option', () => {
		const wanted = parametersAndOptions().map(({ name }) => name);

		const used = saved.flatMap((workflow) => {
			const { parameters } = markReadNode(workflow);
			return [...Object.keys(parameters), ...Object.keys(parameters.options ?? {})];
		});

		expect(new Set(used)).toEqual(new Set(wanted));
	});
});

it('The node still runs what version 1 saved, and version 1 is what new workflows get', () => {
	const { version, defaultVersion } = new WhatsAppMarkRead().description;

	expect([version].flat()).toContain(1);
	expect(defaultVersion ?? 1).toBe(1);
});
