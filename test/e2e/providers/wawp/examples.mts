import { ACCOUNT } from '../../../../tools/sandbox/providers/wawp/credential.mts';
import { groupMessage, reply } from '../../examples/plans/replies.mts';
import type { ExamplePlan } from '../../examples/plans/plan.mts';
import { event } from '../../examples/stage/arrivals.mts';
import type { Sending } from '../provider.mts';

const { accessToken, instanceId } = ACCOUNT;

/** Where a text is sent, and with which credential. */
export const WAWP_SENDING: Sending = {
	host: 'api.wawp.net',
	path: '/v2/send/text',
	credential: { body: { access_token: accessToken, instance_id: instanceId } },
};

const to = { host: WAWP_SENDING.host, path: WAWP_SENDING.path };

export const WAWP_PLANS: readonly ExamplePlan[] = [
	reply({
		file: 'reply-wawp',
		provider: 'wawp',
		to,
		customer: { chat: '447441429009@c.us', sent: '"chatId":"447441429009@c.us"' },
		more: [groupMessage(to)],
	}),
	{
		file: 'ai-agent-tool',
		provider: 'wawp',
		entrance: 'webhook',
		hosts: [to.host],
		occasions: [
			{
				name: 'a question the agent can answer',
				arrive: event({ kind: 'direct', text: 'When are you open?' }),
				expected: {
					marked: 'read',
					lastNode: 'Answer',
					calls: 1,
					sent: [{ ...to, text: 'from 7 to 18' }],
				},
			},
			{
				name: 'the same in a group',
				arrive: event({ kind: 'group', text: 'When are you open?' }),
				expected: {
					marked: 'read',
					lastNode: 'Answer',
					calls: 1,
					sent: [{ ...to, text: '@g.us' }],
				},
			},
			{
				name: 'a wish for a person',
				arrive: event({ kind: 'direct', text: 'I want to talk to a person' }),
				expected: {
					marked: 'unread',
					lastNode: 'Answer',
					calls: 0,
					sent: [{ ...to, text: 'the team' }],
				},
			},
			{
				name: 'a delivery status',
				arrive: event({ kind: 'status' }),
				expected: { marked: 'unread', lastNode: 'Is it a message?', calls: 0, sent: [] },
			},
		],
	},
];
