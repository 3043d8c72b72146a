import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeTypes,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { DEFAULT_OPTIONS } from '../../../nodes/WhatsAppMarkRead/description/optionsField';
import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import codex from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json';
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

describe('The node panel shows', () => {
	it.each([
		['cloudApi', 'markMessage', 'webhook', ['typingIndicator']],
		['cloudApi', 'markMessage', 'fields', ['phoneNumberId', 'messageId', 'typingIndicator']],
		['kirim', 'markMessage', 'webhook', ['typingIndicator']],
		['kirim', 'markMessage', 'fields', ['phoneNumberId', 'messageId', 'typingIndicator']],
		['ryze', 'markMessage', 'webhook', ['typingIndicator']],
		['ryze', 'markMessage', 'fields', ['chatId', 'messageId', 'chatType', 'typingIndicator']],
		['ryze', 'markChat', 'webhook', []],
		['ryze', 'markChat', 'fields', ['chatId']],
		['ryze', 'markChatUnread', 'webhook', []],
		['ryze', 'markChatUnread', 'fields', ['chatId']],
		['wawp', 'markMessage', 'webhook', ['typingIndicator']],
		['wawp', 'markMessage', 'fields', ['chatId', 'messageIds', 'chatType', 'typingIndicator']],
		['wawp', 'markChat', 'webhook', []],
		['wawp', 'markChat', 'fields', ['chatId']],
		['wawp', 'markChatUnread', 'webhook', []],
		['wawp', 'markChatUnread', 'fields', ['chatId']],
	])('for %s, %s, %s: provider, operation, source, options and %j', (...row) => {
		const [provider, operation, source, fields] = row;

		expect(shownNames({ provider, operation, source }).sort()).toEqual(
			['provider', 'operation', 'source', 'options', ...fields].sort(),
		);
	});

	it.each([
		['ryze', ['chatId', 'messageId', 'chatType', 'sender', 'typingIndicator']],
		['wawp', ['chatId', 'messageIds', 'chatType', 'sender', 'typingIndicator']],
	])('the sender for %s in groups', (provider, fields) => {
		const shown = shownNames({
			provider,
			operation: 'markMessage',
			source: 'fields',
			chatType: 'group',
		});

		expect(shown.sort()).toEqual(['provider', 'operation', 'source', 'options', ...fields].sort());
	});

	it.each(['ryze', 'wawp'])(
		'no sender for %s when a whole chat is marked, even if the chat type was Group before',
		(provider) => {
			const parameters = { provider, operation: 'markChat', source: 'fields', chatType: 'group' };

			expect(shownNames(parameters)).not.toContain('sender');
		},
	);

	it.each([
		['cloudApi', 'whatsAppMarkReadCloudApi'],
		['kirim', 'whatsAppMarkReadKirimApi'],
		['ryze', 'whatsAppMarkReadRyzeApi'],
		['wawp', 'whatsAppMarkReadWawpApi'],
	])('for %s the credential %s alone, and asks for it', (provider, credential) => {
		const parameters = shownParameters({ provider });

		const shown = (description.credentials ?? []).filter((candidate) =>
			NodeHelpers.displayParameter(parameters, candidate, nodeWith(parameters), description),
		);

		expect(shown.map(({ name, required }) => [name, required])).toEqual([[credential, true]]);
	});

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

	it.each([
		['cloudApi', 'webhook', ['nonMessageEvents', 'latestOnly']],
		['cloudApi', 'fields', []],
		['kirim', 'webhook', ['nonMessageEvents', 'latestOnly']],
		['kirim', 'fields', []],
		['ryze', 'webhook', ['nonMessageEvents']],
		['ryze', 'fields', []],
		['wawp', 'webhook', ['nonMessageEvents']],
		['wawp', 'fields', []],
	])('for %s, %s among the options those for all and %j', (provider, source, some) => {
		const forAll = [
			'includeInput',
			'includeResponse',
			'maxConcurrency',
			'maxRetries',
			'maxWait',
			'timeout',
		];

		expect(shownOptions({ provider, source }).sort()).toEqual([...forAll, ...some].sort());
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

	it.each([
		['cloudApi', { phoneNumberId: { __rl: true, mode: 'list', value: '' }, messageId: '' }],
		['kirim', { phoneNumberId: { __rl: true, mode: 'list', value: '' }, messageId: '' }],
		['ryze', { chatId: '', messageId: '', chatType: 'direct' }],
		['wawp', { chatId: '', messageIds: [], chatType: 'direct' }],
	])('nothing filled in under Define Below for %s', (provider, fields) => {
		expect(shownParameters({ provider, source: 'fields' })).toMatchObject(fields);
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
		expect(DEFAULT_OPTIONS).toEqual(panel);
	});

	it.each([
		['cloudApi', true],
		['kirim', false],
	])('Only the Latest Message for %s: %p', (provider, isOn) => {
		const option = optionEntries().find(
			({ name, displayOptions }) =>
				name === 'latestOnly' && displayOptions?.show?.['/provider']?.includes(provider),
		);

		expect(option?.default).toBe(isOn);
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
	function choices(provider: string, name: string): Array<[string, unknown]> {
		const options = (fieldFor(provider, name)?.options ?? []) as INodePropertyOptions[];
		return options.map((option) => [option.name, option.value]);
	}

	it('four providers', () => {
		expect(choices('cloudApi', 'provider')).toEqual([
			['WhatsApp Cloud API', 'cloudApi'],
			['Kirim.chat', 'kirim'],
			['RyzeAPI', 'ryze'],
			['Wawp', 'wawp'],
		]);
	});

	it.each(['cloudApi', 'kirim'])('for %s single messages only', (provider) => {
		expect(choices(provider, 'operation')).toEqual([['Mark Message as Read', 'markMessage']]);
	});

	it.each(['ryze', 'wawp'])('for %s messages and whole chats', (provider) => {
		expect(choices(provider, 'operation')).toEqual([
			['Mark Message as Read', 'markMessage'],
			['Mark Chat as Read', 'markChat'],
			['Mark Chat as Unread', 'markChatUnread'],
		]);
	});

	it('the incoming webhook or the fields as the source of the message', () => {
		expect(choices('ryze', 'source')).toEqual([
			['Take From Incoming Webhook', 'webhook'],
			['Define Below', 'fields'],
		]);
	});

	it.each(['ryze', 'wawp'])('for %s direct and group chats', (provider) => {
		expect(choices(provider, 'chatType')).toEqual([
			['Direct', 'direct'],
			['Group', 'group'],
		]);
	});

	it.each(['cloudApi', 'kirim'])(
		'for %s the phone numbers of the account, or an id',
		(provider) => {
			const field = fieldFor(provider, 'phoneNumberId');

			expect(field?.modes?.map(({ name, type }) => [name, type])).toEqual([
				['list', 'list'],
				['id', 'string'],
			]);
			expect(field?.modes?.[0]?.typeOptions).toEqual({
				searchListMethod: 'searchAccounts',
				searchable: true,
			});
			expect(Object.keys(node.methods.listSearch)).toEqual(['searchAccounts']);
		},
	);

	it('nothing that takes an expression where n8n decides by the raw value what to show', () => {
		const raw = description.properties.filter(({ name }) =>
			['provider', 'operation', 'source', 'chatType'].includes(name),
		);

		expect(raw).not.toHaveLength(0);
		expect(raw.map(({ noDataExpression }) => noDataExpression)).toEqual(raw.map(() => true));
	});

	it('several messages of Wawp as a list of ids', () => {
		expect(fieldFor('wawp', 'messageIds')?.typeOptions?.multipleValues).toBe(true);
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
		[{ provider: 'kirim' }, 'Mark message: Kirim.chat'],
		[{ provider: 'ryze' }, 'Mark message: RyzeAPI'],
		[{ provider: 'ryze', operation: 'markChat' }, 'Mark chat: RyzeAPI'],
		[{ provider: 'wawp', operation: 'markChatUnread' }, 'Mark chat unread: Wawp'],
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
});
