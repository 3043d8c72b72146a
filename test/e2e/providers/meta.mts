import { standInOf, type ProviderId } from '../../../tools/sandbox/providers/index.mts';
import type { ProviderUnderTest } from './provider.mts';

/** A code that is temporary is tried again, whatever the status. */
export const TEMPORARY_CODES = {
	'200 with an error inside': 'triedAgain',
	'400 that repeats the request': 'triedAgain',
	'200 that repeats the request': 'triedAgain',
} as const;

/**
 * What the providers of Meta's format have in common.
 * @param callsForRefused how many calls the node makes for an id that the provider does not know
 */
export function metaTraits(provider: ProviderId, callsForRefused: number) {
	return {
		operations: ['markMessage'],
		messageFields: ['Phone Number ID', 'Message ID'],
		unknownMessageId: wamid('a message nobody sent'),
		fieldParameters: (posted) => ({
			phoneNumberId: { __rl: true, mode: 'id', value: standInOf(provider).accountId },
			messageId: posted('messageId'),
		}),
		typingCalls: 1,
		faultReactions: TEMPORARY_CODES,
		refusal: {
			calls: callsForRefused,
			event: (messages) => messages.forge({ provider, kind: 'direct' }),
			fields: (_, posted) => {
				const messageId = wamid(`nobody sent ${posted.messageId}`);
				return { item: { ...posted, messageId }, refusedBy: 'provider' };
			},
		},
	} satisfies Partial<ProviderUnderTest>;
}

function wamid(text: string): string {
	return `wamid.${Buffer.from(text).toString('base64')}`;
}
