import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeTypes,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import codex from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json';
import { providerFile } from '../../helpers/providerFile';
import { prepareEngine } from '../../helpers/runNode';

beforeAll(prepareEngine);

const node = new WhatsAppMarkRead();
const { description } = node;

/** A node in a workflow, with the parameters that a user set. */
function nodeWith(parameters: INodeParameters): INode {
	return {
		id: 'subject',
		name: 'WhatsApp Mark Read',
		type: 'test.subject',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
}

/** The parameters that n8n shows, in the order of the panel, and their values. */
function shownParameters(parameters: INodeParameters): INodeParameters {
	const subject = nodeWith(parameters);
	return (
		NodeHelpers.getNodeParameters(
			description.properties,
			parameters,
			true,
			false,
			subject,
			description,
		) ?? {}
	);
}

/** Fields that a user fills in; the place of the credential is none. */
const FIELDS = description.properties.filter(({ type }) => type !== 'credentials');

function shownNames(parameters: INodeParameters): string[] {
	const shown = new Set(Object.keys(shownParameters(parameters)));
	return [...new Set(FIELDS.map(({ name }) => name))].filter((name) => shown.has(name));
}

function optionEntries(): INodeProperties[] {
	const options = description.properties.find(({ name }) => name === 'options');
	return (options?.options ?? []) as INodeProperties[];
}

function shownOptions(parameters: INodeParameters): string[] {
	const root = shownParameters(parameters);
	return optionEntries()
		.filter((option) => NodeHelpers.displayParameter({}, option, nodeWith(root), description, root))
		.map(({ name }) => name);
}

function fieldFor(provider: string, name: string): INodeProperties | undefined {
	return description.properties.find(
		(field) =>
			field.name === name &&
			(field.displayOptions?.show?.provider ?? [provider]).includes(provider),
	);
}

/** The operations as the dropdown names them. */
const OPERATIONS = [
	['Mark Message as Read', 'markMessage'],
	['Mark Chat as Read', 'markChat'],
	['Mark Chat as Unread', 'markChatUnread'],
] as const;

function choices(provider: string, name: string): Array<[string, unknown]> {
	const options = (fieldFor(provider, name)?.options ?? []) as INodePropertyOptions[];
	return options.map((option) => [option.name, option.value]);
}

/** Every field but those that are there whatever is chosen. */
function ownNames(parameters: INodeParameters): string[] {
	const always = ['provider', 'operation', 'source', 'options'];
	const shown = shownNames(parameters);
	expect(shown).toEqual(expect.arrayContaining(always));
	return shown.filter((name) => !always.includes(name)).sort();
}

describe.each(PROVIDERS)('For $displayName the node panel shows', ({ id, ...provider }) => {
	const panel = providerFile(id, 'panel');
	const { displayName, credentialType, operations, messageFields, latestOnly } = panel;
	const fields = Object.keys(messageFields);
	const hasChats = fields.includes('chatType');

	it('its name, its credential and what it can do', () => {
		expect(provider).toMatchObject({ displayName, credentialType, operations });
	});

	it.each(operations)('for %s from the webhook nothing to fill in', (operation) => {
		const typing = operation === 'markMessage' ? ['typingIndicator'] : [];

		expect(ownNames({ provider: id, operation, source: 'webhook' })).toEqual(typing);
	});

	it('under Define Below the fields of a message, as they start out, and the sender in groups alone', () => {
		const parameters = { provider: id, operation: 'markMessage', source: 'fields' };
		const sender = hasChats ? ['sender'] : [];

		expect(ownNames(parameters)).toEqual([...fields, 'typingIndicator'].sort());
		expect(shownParameters(parameters)).toMatchObject(messageFields);
		expect(ownNames({ ...parameters, chatType: 'group' })).toEqual(
			[...fields, ...sender, 'typingIndicator'].sort(),
		);
	});

	it('under Define Below the chat alone for a whole chat, even if the chat type was Group before', () => {
		for (const operation of operations.slice(1)) {
			const parameters = { provider: id, operation, source: 'fields', chatType: 'group' };
			expect(ownNames(parameters)).toEqual(['chatId']);
		}
	});

	it('its credential alone, and asks for it', () => {
		const parameters = shownParameters({ provider: id });

		const shown = (description.credentials ?? []).filter((candidate) =>
			NodeHelpers.displayParameter(parameters, candidate, nodeWith(parameters), description),
		);

		expect(shown.map(({ name, required }) => [name, required])).toEqual([[credentialType, true]]);
	});

	it.each(['webhook', 'fields'])('for %s the options that have an effect', (source) => {
		const behindWebhook = latestOnly === null ? [] : ['latestOnly'];
		const some = source === 'webhook' ? ['nonMessageEvents', ...behindWebhook] : [];
		const forAll = [
			'includeInput',
			'includeResponse',
			'maxConcurrency',
			'maxRetries',
			'maxWait',
			'timeout',
		];

		expect(shownOptions({ provider: id, source }).sort()).toEqual([...forAll, ...some].sort());
	});

	it('Only the Latest Message as it is unless the user sets it', () => {
		const option = optionEntries().find(
			({ name, displayOptions }) =>
				name === 'latestOnly' && displayOptions?.show?.['/provider']?.includes(id),
		);

		expect(option?.default ?? null).toBe(latestOnly);
	});

	it('its operations, and for chats their types', () => {
		expect(choices(id, 'operation')).toEqual(
			OPERATIONS.filter(([, value]) => operations.includes(value)),
		);
		expect(choices(id, 'chatType')).toEqual(
			hasChats
				? [
						['Direct', 'direct'],
						['Group', 'group'],
					]
				: [],
		);
	});

	it('the phone numbers of the account to choose from, or an id, where it has them', () => {
		const field = fieldFor(id, 'phoneNumberId');

		expect(field !== undefined).toBe(fields.includes('phoneNumberId'));
		expect((field?.modes ?? []).map(({ name, type }) => [name, type])).toEqual(
			field === undefined
				? []
				: [
						['list', 'list'],
						['id', 'string'],
					],
		);
		if (field === undefined) return;
		expect(field.modes?.[0]?.typeOptions).toEqual({
			searchListMethod: 'searchAccounts',
			searchable: true,
		});
	});

	it('several message ids as a list where one call takes them', () => {
		const field = fieldFor(id, 'messageIds');

		expect(field?.typeOptions?.multipleValues === true).toBe(fields.includes('messageIds'));
	});
});

describe('The node panel shows', () => {
	it('the provider, which n8n’s editor hides when credentials depend on a field by its plain name', () => {
		const names = description.properties.map(({ name }) => name);
		const conditions = (description.credentials ?? []).flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);

		expect(new Set(conditions)).toEqual(new Set(['/provider']));
		expect(names).not.toContain('/provider');
	});

	it('the credential right after the provider on which it depends', () => {
		const types = description.properties.slice(0, 2).map(({ name, type }) => [name, type]);

		expect(types).toEqual([
			['provider', 'options'],
			['credentials', 'credentials'],
		]);
	});
});

