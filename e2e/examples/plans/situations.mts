import { SANDBOX_TROUBLE } from '../../../sandbox/index.mts';
import { batch, event, strangePayload, type Event } from '../stage/arrivals.mts';
import type { ExamplePlan } from './plan.mts';
import { ANSWERS } from './replies.mts';

const TEAM = 'example.com';

const ONE_BRANCH: ExamplePlan = {
	file: 'only-on-one-branch',
	provider: 'kirim',
	entrance: 'webhook',
	hosts: [ANSWERS.kirim.host, TEAM],
	occasions: [
		{
			name: 'a question for the bot',
			arrive: event({ kind: 'direct', text: 'When are you open?' }),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				sent: [{ ...ANSWERS.kirim, text: 'We are open' }],
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
};

const SECONDS_AGO = Math.floor(Date.now() / 1000) - 60;

/** Five messages of one customer and one of another, a second apart. */
const BURST: readonly Event[] = [1, 2, 3, 4, 5, 6].map((number) => ({
	kind: 'direct',
	chat: number === 6 ? '447441429009' : '16505551234',
	text: `Message ${number}`,
	timestamp: SECONDS_AGO + number,
}));

const LATEST_ONLY: ExamplePlan = {
	file: 'burst-latest-only',
	provider: 'cloudApi',
	entrance: 'webhook',
	hosts: [ANSWERS.cloudApi.host],
	occasions: [
		{
			name: '6 messages of 2 chats at once',
			arrive: batch(BURST),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				calls: 2,
				sent: [
					{ ...ANSWERS.cloudApi, text: 'your messages (5)' },
					{ ...ANSWERS.cloudApi, text: 'your messages (1)' },
				],
			},
		},
	],
};

const ERROR_BRANCH: ExamplePlan = {
	file: 'error-branch',
	provider: 'ryze',
	entrance: 'webhook',
	hosts: [TEAM, ANSWERS.ryze.host],
	occasions: [
		{
			name: 'a message',
			arrive: event({ kind: 'direct' }),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				sent: [{ ...ANSWERS.ryze, text: 'Thank you' }],
			},
		},
		{
			name: 'a message, phone unplugged',
			arrive: event({ kind: 'direct', account: SANDBOX_TROUBLE.ryze.disconnectedInstance }),
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
};

const AI_AGENT: ExamplePlan = {
	file: 'ai-agent-tool',
	provider: 'wawp',
	entrance: 'webhook',
	hosts: [ANSWERS.wawp.host],
	occasions: [
		{
			name: 'a question the agent can answer',
			arrive: event({ kind: 'direct', text: 'When are you open?' }),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				calls: 1,
				sent: [{ ...ANSWERS.wawp, text: 'from 7 to 18' }],
			},
		},
		{
			name: 'the same in a group',
			arrive: event({ kind: 'group', text: 'When are you open?' }),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				calls: 1,
				sent: [{ ...ANSWERS.wawp, text: '@g.us' }],
			},
		},
		{
			name: 'a wish for a person',
			arrive: event({ kind: 'direct', text: 'I want to talk to a person' }),
			expected: {
				marked: 'unread',
				lastNode: 'Answer',
				calls: 0,
				sent: [{ ...ANSWERS.wawp, text: 'the team' }],
			},
		},
		{
			name: 'a delivery status',
			arrive: event({ kind: 'status' }),
			expected: { marked: 'unread', lastNode: 'Is it a message?', calls: 0, sent: [] },
		},
	],
};

/** The examples that show one situation each. */
export const SITUATIONS: readonly ExamplePlan[] = [ONE_BRANCH, LATEST_ONLY, ERROR_BRANCH, AI_AGENT];
