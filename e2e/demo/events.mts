import type { ProviderId } from '../../sandbox/index.mts';
import { PROVIDERS } from '../workflows/providers.mts';
import type { MetaStyleProvider } from '../workflows/workflow.mts';
import type { Expectation } from './verdict.mts';

export interface DemoEvent {
	readonly provider: ProviderId;
	readonly kind: 'direct' | 'group' | 'status';
	/** How the table names it. */
	readonly name: string;
	readonly expected: Expectation;
}

/** What every provider sends in the demo, in the order it is sent. */
export const DEMO_EVENTS: readonly DemoEvent[] = PROVIDERS.flatMap((provider) => [
	{ provider, kind: 'direct', name: 'direct message', expected: 'read' },
	{ provider, kind: 'group', name: 'group message', expected: 'read' },
	{ provider, kind: 'status', name: 'delivery status', expected: 'skipped' },
]);

/** Who refuses an unknown message id; the others accept any, as their real APIs do. */
export const REFUSING_PROVIDERS: readonly MetaStyleProvider[] = ['cloudApi', 'kirim'];

/** A message id in the right form that no account of the sandbox ever received. */
export const UNKNOWN_MESSAGE_ID = `wamid.${Buffer.from('a message nobody sent').toString('base64')}`;
