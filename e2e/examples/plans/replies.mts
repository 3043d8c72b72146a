import { SANDBOX_ACCOUNTS, type ProviderId } from '../../../sandbox/index.mts';
import { event, metaCheck } from '../stage/arrivals.mts';
import type { ExamplePlan, ExpectedMessage, Occasion } from './plan.mts';

/** Where each provider takes a text that is sent, for the accounts of the sandbox. */
export const ANSWERS: Readonly<Record<ProviderId, Pick<ExpectedMessage, 'host' | 'path'>>> = {
	cloudApi: {
		host: 'graph.facebook.com',
		path: `/v25.0/${SANDBOX_ACCOUNTS.cloudApi.phoneNumberId}/messages`,
	},
	kirim: {
		host: 'api.kirim.chat',
		path: `/v1/${SANDBOX_ACCOUNTS.kirim.phoneNumberId}/messages`,
	},
	ryze: {
		host: 'ryzeapi.cloud',
		path: `/api/message/text/${SANDBOX_ACCOUNTS.ryze.instance}`,
	},
	wawp: { host: 'api.wawp.net', path: '/v2/send/text' },
};

const CUSTOMERS: Readonly<Record<ProviderId, { readonly chat: string; readonly sent: string }>> = {
	cloudApi: { chat: '16505551234', sent: '"to":"16505551234"' },
	kirim: { chat: '6285712345678', sent: '"to":"6285712345678"' },
	ryze: { chat: '5511999999999@s.whatsapp.net', sent: '"number":"5511999999999@s.whatsapp.net"' },
	wawp: { chat: '447441429009@c.us', sent: '"chatId":"447441429009@c.us"' },
};

/** A message of a customer, and a delivery status, which is nothing to mark or to answer. */
function messageAndStatus(provider: ProviderId): readonly Occasion[] {
	const { chat, sent } = CUSTOMERS[provider];
	return [
		{
			name: 'a message',
			arrive: event({ kind: 'direct', chat, text: 'Do you have bread with "seeds"?' }),
			expected: {
				marked: 'read',
				lastNode: 'Answer',
				sent: [{ ...ANSWERS[provider], text: sent }],
			},
		},
		{
			name: 'a delivery status',
			arrive: event({ kind: 'status', chat }),
			expected: { marked: 'unread', lastNode: 'WhatsApp Mark Read', calls: 0, sent: [] },
		},
	];
}

/** A group message: the answer goes to the group. */
function groupMessage(provider: 'ryze' | 'wawp'): Occasion {
	const text = '120363123456789@g.us';
	return {
		name: 'a group message',
		arrive: event({ kind: 'group', chat: text }),
		expected: { marked: 'read', lastNode: 'Answer', sent: [{ ...ANSWERS[provider], text }] },
	};
}

function reply(
	file: string,
	provider: ProviderId,
	more: readonly Occasion[],
	entrance: ExamplePlan['entrance'] = 'webhook',
): ExamplePlan {
	const occasions = [...messageAndStatus(provider), ...more];
	return { file, provider, entrance, hosts: [ANSWERS[provider].host], occasions };
}

/** The examples that mark and answer every message. */
export const REPLIES: readonly ExamplePlan[] = [
	reply('reply-cloud-api', 'cloudApi', [
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
	]),
	reply('reply-kirim', 'kirim', []),
	reply('reply-ryze', 'ryze', [groupMessage('ryze')]),
	reply('reply-wawp', 'wawp', [groupMessage('wawp')]),
	reply('whatsapp-trigger', 'cloudApi', [], 'pinned trigger'),
];
