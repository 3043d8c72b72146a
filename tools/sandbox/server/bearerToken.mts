/** The token of an `Authorization: Bearer …` header; `null` without one. */
export function bearerToken(headers: Readonly<Record<string, string>>): string | null {
	return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
