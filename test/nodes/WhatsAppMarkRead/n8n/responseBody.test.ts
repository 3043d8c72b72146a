import { isCutOff, readResponseBody } from '../../../../nodes/WhatsAppMarkRead/n8n/transport';

/** The most bytes of a response that are read. */
const MOST = 1_000_000;

/** A response as it arrives from the network. */
async function* pieces(
	...given: ReadonlyArray<Uint8Array | string>
): AsyncGenerator<Uint8Array | string> {
	yield* given;
}

describe('The body of a response', () => {
	it('is put together from the pieces it comes in', async () => {
		const body = pieces(Buffer.from('{"success"'), Buffer.from(':true}'));

		expect(await readResponseBody(body)).toBe('{"success":true}');
	});

	it('keeps a character whose bytes come in two pieces', async () => {
		const bytes = Buffer.from('Olá 👋');

		const body = pieces(...[...bytes].map((byte) => Buffer.from([byte])));

		expect(await readResponseBody(body)).toBe('Olá 👋');
	});

	it('may come as pieces of text', async () => {
		expect(await readResponseBody(pieces('{"a":', '"é"}'))).toBe('{"a":"é"}');
	});

	it('is empty when nothing comes', async () => {
		expect(await readResponseBody(pieces())).toBe('');
	});

	it.each([
		['a text', '{"success":true}', '{"success":true}'],
		['an object', { success: true }, '{"success":true}'],
		['an empty text', '', ''],
	])('is returned as it is when n8n has read it already: %s', async (_, body, text) => {
		expect(await readResponseBody(body)).toBe(text);
	});

	it('that breaks off is a failure of the network, not the part that came', async () => {
		const lost = new Error('aborted');
		async function* brokenOff(): AsyncGenerator<Uint8Array> {
			yield Buffer.from('{"success":true}');
			throw lost;
		}

		await expect(readResponseBody(brokenOff())).rejects.toBe(lost);
	});
});

describe('A body that is too long', () => {
	it('is read up to a million bytes, and no more is asked for', async () => {
		let sent = 0;
		let isClosed = false;
		async function* endless(): AsyncGenerator<Uint8Array> {
			try {
				for (;;) {
					sent += 1;
					yield Buffer.alloc(64_000, 'x');
				}
			} finally {
				isClosed = true;
			}
		}

		const text = await readResponseBody(endless());

		expect(text).toHaveLength(MOST);
		expect(sent).toBe(Math.ceil(MOST / 64_000));
		expect(isClosed).toBe(true);
	});

	it('is known to be cut off', async () => {
		expect(isCutOff(await readResponseBody(pieces(Buffer.alloc(MOST + 1, 'x'))))).toBe(true);
	});

	it('is known to be cut off also when the cut is within a character', async () => {
		// 2 + 3 * 333,332 bytes are whole characters: the millionth byte is the second of the next one.
		const text = await readResponseBody(pieces(Buffer.from(`xx${'€'.repeat(400_000)}`)));

		expect(text.endsWith('\ufffd')).toBe(true);
		expect(isCutOff(text)).toBe(true);
	});

	it('is counted in bytes, not in characters', async () => {
		expect(isCutOff(await readResponseBody(pieces(Buffer.from('€'.repeat(400_000)))))).toBe(true);
	});

	it('is not one that only comes close', async () => {
		expect(isCutOff(await readResponseBody(pieces(Buffer.alloc(MOST - 1, 'x'))))).toBe(false);
	});

	it('is cut off as well when n8n has read it already', async () => {
		expect(isCutOff(await readResponseBody('x'.repeat(MOST + 1)))).toBe(true);
	});
});
