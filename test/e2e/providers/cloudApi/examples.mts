import { ACCOUNT } from '../../../../tools/sandbox/providers/cloudApi/credential.mts';
import { reply } from '../../examples/plans/replies.mts';
import type { ExamplePlan } from '../../examples/plans/plan.mts';
import { batch, metaCheck, type Event } from '../../examples/stage/arrivals.mts';
import type { Sending } from '../provider.mts';

const { accessToken, phoneNumberId } = ACCOUNT;

/** Where a text is sent, and with which credential. */
export const CLOUD_API_SENDING: Sending = {
	host: 'graph.facebook.com',
	path: `/v25.0/${phoneNumberId}/messages`,
	credential: { headers: { authorization: `Bearer ${accessToken}` } },
};

const to = { host: CLOUD_API_SENDING.host, path: CLOUD_API_SENDING.path };

const CUSTOMER = { chat: '16505551234', sent: '"to":"16505551234"' };

const SECONDS_AGO = Math.floor(Date.now() / 1000) - 60;

/** Five messages of one customer and one of another, a second apart. */
const BURST: readonly Event[] = [1, 2, 3, 4, 5, 6].map((number) => ({
	kind: 'direct',
	chat: number === 6 ? '447441429009' : '16505551234',
	text: `Message ${number}`,
	timestamp: SECONDS_AGO + number,
}));

export const CLOUD_API_PLANS: readonly ExamplePlan[] = [
	reply({
		file: 'reply-cloud-api',
		provider: 'cloudApi',
		to,
		customer: CUSTOMER,
		more: [
			{
				name: "Meta's check, right word",
				arrive: metaCheck('choose-a-word', '1158201444'),
				expected: {
					marked: 'unread',
					lastNode: 'Confirm',
					calls: 0,
					sent: [],
					answer: { status: 200, body: '1158201444' },
				},
			},
			{
				name: "Meta's check, wrong word",
				arrive: metaCheck('guessed', '1158201444'),
				expected: {
					marked: 'unread',
					lastNode: 'Refuse',
					calls: 0,
					sent: [],
					answer: { status: 403, body: '' },
				},
			},
		],
	}),
	reply({
		file: 'whatsapp-trigger',
		provider: 'cloudApi',
		to,
		customer: CUSTOMER,
		entrance: 'pinned trigger',
	}),
	{
		file: 'burst-latest-only',
		provider: 'cloudApi',
		entrance: 'webhook',
		hosts: [to.host],
		occasions: [
			{
				name: '6 messages of 2 chats at once',
				arrive: batch(BURST),
				expected: {
					marked: 'read',
					lastNode: 'Answer',
					calls: 2,
					sent: [
						{ ...to, text: 'your messages (5)' },
						{ ...to, text: 'your messages (1)' },
					],
				},
			},
		],
	},
];
