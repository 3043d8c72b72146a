import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import { event } from '../stage/arrivals.mts';
import type { ExamplePlan, ExpectedMessage, Occasion } from './plan.mts';

/** The host that stands for the user's own team. */
export const TEAM = 'example.com';

/** Where a provider takes a text that is sent. */
type To = Pick<ExpectedMessage, 'host' | 'path'>;

/** An example that marks and answers every message. */
interface Reply {
	readonly file: string;
	readonly provider: ProviderId;
	readonly to: To;
	/** Who writes, and what of the answer shows that it goes back to them. */
	readonly customer: { readonly chat: string; readonly sent: string };
	/** What comes in besides a message and a delivery status. */
	readonly more?: readonly Occasion[];
	readonly entrance?: ExamplePlan['entrance'];
}

/** A message of a customer, a delivery status, which is nothing to mark or to answer, and what else is given. */
export function reply({ to, customer, more = [], ...plan }: Reply): ExamplePlan {
	const { chat, sent } = customer;
	const occasions: readonly Occasion[] = [
		{
			name: 'a message',
			arrive: event({ kind: 'direct', chat, text: 'Do you have bread with "seeds"?' }),
			expected: { marked: 'read', lastNode: 'Answer', sent: [{ ...to, text: sent }] },
		},
		{
			name: 'a delivery status',
			arrive: event({ kind: 'status', chat }),
			expected: { marked: 'unread', lastNode: 'WhatsApp Mark Read', calls: 0, sent: [] },
		},
		...more,
	];
	return { entrance: 'webhook', ...plan, hosts: [to.host], occasions };
}

/** A group message: the answer goes to the group. */
export function groupMessage(to: To): Occasion {
	const text = '120363123456789@g.us';
	return {
		name: 'a group message',
		arrive: event({ kind: 'group', chat: text }),
		expected: { marked: 'read', lastNode: 'Answer', sent: [{ ...to, text }] },
	};
}
