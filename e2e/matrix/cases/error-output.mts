import type { ProviderId } from '../../../sandbox/index.mts';
import { SANDBOX_TROUBLE } from '../../../sandbox/index.mts';
import { PROVIDERS } from '../../workflows/providers.mts';
import { expectReceipt, post } from './answer.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';
import { fieldParameters, postedFields } from './fields.mts';
import { errorOutputWorkflow, ITEMS_FIELD, type Trial } from './workflows.mts';

/** One thing a provider refuses, beside one it takes. */
interface Refused {
	readonly item: object;
	/** Whether the node sees it by itself, so that no call is made. */
	readonly refusedBy: 'provider' | 'node';
}

/** A Saudi Arabian number with a digit missing, which Wawp checks (wawp.md). */
const WRONG_NUMBER = '96612345678@c.us';

/** Kirim may hear of a message later than the webhook's receiver: the node asks once more. */
const CALLS_FOR_REFUSED: Readonly<Record<ProviderId, number>> = {
	cloudApi: 1,
	kirim: 2,
	ryze: 1,
	wawp: 1,
};

/** *On Error* set to *Continue (using error output)*: a good item and a bad one in one run. */
export const ERROR_OUTPUT_CASES: readonly MatrixCase[] = PROVIDERS.flatMap((provider) => [
	{
		provider,
		row: 'Error output',
		name: 'a refused event beside a good one, from the webhook',
		run: async (lab: Lab, checks: Checks) => {
			const good = lab.messages.arrive({ provider, kind: 'direct' });
			const parameters = { provider, operation: 'markMessage', source: 'webhook' };
			const refused = refusedEvent(lab, provider);
			await tryBoth(lab, checks, { provider, parameters, good, item: good.payload, refused });
		},
	},
	{
		provider,
		row: 'Error output',
		name: 'a refused id beside a good one, from fields',
		run: async (lab: Lab, checks: Checks) => {
			const good = lab.messages.arrive({ provider, kind: 'direct' });
			const parameters = {
				provider,
				operation: 'markMessage',
				source: 'fields',
				...fieldParameters(provider, '$json', 'group'),
			};
			const refused = refusedFields(lab, provider);
			await tryBoth(lab, checks, { provider, parameters, good, item: postedFields(good), refused });
		},
	},
]);

function refusedEvent({ messages }: Lab, provider: ProviderId): Refused {
	const wish = { provider, kind: 'direct' } as const;
	const refusedBy = 'provider';
	switch (provider) {
		case 'cloudApi':
		case 'kirim':
			return { item: messages.forge(wish), refusedBy };
		case 'ryze': {
			const account = SANDBOX_TROUBLE.ryze.foreignInstance;
			return { item: messages.forge({ ...wish, account }), refusedBy };
		}
		case 'wawp':
			return { item: messages.forge({ ...wish, chat: WRONG_NUMBER }), refusedBy };
	}
}

function refusedFields({ messages }: Lab, provider: ProviderId): Refused {
	const incoming = messages.arrive({ provider, kind: 'direct' });
	const fields = postedFields(incoming);
	switch (provider) {
		case 'cloudApi':
		case 'kirim': {
			const unknown = `wamid.${Buffer.from(`nobody sent ${fields.messageId}`).toString('base64')}`;
			return { item: { ...fields, messageId: unknown }, refusedBy: 'provider' };
		}
		case 'ryze': {
			// RyzeAPI takes any id; a group message without its author is refused by the node.
			const chatId = messages.newChat(provider, 'group');
			return { item: { ...fields, chatId, sender: '' }, refusedBy: 'node' };
		}
		case 'wawp':
			return { item: { ...fields, chatId: WRONG_NUMBER }, refusedBy: 'provider' };
	}
}

interface BothItems {
	readonly provider: ProviderId;
	readonly parameters: Trial['parameters'];
	readonly good: ReturnType<Lab['messages']['arrive']>;
	/** The good message as the node's input. */
	readonly item: object;
	readonly refused: Refused;
}

async function tryBoth(lab: Lab, checks: Checks, both: BothItems): Promise<void> {
	const { provider, parameters, good, refused } = both;
	const { memory } = lab.sandbox;
	const path = lab.newPath();
	await lab.n8n.publishWorkflow(
		errorOutputWorkflow({
			name: `${provider}: error output`,
			path,
			provider,
			credential: lab.credentials[provider],
			parameters,
		}),
	);
	const callsBefore = memory.requests.length;

	const items = await post(lab, path, { [ITEMS_FIELD]: [refused.item, both.item] });

	checks.same('outputs the two items came out at', items.map(({ output }) => output).sort(), [
		'first',
		'second',
	]);
	const first = items.find(({ output }) => output === 'first');
	const second = items.find(({ output }) => output === 'second');
	const { messageId } = good.message;
	expectReceipt(checks, first, { success: true, status: 'read', messageIds: [messageId] });
	for (const key of ['error', 'message']) {
		const words = second?.[key];
		checks.holds(`"${key}" says something`, typeof words === 'string' && words !== '', words);
	}
	const calls = memory.requests.length - callsBefore;
	const refusals = refused.refusedBy === 'provider' ? CALLS_FOR_REFUSED[provider] : 0;
	checks.same('calls', calls, 1 + refusals);
	const isRead = memory.isRead(provider, messageId);
	checks.same('the good message is read at the provider', isRead, true);
}
