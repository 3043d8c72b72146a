import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventFeed, FeedEvent } from './EventFeed.mts';

const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it comes back. */
const RECONNECT_MS = 2000;

/** A page that reads this much slower than things happen is sent away; it catches up when it returns. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/**
 * Keeps a request open as server-sent events: what was missed since `Last-Event-ID`, or all
 * of the state when that is not known, then everything that happens.
 *
 * @param state everything so far, for a page that knows nothing yet
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openEventStream(
	request: FastifyRequest,
	reply: FastifyReply,
	feed: EventFeed,
	state: () => unknown,
): void {
	reply.hijack();
	const response = reply.raw;
	response.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
	});
	response.write(`retry: ${RECONNECT_MS}\n\n`);
	const send = (event: FeedEvent): void => {
		response.write(eventText(event));
		if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
	};

	const lastId = request.headers['last-event-id'];
	const missed = typeof lastId === 'string' ? feed.since(lastId) : null;
	if (missed) missed.forEach(send);
	else send({ id: feed.lastId, name: 'state', data: state() });

	const unfollow = feed.follow(send);
	const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
	response.on('close', () => {
		unfollow();
		clearInterval(heartbeat);
	});
}

function eventText({ id, name, data }: FeedEvent): string {
	return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
