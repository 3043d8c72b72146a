import { underTest } from '../../test/e2e/providers/index.mts';
import { PROVIDER_IDS } from '../providers.js';
import type { ProviderId } from '../sandbox/index.mts';
import type { Expectation } from './verdict.mts';

export interface DemoEvent {
	readonly provider: ProviderId;
	readonly kind: 'direct' | 'group' | 'status';
	/** How the table names it. */
	readonly name: string;
	readonly expected: Expectation;
}

/** What every provider sends in the demo, in the order it is sent. */
export const DEMO_EVENTS: readonly DemoEvent[] = PROVIDER_IDS.flatMap((provider) => [
	{ provider, kind: 'direct', name: 'direct message', expected: 'read' },
	{ provider, kind: 'group', name: 'group message', expected: 'read' },
	{ provider, kind: 'status', name: 'delivery status', expected: 'skipped' },
]);

export interface UnknownMessage {
	readonly provider: ProviderId;
	readonly messageId: string;
}

/** For those who refuse an unknown message id; the others accept any, as their real APIs do. */
export const UNKNOWN_MESSAGES: readonly UnknownMessage[] = PROVIDER_IDS.flatMap((provider) => {
	const { unknownMessageId: messageId } = underTest(provider);
	return messageId === undefined ? [] : [{ provider, messageId }];
});
