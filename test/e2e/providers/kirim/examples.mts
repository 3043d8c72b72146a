import { ACCOUNT } from '../../../../tools/sandbox/providers/kirim/credential.mts';
import { TEAM, reply } from '../../examples/plans/replies.mts';
import type { ExamplePlan } from '../../examples/plans/plan.mts';
import { event } from '../../examples/stage/arrivals.mts';
import type { Sending } from '../provider.mts';

const { apiKey, phoneNumberId } = ACCOUNT;

/** Where a text is sent, and with which credential. */
export const KIRIM_SENDING: Sending = {
	host: 'api.kirim.chat',
	path: `/v1/${phoneNumberId}/messages`,
	credential: { headers: { authorization: `Bearer ${apiKey}` } },
};

const to = { host: KIRIM_SENDING.host, path: KIRIM_SENDING.path };

export const KIRIM_PLANS: readonly ExamplePlan[] = [
	reply({
		file: 'reply-kirim',
		provider: 'kirim',
		to,
		customer: { chat: '6285712345678', sent: '"to":"6285712345678"' },
	}),
	{
		file: 'only-on-one-branch',
		provider: 'kirim',
		entrance: 'webhook',
		hosts: [to.host, TEAM],
		occasions: [
			{
				name: 'a question for the bot',
				arrive: event({ kind: 'direct', text: 'When are you open?' }),
				expected: {
					marked: 'read',
					lastNode: 'Answer',
					sent: [{ ...to, text: 'We are open' }],
				},
			},
			{
				name: 'a wish for a person',
				arrive: event({ kind: 'direct', text: 'Can I speak to a Human, please?' }),
				expected: {
					marked: 'unread',
					lastNode: 'Tell the team',
					calls: 0,
					sent: [{ host: TEAM, path: '/hand-over', text: 'speak to a Human' }],
				},
			},
			{
				name: 'a delivery status',
				arrive: event({ kind: 'status' }),
				expected: { marked: 'unread', lastNode: 'WhatsApp Mark Read', calls: 0, sent: [] },
			},
		],
	},
];
