import type { IncomingHttpHeaders } from 'node:http';

import { SANDBOX_SECRETS } from '../../sandbox/accounts.mts';
import { PROVIDER_IDS, standInOf, type ProviderId } from '../../sandbox/providers/index.mts';
import type { StandInResponse } from '../../sandbox/providers/standIn.mts';
import type { BucketState } from '../../sandbox/server/TokenBuckets.mts';

export interface IncomingCall {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Readonly<Record<string, unknown>>;
}

/** A provider's call that marks messages, as far as the benchmark needs it. */
export interface MarkCall {
	readonly isAuthenticated: boolean;
	readonly messageIds: readonly string[];
	/** The response when the provider accepts it. */
	readonly accepted: StandInResponse;
	/** The response over the rate limit. */
	readonly refusal: StandInResponse;
}

const MESSAGE_ID = 'the id of the message';

const NOTHING_LEFT: BucketState = {
	limit: 0,
	remaining: 0,
	resetsAt: 0,
	resetsIn: 0,
	allowed: false,
};

const READERS = new Map(PROVIDER_IDS.map((provider) => [markPath(provider), readerOf(provider)]));

/**
 * Reads a call that marks messages the way its provider does.
 * @returns null when the path is no provider's
 */
export function readMarkCall({ path, ...call }: IncomingCall): MarkCall | null {
	return READERS.get(path)?.(call) ?? null;
}

/** Where a provider's API takes the call that marks messages. */
export function markPath(provider: ProviderId): string {
	const { basePath, receipt } = standInOf(provider);
	return `${basePath}${receipt(MESSAGE_ID).path}`;
}

/** The response of a provider to a call over its rate limit, which says nothing about when it ends. */
export function refusalOf(provider: ProviderId): StandInResponse {
	const { status, body } = standInOf(provider).rateLimit.error(NOTHING_LEFT);
	return { status, body };
}

/** Secret and message ids are looked for where the stand-in's own receipt has them. */
function readerOf(provider: ProviderId) {
	const { accepted, receipt } = standInOf(provider);
	const sample = receipt(MESSAGE_ID);
	const sampleFields = Object.entries(sample.body);
	const secrets = sampleFields.filter(([, value]) => SANDBOX_SECRETS.includes(String(value)));
	const [idField = ''] = sampleFields.find(([, value]) => [value].flat()[0] === MESSAGE_ID) ?? [];
	return ({ headers, body }: Omit<IncomingCall, 'path'>): MarkCall => ({
		isAuthenticated:
			Object.entries(sample.headers).every(([name, value]) => headers[name] === value) &&
			secrets.every(([name, value]) => body[name] === value),
		messageIds: [body[idField] ?? []].flat().map(String),
		accepted: accepted(body),
		refusal: refusalOf(provider),
	});
}
