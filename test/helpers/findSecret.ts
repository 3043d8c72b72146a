/**
 * Where a text stands in anything a run produced: in texts and keys, at any depth, also in properties that are not
 * enumerable (an error's message, stack and cause) or symbols, in Maps, Sets and bytes; as it is or URL-encoded.
 *
 * @returns the paths to it; empty when it is nowhere
 */
export function findSecret(produced: unknown, secret: string): string[] {
	const encoded = encodeURIComponent(secret);
	// In a query n8n's HTTP client encodes some more characters.
	const inQuery = encoded.replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	const spellings = [secret, encoded, inQuery, JSON.stringify(secret).slice(1, -1)];
	const found: string[] = [];
	const seen = new Set<object>();

	function look(value: unknown, path: string): void {
		if (typeof value === 'string') {
			if (spellings.some((spelling) => value.includes(spelling))) found.push(path);
			return;
		}
		if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
		if (seen.has(value)) return;
		seen.add(value);
		if (value instanceof Uint8Array) {
			look(new TextDecoder().decode(value), `${path} (bytes)`);
			return;
		}
		if (value instanceof Map || value instanceof Set) {
			[...value].forEach((entry, index) => look(entry, `${path} (entry ${index})`));
		}
		for (const key of Reflect.ownKeys(value)) {
			look(typeof key === 'symbol' ? key.description : key, `${path} (key)`);
			look(Reflect.get(value, key), `${path}.${String(key)}`);
		}
	}

	look(produced, 'run');
	return found;
}
