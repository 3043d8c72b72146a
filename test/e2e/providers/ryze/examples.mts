import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/ryze/credential.mts';
import { TEAM, groupMessage, reply } from '../../examples/plans/replies.mts';
import type { ExamplePlan } from '../../examples/plans/plan.mts';
import { event, strangePayload } from '../../examples/stage/arrivals.mts';
import type { Sending } from '../provider.mts';

const { instance, token } = ACCOUNT;

/** Where a text is sent, and with which credential. */
export const RYZE_SENDING: Sending = {
	host: 'ryzeapi.cloud',
	path: `/api/message/text/${instance}`,
	credential: { headers: { token } },
};

const to = { host: RYZE_SENDING.host, path: RYZE_SENDING.path };

export const RYZE_PLANS: readonly ExamplePlan[] = [
	reply({
		file: 'reply-ryze',
		provider: 'ryze',
		to,
		customer: {
			chat: '5511999999999@s.whatsapp.net',
			sent: '"number":"5511999999999@s.whatsapp.net"',
		},
		more: [groupMessage(to)],
	}),
	{
		file: 'error-branch',
		provider: 'ryze',
		entrance: 'webhook',
		hosts: [TEAM, to.host],
		occasions: [
			{
				name: 'a message',
				arrive: event({ kind: 'direct' }),
				expected: {
					marked: 'read',
					lastNode: 'Answer',
					sent: [{ ...to, text: 'Thank you' }],
				},
			},
			{
				name: 'a message, phone unplugged',
				arrive: event({ kind: 'direct', account: TROUBLE.disconnectedInstance }),
				expected: {
					marked: 'unread',
					lastNode: 'Tell the team',
					sent: [{ host: TEAM, path: '/alert', text: 'is not connected to WhatsApp' }],
				},
			},
			{
				name: 'something that is no webhook',
				arrive: strangePayload({ hello: 'world' }),
				expected: { marked: 'unread', lastNode: 'Nothing to do', calls: 0, sent: [] },
			},
		],
	},
];
