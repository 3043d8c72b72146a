/**
 * Keeps a copy of everything this process prints from now on, so that it can be searched.
 * @returns a function that gives the text printed so far
 */
export function recordPrintedText(streams: readonly NodeJS.WriteStream[]): () => string {
	let printed = '';
	for (const stream of streams) {
		const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
		stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
			printed += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
			return write(chunk, ...rest);
		};
	}
	return () => printed;
}
