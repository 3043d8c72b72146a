import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import codex from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json';
import { providerFile } from '../../helpers/providerFile';
import { prepareEngine } from '../../helpers/runNode';
import { subjectNode, workflowOf } from '../../helpers/subject';

/* What each field says, offers and starts with is in the snapshot of panel.test.mts. */

beforeAll(prepareEngine);

const node = new WhatsAppMarkRead();
const { description } = node;

/** Fields that a user fills in; the place of the credential is none. */
const FIELDS = description.properties.filter(({ type }) => type !== 'credentials');

const OPTIONS = (FIELDS.find(({ name }) => name === 'options')?.options ?? []) as INodeProperties[];

/** The parameters that n8n shows, and their values. */
function shownParameters(parameters: INodeParameters): INodeParameters {
	const subject = subjectNode({ parameters });
	const { properties } = description;
	return (
		NodeHelpers.getNodeParameters(properties, parameters, true, false, subject, description) ?? {}
	);
}

function shownOptions(parameters: INodeParameters): string[] {
	const root = shownParameters(parameters);
	const subject = subjectNode({ parameters: root });
	return OPTIONS.filter((option) =>
		NodeHelpers.displayParameter({}, option, subject, description, root),
	).map(({ name }) => name);
}

function fieldFor(provider: string, name: string): INodeProperties | undefined {
	return FIELDS.find(
		(field) =>
			field.name === name &&
			(field.displayOptions?.show?.provider ?? [provider]).includes(provider),
	);
}

/** Every field but those that are there whatever is chosen. */
function ownNames(parameters: INodeParameters): string[] {
	const always = ['provider', 'operation', 'source', 'options'];
	const shown = Object.keys(shownParameters(parameters));
	expect(shown).toEqual(expect.arrayContaining(always));
	return shown.filter((name) => ![...always, 'credentials'].includes(name)).sort();
}

describe.each(PROVIDERS)('For $displayName the node panel shows', ({ id, ...provider }) => {
	const panel = providerFile(id, 'panel');
	const { displayName, credentialType, operations, messageFields, latestOnly } = panel;
	const fields = Object.keys(messageFields);
	const typing = provider.typing === 'none' ? [] : ['typingIndicator'];

	it('its name, what it can do, and its credential alone, which it asks for', () => {
		const parameters = shownParameters({ provider: id });
		const shown = (description.credentials ?? []).filter((candidate) =>
			NodeHelpers.displayParameter(parameters, candidate, subjectNode({ parameters }), description),
		);

		expect(provider).toMatchObject({ displayName, credentialType, operations });
		expect(fieldFor(id, 'operation')?.options).toMatchObject(
			operations.map((value: string) => ({ value })),
		);
		expect(shown.map(({ name, required }) => [name, required])).toEqual([[credentialType, true]]);
	});

	it.each(operations)('for %s from the webhook nothing to fill in', (operation) => {
		const expected = operation === 'markMessage' ? typing : [];

		expect(ownNames({ provider: id, operation, source: 'webhook' })).toEqual(expected);
	});

	it('under Define Below the fields of a message, as they start out, and the sender in groups alone', () => {
		const parameters = { provider: id, operation: 'markMessage', source: 'fields' };
		const sender = fields.includes('chatType') ? ['sender'] : [];

		expect(ownNames(parameters)).toEqual([...fields, ...typing].sort());
		expect(shownParameters(parameters)).toMatchObject(messageFields);
		expect(ownNames({ ...parameters, chatType: 'group' })).toEqual(
			[...fields, ...sender, ...typing].sort(),
		);
	});

	it('under Define Below the chat alone for a whole chat, and the account, even if the chat type was Group before', () => {
		for (const operation of operations.slice(1)) {
			const parameters = { provider: id, operation, source: 'fields', chatType: 'group' };
			const account = fields.filter((name) => name === 'account');
			expect(ownNames(parameters)).toEqual([...account, 'chatId']);
		}
	});

	it.each(['webhook', 'fields'])('for %s the options that have an effect', (source) => {
		const behindWebhook = latestOnly === null ? [] : ['latestOnly'];
		const some = source === 'webhook' ? ['nonMessageEvents', ...behindWebhook] : [];
		const [input, response] = ['includeInput', 'includeResponse'];
		const forAll = [input, response, 'maxConcurrency', 'maxRetries', 'maxWait', 'timeout'];

		expect(shownOptions({ provider: id, source }).sort()).toEqual([...forAll, ...some].sort());
	});

	it('Only the Latest Message as it is unless the user sets it', () => {
		const option = OPTIONS.find(
			({ name, displayOptions }) =>
				name === 'latestOnly' && displayOptions?.show?.['/provider']?.includes(id),
		);

		expect(option?.default ?? null).toBe(latestOnly);
	});

	it('the phone numbers to choose from, and several message ids as a list, where it has them', () => {
		const isList = fieldFor(id, 'messageIds')?.typeOptions?.multipleValues === true;

		expect(fieldFor(id, 'phoneNumberId') !== undefined).toBe(fields.includes('phoneNumberId'));
		expect(isList).toBe(fields.includes('messageIds'));
	});
});

