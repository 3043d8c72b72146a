import type { CallError } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { noResponse as lost } from '../../nodes/WhatsAppMarkRead/responses/networkErrors';
import type { RawResponse } from '../../nodes/WhatsAppMarkRead/responses/providerResponse';
import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson';
import type { Outside } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/outside';
import type { ProviderRequest } from '../../nodes/WhatsAppMarkRead/providers/calls';

/** Where virtual time begins: 2026-01-01 00:00:00 UTC, unix milliseconds. */
export const START = 1_767_225_600_000;

/** How long an answer takes unless a test says otherwise, milliseconds. */
export const LATENCY = 50;

/** What the network gives back for one request, and after how many milliseconds. */
export type Scripted = (RawResponse | CallError) & { readonly latency: number };

/** A request that was sent; times in milliseconds after {@link START}. */
export interface SentRequest {
	readonly url: string;
	readonly body: JsonObject;
	readonly start: number;
	/** `null` while the answer is under way. */
	end: number | null;
}

/** An HTTP answer. */
export function answer(
	status: number,
	json: unknown = {},
	headers: Readonly<Record<string, string>> = {},
	latency = LATENCY,
): Scripted {
	return { kind: 'response', status, headers, body: JSON.stringify(json), latency };
}

/** What a request of the plain provider asks for: ids, or the kind of a call on a chat. */
export function nameOf({ body }: SentRequest): string {
	return body.kind === 'markMessages' ? String(body.messageIds) : String(body.kind);
}

/** No answer, for the network's reason. */
export function noResponse(code: string, latency = LATENCY): Scripted {
	return { ...lost(code), latency };
}

interface Timer {
	readonly time: number;
	readonly fire: () => void;
}

/**
 * The world outside with a clock of its own, which stands still while anything can go on and then jumps to the next
 * pause or answer that ends: nothing takes real time, and the same test always sees the same times.
 */
export class VirtualOutside implements Outside {
	readonly requests: SentRequest[] = [];

	readonly cancelled: Promise<void>;

	/** What {@link random} gives: 1 makes every pause as long as its bound. */
	chance = 1;

	private time = 0;

	private timers: Timer[] = [];

	private isOver = false;

	private endExecution: () => void = () => {};

	/** @param script the answer to the request, which is the n-th (from 0) */
	constructor(
		private readonly script: (request: SentRequest, position: number) => Scripted = () =>
			answer(200),
	) {
		this.cancelled = new Promise((resolve) => {
			this.endExecution = resolve;
		});
	}

	/** Milliseconds after {@link START}. */
	get elapsed(): number {
		return this.time;
	}

	/** Most requests that were in flight at the same time. */
	get mostInFlight(): number {
		return Math.max(0, ...this.requests.map(({ start }) => this.inFlightAt(start)));
	}

	async send(
		{ url, body }: ProviderRequest,
		atMost = Number.POSITIVE_INFINITY,
	): Promise<RawResponse | CallError> {
		const request: SentRequest = { url, body: body ?? {}, start: this.time, end: null };
		this.requests.push(request);
		const { latency, ...given } = this.script(request, this.requests.length - 1);
		await this.after(Math.min(latency, atMost));
		request.end = this.time;
		return latency > atMost ? lost('ETIMEDOUT') : given;
	}

	async pause(milliseconds: number): Promise<void> {
		await Promise.race([this.after(milliseconds), this.cancelled]);
	}

	isCancelled(): boolean {
		return this.isOver;
	}

	now(): number {
		return START + this.time;
	}

	random(): number {
		return this.chance;
	}

	/** Cancels the execution at this time, milliseconds after {@link START}. */
	cancelAt(time: number): void {
		this.at(time, () => {
			this.isOver = true;
			this.endExecution();
		});
	}

	/** Does something at this time, milliseconds after {@link START}. */
	at(time: number, fire: () => void): void {
		this.timers.push({ time: Math.max(this.time, time), fire });
	}

	/** Lets time pass until the work is done, and returns its result. */
	async run<Result>(work: Promise<Result>): Promise<Result> {
		const turns = new MessageChannel();
		let isDone = false;
		const done = work.finally(() => {
			isDone = true;
		});
		try {
			for (;;) {
				await nextTurn(turns);
				if (isDone) return await done;
				this.jump();
			}
		} finally {
			turns.port1.close();
		}
	}

	private jump(): void {
		if (this.timers.length === 0) throw new Error('The work waits for something that never comes');
		const time = Math.min(...this.timers.map((timer) => timer.time));
		const due = this.timers.filter((timer) => timer.time === time);
		this.timers = this.timers.filter((timer) => timer.time !== time);
		this.time = time;
		due.forEach(({ fire }) => fire());
	}

	private async after(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => this.at(this.time + milliseconds, resolve));
	}

	private inFlightAt(time: number): number {
		return this.requests.filter(({ start, end }) => start <= time && (end === null || end > time))
			.length;
	}
}

/** Resolves in a later turn of the event loop: every promise that can go on has gone on by then. */
async function nextTurn({ port1, port2 }: InstanceType<typeof MessageChannel>): Promise<void> {
	await new Promise<void>((resolve) => {
		port1.once('message', () => resolve());
		port2.postMessage(null);
	});
}
