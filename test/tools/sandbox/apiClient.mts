/** An API's answer, as a test looks at it. */
export interface ApiAnswer {
	readonly status: number;
	/** Parsed JSON, a plain text as it is; `undefined` when empty. */
	readonly body: unknown;
	readonly headers: Headers;
}

/** Sends JSON; without `method` a POST, with `null` for a body none at all. */
export async function sendJson(
	url: string,
	{
		method = 'POST',
		headers = {},
		body,
	}: {
		readonly method?: string;
		readonly headers?: Readonly<Record<string, string>>;
		readonly body: unknown;
	},
): Promise<ApiAnswer> {
	if (body === null) return await call(url, { method, headers });
	return await call(url, {
		method,
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
}

/** POSTs JSON. */
export async function postJson(
	url: string,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
	return await sendJson(url, { headers, body });
}

/** POSTs a text under a content type of the test's choice. */
export async function postText(
	url: string,
	contentType: string,
	text: string,
	headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
	return await call(url, {
		method: 'POST',
		headers: { 'content-type': contentType, ...headers },
		body: text,
	});
}

/** GETs. */
export async function get(
	url: string,
	headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
	return await call(url, { headers });
}

async function call(url: string, init: RequestInit): Promise<ApiAnswer> {
	const answer = await fetch(url, init);
	const text = await answer.text();
	const isPlain = answer.headers.get('content-type')?.startsWith('text/plain') === true;
	const body: unknown = text === '' ? undefined : isPlain ? text : JSON.parse(text);
	return { status: answer.status, body, headers: answer.headers };
}
