/** A server-sent event as it came over the wire. */
export interface ArrivedEvent {
	readonly id: string;
	readonly name: string;
	readonly data: unknown;
}

/** Reads a stream of server-sent events, as a browser does. */
export interface EventReader {
	readonly headers: Headers;
	/** The next event of this name; those before it are skipped. */
	next(name: string): Promise<ArrivedEvent>;
	/** The next event, whatever its name. */
	any(): Promise<ArrivedEvent>;
	close(): void;
}

/** Opens the phone page's stream. */
export async function openEvents(sandboxUrl: string, lastEventId?: string): Promise<EventReader> {
	const stop = new AbortController();
	const answer = await fetch(`${sandboxUrl}/phone/events`, {
		headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
		signal: stop.signal,
	});
	const events = arriving(answer);
	const any = async () => {
		const { value, done } = await events.next();
		if (done) throw new Error('The stream has ended');
		return value;
	};
	return {
		headers: answer.headers,
		any,
		next: async (name) => {
			for (;;) {
				const event = await any();
				if (event.name === name) return event;
			}
		},
		close: () => stop.abort(),
	};
}

async function* arriving(answer: Response): AsyncGenerator<ArrivedEvent, void> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const bytes of answer.body ?? []) {
		text += decoder.decode(bytes as Uint8Array, { stream: true });
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const [, id = '', name = '', data = 'null'] =
				/^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
			if (name !== '') yield { id, name, data: JSON.parse(data) as unknown };
		}
	}
}