describe('The parameters start out with', () => {
	it('the Cloud API, one message, taken from the incoming webhook', () => {
		expect(shownParameters({})).toEqual({
			provider: 'cloudApi',
			operation: 'markMessage',
			source: 'webhook',
			credentials: '',
			typingIndicator: false,
			options: {},
		});
	});

	it('the options that the code takes when the user leaves them alone', () => {
		const panel = Object.fromEntries(
			optionEntries()
				.filter(({ name }) => name !== 'latestOnly')
				.map((option) => [option.name, option.default]),
		);

		expect(panel).toEqual({
			includeInput: false,
			includeResponse: false,
			nonMessageEvents: 'drop',
			maxConcurrency: 10,
			maxRetries: 3,
			timeout: 10000,
			maxWait: 120,
		});
	});

	it('limits of the numeric options that are those of the code', () => {
		const limits = optionEntries()
			.filter(({ type }) => type === 'number')
			.map(({ name, typeOptions }) => [name, typeOptions?.minValue, typeOptions?.maxValue]);

		expect(limits).toEqual([
			['maxConcurrency', 1, 1000],
			['maxRetries', 0, 20],
			['maxWait', 0, 3600],
			['timeout', 1, 300000],
		]);
	});
});

describe('The dropdowns offer', () => {
	it('every provider, in the order of the registry', () => {
		expect(choices('cloudApi', 'provider')).toEqual(
			PROVIDERS.map(({ id, displayName }) => [displayName, id]),
		);
	});

	it('the incoming webhook or the fields as the source of the message', () => {
		expect(choices('cloudApi', 'source')).toEqual([
			['Take From Incoming Webhook', 'webhook'],
			['Define Below', 'fields'],
		]);
	});

	it('the one list that n8n asks the node for', () => {
		expect(Object.keys(node.methods.listSearch)).toEqual(['searchAccounts']);
	});

	it('nothing that takes an expression where n8n decides by the raw value what to show', () => {
		const raw = description.properties.filter(({ name }) =>
			['provider', 'operation', 'source', 'chatType'].includes(name),
		);

		expect(raw).not.toHaveLength(0);
		expect(raw.map(({ noDataExpression }) => noDataExpression)).toEqual(raw.map(() => true));
	});
});

