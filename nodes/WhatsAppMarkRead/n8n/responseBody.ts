/** No provider's response comes near this; a longer one is from another server, or an attack. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * Reads the body of a response as text, up to a limit: n8n's HTTP helper would read any amount.
 *
 * @param body a stream of bytes, or text where the helper has read it already
 * @throws the network's own error when the response breaks off
 */
export async function readResponseBody(body: unknown): Promise<string> {
	if (!isStream(body)) return typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop early closes the stream and with it the connection.
	for await (const chunk of body) {
		chunks.push(Buffer.from(chunk));
		bytes += chunk.length;
		if (bytes > MAX_BODY_BYTES) break;
	}
	return Buffer.concat(chunks).toString('utf8', 0, MAX_BODY_BYTES);
}

/** Whether a body from {@link readResponseBody} is only the beginning of what was sent. */
export function isCutOff(body: string): boolean {
	return Buffer.byteLength(body) >= MAX_BODY_BYTES;
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array | string> {
	return body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
}
