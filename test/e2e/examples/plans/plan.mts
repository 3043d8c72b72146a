import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import type { SentOut } from '../outside/recorder.mts';
import type { Arrive } from '../stage/arrivals.mts';

/** What is to happen when an example is run. */
export interface ExamplePlan {
	/** The file's name without `.json`. */
	readonly file: string;
	readonly provider: ProviderId;
	/** How events get in: through its webhook, or through a trigger whose data is pinned. */
	readonly entrance: 'webhook' | 'pinned trigger';
	/** The hosts that somebody stands for: the only texts changed in the file besides credentials. */
	readonly hosts: readonly string[];
	/** What comes in, in this order. */
	readonly occasions: readonly Occasion[];
}

export interface Occasion {
	/** How the table names it, as in "a question". */
	readonly name: string;
	readonly arrive: Arrive;
	readonly expected: Expectation;
}

export interface Expectation {
	/** Whether the messages that came in are to turn read. */
	readonly marked: 'read' | 'unread';
	/** How many calls mark them; without it any number. */
	readonly calls?: number;
	/** The node with which the execution ends: it tells which branch was taken. */
	readonly lastNode: string;
	/** What is sent out, in any order. */
	readonly sent: readonly ExpectedMessage[];
	/** What the sender of the webhook gets back; without it any 2xx. */
	readonly answer?: { readonly status: number; readonly body?: string };
}

/** A call that is sent out; `text` is a part of its body, as JSON. */
export interface ExpectedMessage extends Pick<SentOut, 'host' | 'path'> {
	readonly text: string;
}
