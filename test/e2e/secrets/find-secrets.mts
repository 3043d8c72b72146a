export interface Secret {
	/** What it is, fit to be printed, as in "cloudApi accessToken". */
	readonly label: string;
	readonly value: string;
}

export interface FoundSecret {
	readonly label: string;
	/** How it was written: as it is, or encoded. */
	readonly writtenAs: 'plain' | 'URL-encoded' | 'JSON-escaped' | 'Base64';
}

/**
 * Looks for secrets in a text, also in the encodings a URL, JSON or an Authorization header gives
 * them. A pure function; the result never holds a secret itself.
 */
export function findSecrets(text: string, secrets: readonly Secret[]): FoundSecret[] {
	return secrets.flatMap((secret) => {
		const writtenAs = writings(secret.value).find(([, value]) => text.includes(value));
		return writtenAs === undefined ? [] : [{ label: secret.label, writtenAs: writtenAs[0] }];
	});
}

function writings(secret: string): Array<readonly [FoundSecret['writtenAs'], string]> {
	if (secret === '') return [];
	return [
		['plain', secret],
		['URL-encoded', encodeURIComponent(secret)],
		['JSON-escaped', JSON.stringify(secret).slice(1, -1)],
		['Base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
	];
}
