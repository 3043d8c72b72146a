import type { PhonesView } from '../../../../tools/sandbox/phone/Phones.mts';

/** What an open page is shown. */
export interface Views {
	readonly headers: Headers;
	/** The first view from now on that is as expected; those before it are skipped. */
	until(isExpected: (view: PhonesView) => boolean): Promise<PhonesView>;
	close(): void;
}

/** Opens the phone page's stream, as a browser does. */
export async function openViews(sandboxUrl: string): Promise<Views> {
	const stop = new AbortController();
	const response = await fetch(`${sandboxUrl}/phone/events`, { signal: stop.signal });
	const views = arriving(response);
	return {
		headers: response.headers,
		until: async (isExpected) => {
			for (;;) {
				const { value, done } = await views.next();
				if (done) throw new Error('The stream has ended');
				if (isExpected(value)) return value;
			}
		},
		close: () => stop.abort(),
	};
}

/** What a page that opens now is shown. */
export async function firstView(sandboxUrl: string): Promise<PhonesView> {
	const views = await openViews(sandboxUrl);
	const view = await views.until(() => true);
	views.close();
	return view;
}

async function* arriving({ body }: Response): AsyncGenerator<PhonesView, void> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const bytes of body ?? []) {
		text += decoder.decode(bytes as Uint8Array, { stream: true });
		const events = text.split('\n\n');
		text = events.pop() ?? '';
		for (const event of events) yield JSON.parse(event.slice('data: '.length)) as PhonesView;
	}
}