describe('The node panel', () => {
	it('starts out with the Cloud API, one message, taken from the incoming webhook', () => {
		expect(shownParameters({})).toEqual({
			provider: 'cloudApi',
			operation: 'markMessage',
			source: 'webhook',
			credentials: '',
			typingIndicator: false,
			options: {},
		});
	});

	it('shows the provider, which n8n’s editor hides when credentials depend on a field by its plain name', () => {
		const conditions = (description.credentials ?? []).flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);

		expect(new Set(conditions)).toEqual(new Set(['/provider']));
		expect(description.properties.map(({ name }) => name)).not.toContain('/provider');
	});

	it('shows the credential right after the provider on which it depends', () => {
		const types = description.properties.slice(0, 2).map(({ type }) => type);

		expect(types).toEqual(['options', 'credentials']);
	});

	it('offers the one list that n8n asks the node for', () => {
		const { modes } = fieldFor('cloudApi', 'phoneNumberId') ?? {};

		expect(Object.keys(node.methods.listSearch)).toEqual(['searchAccounts']);
		expect(modes?.[0]?.typeOptions?.searchListMethod).toBe('searchAccounts');
	});

	it('takes no expression where n8n decides by the raw value what to show', () => {
		const raw = FIELDS.filter(({ name }) =>
			['provider', 'operation', 'source', 'chatType'].includes(name),
		);

		expect(raw).not.toHaveLength(0);
		expect(raw.map(({ noDataExpression }) => noDataExpression)).toEqual(raw.map(() => true));
	});

	it('lists the options in the order of the alphabet', () => {
		const names = OPTIONS.map(({ displayName }) => displayName);

		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	const explained = [...FIELDS, ...OPTIONS].filter(
		({ name }) => name !== 'options' && name !== 'operation',
	);

	it.each(explained)('explains $displayName, with an example where it takes a text', (field) => {
		expect(field.description?.length).toBeGreaterThan(20);
		expect(field.description).not.toBe(field.displayName);
		if (field.type === 'string') expect(field.placeholder).toMatch(/^e\.g\. /);
	});

	it('explains every choice of the dropdowns', () => {
		const choices = [...FIELDS, ...OPTIONS]
			.filter(({ type }) => type === 'options')
			.flatMap(({ options }) => (options ?? []) as Array<{ description?: string }>);

		expect(choices.filter((choice) => (choice.description ?? '').length < 10)).toEqual([]);
	});
});

it.each<[INodeParameters, string]>([
	[{}, 'Mark message: WhatsApp Cloud API'],
	...PROVIDERS.flatMap(({ id, displayName, operations }) =>
		operations.map((operation): [INodeParameters, string] => {
			const words = { markMessage: 'message', markChat: 'chat', markChatUnread: 'chat unread' };
			return [{ provider: id, operation }, `Mark ${words[operation]}: ${displayName}`];
		}),
	),
])('On the canvas the line under a node with %j reads %p', async (parameters, subtitle) => {
	const subject = subjectNode({ parameters });
	const { expression } = workflowOf(node, subject);

	const shown = await expression.withIsolate(async () =>
		expression.getSimpleParameterValue(subject, description.subtitle ?? '', 'internal', {}),
	);

	expect(shown).toBe(subtitle);
});

describe("The codex file, by which n8n's search finds the node,", () => {
	it('names the node as n8n does', () => {
		expect(codex.node).toBe(`n8n-nodes-whatsapp-mark-read.${description.name}`);
	});

	it('is completed by the node, which keeps what it says', () => {
		expect(description.codex).toEqual({
			categories: codex.categories,
			resources: codex.resources,
			alias: expect.arrayContaining(codex.alias),
		});
	});

	it.each(PROVIDERS)(
		'is completed with $displayName, also as people type it',
		({ displayName }) => {
			const typed = displayName.replace('-', ' ').replace('.', ' ');

			expect(description.codex?.alias).toEqual(expect.arrayContaining([displayName, typed]));
			expect(new Set(description.codex?.alias).size).toBe(description.codex?.alias?.length);
		},
	);
});
