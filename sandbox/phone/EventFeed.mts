import { randomBytes } from 'node:crypto';

/** Something that happened, as the page gets it. */
export interface FeedEvent {
	/** `<feed>-<number>`: what a browser sends as `Last-Event-ID` when it comes back. */
	readonly id: string;
	readonly name: string;
	readonly data: unknown;
}

/** How far back a browser may have lost the connection and still catch up. */
const REMEMBERED_EVENTS = 1000;

/** A numbered stream of events of which the last ones are kept. */
export class EventFeed {
	/** Tells this feed from the one before the sandbox was started anew. */
	readonly #feed = randomBytes(4).toString('hex');
	readonly #followers = new Set<(event: FeedEvent) => void>();
	#recent: FeedEvent[] = [];
	#count = 0;

	/** The id of the newest event. */
	get lastId(): string {
		return this.#id(this.#count);
	}

	/** Sends an event to everybody who follows. */
	publish(name: string, data: unknown): void {
		this.#count += 1;
		const event = { id: this.lastId, name, data };
		this.#recent.push(event);
		if (this.#recent.length > REMEMBERED_EVENTS) this.#recent.shift();
		for (const follower of this.#followers) follower(event);
	}

	/** What happened after the event with this id; `null` when that is no longer known. */
	since(id: string): readonly FeedEvent[] | null {
		if (id === this.lastId) return [];
		const index = this.#recent.findIndex((event) => event.id === id);
		return index < 0 ? null : this.#recent.slice(index + 1);
	}

	/** @returns what ends the following */
	follow(follower: (event: FeedEvent) => void): () => void {
		this.#followers.add(follower);
		return () => void this.#followers.delete(follower);
	}

	#id(number: number): string {
		return `${this.#feed}-${number}`;
	}
}
