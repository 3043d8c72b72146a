import type { INodeParameters, NodeHint } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import { providerWith } from '../../../helpers/providerWith';
import { prepareEngine } from '../../../helpers/runNode';
import { subjectNode, workflowOf } from '../../../helpers/subject';

beforeAll(prepareEngine);

const node = new WhatsAppMarkRead();
const hints = node.description.hints ?? [];

/**
 * The hints whose condition holds, as n8n's editor finds out in its output panel (`getNodeHints` of n8n 2.41): only a
 * condition that comes to `true` shows its hint, and nothing but the parameters is there before the first run.
 */
async function shownHints(parameters: INodeParameters): Promise<readonly NodeHint[]> {
	const subject = subjectNode({ parameters });
	const { expression } = workflowOf(node, subject);
	return await expression.withIsolate(async () =>
		hints.filter(({ displayCondition = true }) => {
			const holds: unknown = expression.getParameterValue(
				displayCondition,
				createRunExecutionData({}),
				0,
				0,
				subject.name,
				[],
				'manual',
				{},
			);
			expect(typeof holds).toBe('boolean');
			return holds;
		}),
	);
}

const shownMessages = async (parameters: INodeParameters) =>
	(await shownHints(parameters)).map(({ message }) => message);

const ACCEPTED = expect.stringContaining('the provider has accepted the read receipt') as string;
const LATEST_ONLY = expect.stringContaining("'Only the Latest Message' is on") as string;

describe('The hints beside the output say', () => {
	it.each([
		[{}],
		...PROVIDERS.flatMap(({ id, operations }) => [
			...operations
				.filter((operation) => operation !== 'markChatUnread')
				.map((operation): [INodeParameters] => [{ provider: id, operation }]),
			[{ provider: id, source: 'fields' }] as [INodeParameters],
		]),
	])('with %j what a success means, and what to check when ticks stay grey', async (parameters) => {
		expect(await shownMessages(parameters)).toEqual([ACCEPTED]);
	});

	it('under Define Below to check the ID and the sender too, which the user enters there', async () => {
		const inGroups = providerWith(({ fields }) => fields.some(({ name }) => name === 'sender'));
		const [behindWebhook] = await shownMessages({ provider: inGroups.id });
		const [underFields] = await shownMessages({ provider: inGroups.id, source: 'fields' });

		expect(behindWebhook).not.toContain('the sender of a group message is missing');
		expect(underFields).toContain('the sender of a group message is missing');
	});

	it('nothing about ticks where a chat is marked as unread', async () => {
		const { id } = providerWith(({ operations }) => operations.includes('markChatUnread'));
		const parameters = { provider: id, operation: 'markChatUnread' };

		expect(await shownMessages(parameters)).toEqual([]);
	});

	it.each(PROVIDERS.filter(({ latestOnlyDefault }) => latestOnlyDefault !== null))(
		'for $displayName what Only the Latest Message does, once it was switched on',
		async ({ id }) => {
			const parameters = { provider: id, options: { latestOnly: true } };

			expect(await shownMessages(parameters)).toEqual([ACCEPTED, LATEST_ONLY]);
		},
	);

	const without = PROVIDERS.filter(({ latestOnlyDefault }) => latestOnlyDefault === null);

	it.each<[string, INodeParameters]>([
		['it was switched off', { provider: 'cloudApi', options: { latestOnly: false } }],
		...without.map(({ id, displayName }): [string, INodeParameters] => [
			`${displayName} has no such option`,
			{ provider: id, options: { latestOnly: true } },
		]),
		['the ids come from fields', { source: 'fields', options: { latestOnly: true } }],
	])('nothing about Only the Latest Message where %s', async (_where, parameters) => {
		expect(await shownMessages(parameters)).toEqual([ACCEPTED]);
	});

	it('about success only after a run', () => {
		const accepted = hints.filter(({ message }) => message.includes('accepted'));

		expect(accepted.map(({ whenToDisplay }) => whenToDisplay)).toEqual([
			'afterExecution',
			'afterExecution',
		]);
	});

	it('all of it quietly, in the output panel alone', () => {
		expect(hints.map(({ type, location }) => [type, location])).toEqual(
			hints.map(() => ['info', 'outputPane']),
		);
	});
});
