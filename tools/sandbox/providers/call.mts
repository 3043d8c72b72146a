import type { z } from 'zod/v4';

type Texts = Readonly<Record<string, string>>;

/** A request's body, read but not checked: each provider decides what it accepts. */
export type PostedBody =
	| { readonly format: 'none' }
	| { readonly format: 'json'; readonly value: unknown }
	| { readonly format: 'form'; readonly fields: Texts }
	| { readonly format: 'unreadable'; readonly note: string };

/** One HTTP call to a provider, as its routes see it. */
export interface ProviderCall {
	readonly method: string;
	/** The path below the sandbox's own address, without the query. */
	readonly path: string;
	/** The path's placeholders, URL-decoded. */
	readonly params: Texts;
	readonly query: Texts;
	/** Names in lower case. */
	readonly headers: Texts;
	readonly body: PostedBody;
}

/** A provider's response. Without `body` it is empty. */
export interface StandInResponse {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Texts;
	/** How long the provider holds it back, milliseconds. */
	readonly heldBackMs?: number;
}

/** Thrown by a route: the provider refuses the call with this response. */
export class Refused extends Error {
	readonly response: StandInResponse;

	constructor(response: StandInResponse) {
		super(`Refused with ${response.status}`);
		this.response = response;
	}
}

/** The token of an `Authorization: Bearer …` header; `null` without one. */
export function bearerToken({ headers }: Pick<ProviderCall, 'headers'>): string | null {
	return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The JSON object of a body; `null` when the body is anything else. */
export function jsonObject({ body }: ProviderCall): Readonly<Record<string, unknown>> | null {
	if (body.format !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
	return Array.isArray(body.value) ? null : (body.value as Record<string, unknown>);
}

/** What is wrong with a body, for the provider to say in its own shape. */
export interface FieldFault {
	readonly field: string;
	readonly problem: 'missing' | 'wrong' | 'unknown';
	readonly details: string;
}

/**
 * Reads the fields of a JSON body; a body that is no JSON object has none. A field that is missing, `null` or `''`
 * counts as missing where the schema does not allow it.
 *
 * @param refusal what the provider responds to a fault
 * @throws Refused with it
 */
export function readFields<Fields>(
	call: ProviderCall,
	schema: z.ZodType<Fields>,
	refusal: (fault: FieldFault) => StandInResponse,
): Fields {
	const given = jsonObject(call) ?? {};
	const { data, error } = schema.safeParse(given);
	if (!error) return data;
	const unknown = error.issues.find(({ code }) => code === 'unrecognized_keys');
	if (unknown && 'keys' in unknown) {
		const [field = ''] = unknown.keys;
		throw new Refused(refusal({ field, problem: 'unknown', details: `Unexpected key "${field}"` }));
	}
	const [{ path, message } = { path: [], message: '' }] = error.issues;
	const field = String(path[0] ?? '');
	const isMissing = [undefined, null, ''].includes(given[field] as string | null | undefined);
	throw new Refused(
		refusal(
			isMissing
				? { field, problem: 'missing', details: `${field} is required` }
				: { field, problem: 'wrong', details: message },
		),
	);
}
