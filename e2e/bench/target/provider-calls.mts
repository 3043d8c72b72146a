import type { IncomingHttpHeaders } from 'node:http';

import { BASE_PATHS, SANDBOX_ACCOUNTS } from '../../../sandbox/accounts.mts';
import { rateLimitHit } from '../../../sandbox/providers/cloudApi/errors.mts';
import { REFUSALS as RYZE_REFUSALS } from '../../../sandbox/providers/ryze/answers.mts';
import type { Answer } from '../../../sandbox/providers/standIn.mts';
import { REFUSALS as WAWP_REFUSALS } from '../../../sandbox/providers/wawp/answers.mts';

export interface IncomingCall {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Readonly<Record<string, unknown>>;
}

/** A provider's call that marks messages, as far as the benchmark needs it. */
export interface MarkCall {
	readonly isAuthenticated: boolean;
	readonly messageIds: readonly string[];
	/** What the provider answers when it accepts. */
	readonly answer: object;
	/** What it answers over its rate limit. */
	readonly refusal: Answer;
}

/**
 * Reads a call the way RyzeAPI, WhatsApp Cloud API and Wawp do.
 * @returns null when the path is none of theirs
 */
export function readMarkCall({ path, headers, body }: IncomingCall): MarkCall | null {
	const { cloudApi, ryze, wawp } = SANDBOX_ACCOUNTS;
	if (path === markPath('ryze')) {
		const messageId = String(body.messageId);
		return {
			isAuthenticated: headers.token === ryze.token,
			messageIds: [messageId],
			answer: {
				success: true,
				message: 'Message marked as read successfully',
				message_id: messageId,
				chat_jid: String(body.number),
			},
			refusal: RYZE_REFUSALS.rateLimited,
		};
	}
	if (path === markPath('cloudApi')) {
		return {
			isAuthenticated: headers.authorization === `Bearer ${cloudApi.accessToken}`,
			messageIds: [String(body.message_id)],
			answer: { success: true },
			refusal: rateLimitHit(),
		};
	}
	if (path === markPath('wawp')) {
		return {
			isAuthenticated: body.access_token === wawp.accessToken,
			messageIds: Array.isArray(body.messageIds) ? body.messageIds.map(String) : [],
			answer: {},
			refusal: WAWP_REFUSALS.rateLimited,
		};
	}
	return null;
}

/** Where a provider's API takes the call that marks messages. */
export function markPath(provider: 'ryze' | 'cloudApi' | 'wawp'): string {
	const { cloudApi, ryze } = SANDBOX_ACCOUNTS;
	const base = BASE_PATHS[provider];
	switch (provider) {
		case 'ryze':
			return `${base}/api/chat/markRead/${ryze.instance}`;
		case 'cloudApi':
			return `${base}/${cloudApi.apiVersion}/${cloudApi.phoneNumberId}/messages`;
		case 'wawp':
			return `${base}/v2/send/seen`;
	}
}
