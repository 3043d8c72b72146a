/**
 * Posts to the page's own server.
 *
 * @returns {Promise<string|null>} what went wrong, in words; `null` when all went well
 */
export async function post(path, body) {
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (response.ok) return null;
		const { error } = await response.json();
		return error.message;
	} catch {
		return 'The sandbox does not respond. Is it still running?';
	}
}

const EVENTS = ['state', 'webhook', 'read', 'typing', 'request', 'settings', 'cleared'];

const RETRY_MS = 3000;

/**
 * Follows what happens in the sandbox. The browser reconnects by itself and says what it saw last;
 * where it gives up, this begins anew.
 *
 * @param {(name: string, data: any) => void} onEvent
 * @param {(state: 'live'|'lost') => void} onConnection
 */
export function follow(onEvent, onConnection) {
	const source = new EventSource('events');
	source.addEventListener('open', () => onConnection('live'));
	source.addEventListener('error', () => {
		onConnection('lost');
		if (source.readyState === EventSource.CLOSED) {
			setTimeout(() => follow(onEvent, onConnection), RETRY_MS);
		}
	});
	for (const name of EVENTS) {
		source.addEventListener(name, (event) => onEvent(name, JSON.parse(event.data)));
	}
}
