import { SANDBOX_ACCOUNTS } from '../../sandbox/index.mts';
import type { ProviderUnderTest } from './provider.mts';

type MetaProvider = 'cloudApi' | 'kirim';
type MetaTraits =
	| 'operations'
	| 'messageFields'
	| 'hasLatestOnly'
	| 'fieldParameters'
	| 'typingCalls'
	| 'faultReactions'
	| 'refusal';

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
export function metaTraits(
	provider: MetaProvider,
	callsForRefused: number,
): Pick<ProviderUnderTest, MetaTraits> {
	return {
		operations: ['markMessage'],
		messageFields: ['Phone Number ID', 'Message ID'],
		hasLatestOnly: true,
		fieldParameters: (posted) => ({
			phoneNumberId: {
				__rl: true,
				mode: 'id',
				value: SANDBOX_ACCOUNTS[provider].phoneNumberId,
			},
			messageId: posted('messageId'),
		}),
		typingCalls: 1,
		faultReactions: TEMPORARY_CODES,
		refusal: {
			calls: callsForRefused,
			event: (messages) => messages.forge({ provider, kind: 'direct' }),
			fields: (_, posted) => {
				const unknown = Buffer.from(`nobody sent ${posted.messageId}`).toString('base64');
				return { item: { ...posted, messageId: `wamid.${unknown}` }, refusedBy: 'provider' };
			},
		},
	};
}