describe('Words in the panel', () => {
	const fields = [...FIELDS, ...optionEntries()].filter(
		({ name }) => name !== 'options' && name !== 'operation',
	);

	it.each(fields.map((field) => [field.displayName, field]))(
		'%s explains itself',
		(displayName, field) => {
			expect(field.description?.length).toBeGreaterThan(20);
			expect(field.description).not.toBe(displayName);
		},
	);

	it.each(
		fields
			.filter(({ type }) => type === 'string')
			.map((field): [string, string | undefined] => [field.displayName, field.placeholder]),
	)('%s has an example: %s', (_displayName, placeholder) => {
		expect(placeholder).toMatch(/^e\.g\. /);
	});

	it('name every operation with the action that n8n lists', () => {
		const operations = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[]);
		const actions = new Map(operations.map(({ value, action }) => [value, action]));

		expect(Object.fromEntries(actions)).toEqual({
			markMessage: 'Mark message as read',
			markChat: 'Mark chat as read',
			markChatUnread: 'Mark chat as unread',
		});
	});

	it('explain every choice of the dropdowns', () => {
		const choices = [...description.properties, ...optionEntries()]
			.filter(({ type }) => type === 'options')
			.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[]);

		expect(choices.filter((choice) => (choice.description ?? '').length < 10)).toEqual([]);
	});

	it('list the options in the order of the alphabet', () => {
		const names = optionEntries().map(({ displayName }) => displayName);

		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});
});

describe('On the canvas', () => {
	const nodeTypes: INodeTypes = {
		getByName: () => node,
		getByNameAndVersion: () => node,
		getKnownTypes: () => ({}),
	};

	it.each([
		[{}, 'Mark message: WhatsApp Cloud API'],
		...PROVIDERS.flatMap(({ id, displayName, operations }) =>
			operations.map((operation): [INodeParameters, string] => {
				const words = { markMessage: 'message', markChat: 'chat', markChatUnread: 'chat unread' };
				return [{ provider: id, operation }, `Mark ${words[operation]}: ${displayName}`];
			}),
		),
	])('the line under a node with %j reads %p', async (parameters, subtitle) => {
		const subject = nodeWith(parameters);
		const workflow = new Workflow({
			nodes: [subject],
			connections: {},
			active: false,
			nodeTypes,
		});

		const shown = await workflow.expression.withIsolate(async () =>
			workflow.expression.getSimpleParameterValue(
				subject,
				description.subtitle ?? '',
				'internal',
				{},
			),
		);

		expect(shown).toBe(subtitle);
	});

	it('the node is called WhatsApp Mark Read', () => {
		expect(description.defaults.name).toBe('WhatsApp Mark Read');
		expect(description.name).toBe('whatsAppMarkRead');
	});

	it('the node can be used as a tool of an AI agent', () => {
		expect(description.usableAsTool).toBe(true);
	});
});

describe("The codex file, by which n8n's search finds the node,", () => {
	it('names the node as n8n does', () => {
		expect(codex.node).toBe('n8n-nodes-whatsapp-mark-read.whatsAppMarkRead');
	});

	it('has a category of n8n', () => {
		expect(codex.categories).toEqual(['Communication']);
	});

	it('has the resources without which n8n drops it, as web addresses', () => {
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		const urls = [...primaryDocumentation, ...credentialDocumentation].map(({ url }) => url);

		expect(urls).toHaveLength(2);
		urls.forEach((url) => expect(new URL(url).protocol).toBe('https:'));
	});

	it('has the words people search for', () => {
		expect(codex.alias).toEqual(
			expect.arrayContaining(['WhatsApp', 'read receipt', 'blue ticks', 'seen', 'mark as read']),
		);
	});

	it('is completed by the node with the names of the providers', () => {
		expect(description.codex).toEqual({
			categories: codex.categories,
			resources: codex.resources,
			alias: [...codex.alias, ...PROVIDERS.map(({ displayName }) => displayName)],
		});
	});
});
