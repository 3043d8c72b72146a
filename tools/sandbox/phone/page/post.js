/**
 * Posts to the page's own server.
 *
 * @returns {Promise<string>} what went wrong, in words; empty when all went well
 */
export async function post(path, body) {
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.ok ? '' : (await response.json()).error.message;
	} catch {
		return 'The sandbox does not respond. Is it still running?';
	}
}
