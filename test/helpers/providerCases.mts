import { readdirSync, readFileSync } from 'node:fs';

import type { CallError, Retry } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue.ts';
import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import type { Acceptance } from '../../nodes/WhatsAppMarkRead/providers/calls.ts';
import type {
	InboundMessage,
	WebhookReading,
} from '../../nodes/WhatsAppMarkRead/providers/messages.ts';
import { pathOfCases } from './providerFile.js';

/* `test/providers/<id>/` holds what is known of a provider as data; `test/providers/*.test.mts` run it. */

export interface InvalidCase {
	/** The whole message of the error. */
	readonly error: string;
	/** What it tells the user to do. */
	readonly advice?: string;
}

/** A webhook, and what its provider reads in it; `null`: it is not one of this provider's. */
export interface WebhookCase {
	readonly says: string;
	readonly payload: JsonObject;
	/** Which providers share the format; without it, the payload is the provider's alone. */
	readonly format?: string;
	readonly expected: Partial<WebhookReading> | InvalidCase | null;
}

/** A request that the node must send. */
export interface RequestSent {
	/** POST, unless it says otherwise. */
	readonly method?: string;
	readonly url: string;
	/** `null`: none. */
	readonly body: JsonObject | null;
}

/** A documented webhook, one file each in `webhooks/`, with the requests that mark its messages. */
export interface WebhookFile extends WebhookCase {
	readonly file: string;
	readonly source: string;
	readonly requests?: readonly RequestSent[];
}

/** One of `webhooks.json`: a payload of its own, or that of a file with some values set and others taken out. */
interface WebhookVariant extends WebhookCase {
	readonly of?: string;
	readonly set?: JsonObject;
	readonly without?: readonly string[];
}

/** An acceptance as JSON has it. */
type CaseAcceptance = Partial<Omit<Acceptance, 'failedIds'>> & {
	readonly failedIds?: Readonly<Record<string, CallError>>;
};

/** What a provider responds, and what that means. */
export interface ResponseCase {
	readonly says: string;
	/** HTTP 200, unless it says otherwise. */
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: unknown;
	/** Of the receipt, where the response names them. */
	readonly messageIds?: readonly string[];
	readonly expected: CaseAcceptance | Partial<CallError>;
}

/** Responses by which the table of errors knows a cause, each with one HTTP status or several. */
export interface ErrorCase {
	readonly cause: string;
	readonly retry: Retry;
	readonly status: number | readonly number[];
	readonly body: unknown;
	/** Part of what the user is told to do. */
	readonly advice?: string;
	/** Another id of the same chat may still be accepted. */
	readonly isBadMessageId?: true;
}

/** What differs from the test credential, or from the one that the sandbox accepts, and what its test then says. */
export interface CredentialTestCase {
	readonly says: string;
	readonly credential?: Readonly<Record<string, string>>;
	/** Where the request goes; without it the sandbox responds to it. */
	readonly url?: string;
	readonly sent?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	readonly withoutHeaders?: string[];
	/** HTTP 200, unless it says otherwise. */
	readonly status?: number;
	readonly response?: unknown;
	/** The row of errors whose text it says. */
	readonly cause?: string;
	/** The error, of the sandbox a part of it; without it and a cause the test succeeds. */
	readonly error?: string;
}

/** A message of which nothing is known but its id. */
export const MESSAGE = {
	account: null,
	chatId: null,
	sender: null,
	isGroup: false,
	timestamp: null,
};

/** The webhooks of a provider that have a file, with the values of a message that the file leaves to the default. */
export function webhookFiles(id: string): WebhookFile[] {
	return readdirSync(pathOfCases(id, 'webhooks'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const webhook = readJson(id, `webhooks/${file}`) as WebhookFile;
			return { ...webhook, file, expected: completed(webhook.expected, []) };
		});
}

/** Every webhook of a provider: its files, and what `webhooks.json` varies in them. */
export function webhooksOf(id: string): WebhookCase[] {
	const files = webhookFiles(id);
	const variants = casesOf<WebhookVariant>(id, 'webhooks.json').map((variant) => {
		const original = files.find(({ file }) => file === `${variant.of}.json`);
		const { says, set = {}, without = [] } = variant;
		const payload = structuredClone(variant.payload ?? original?.payload ?? {});
		Object.entries(set).forEach(([path, value]) => setAt(payload, path, value));
		without.forEach((path) => setAt(payload, path, undefined));
		return { says, payload, expected: completed(variant.expected, messagesOf(original?.expected)) };
	});
	return [...files, ...variants];
}

/** What the provider should read of a message says only what differs from the original, or from a message without anything. */
function completed(
	expected: WebhookCase['expected'],
	originals: readonly InboundMessage[],
): WebhookCase['expected'] {
	if (expected === null || 'error' in expected) return expected;
	const messages = messagesOf(expected).map((message, index) => ({
		...MESSAGE,
		...originals[index],
		...message,
	}));
	return {
		messages,
		skipped: [],
		unreadable: [],
		...(expected.messages ? { ...expected, messages } : expected),
	};
}

/** The messages that the provider should read. */
export function messagesOf(expected: WebhookCase['expected'] = null): readonly InboundMessage[] {
	return expected !== null && 'messages' in expected ? (expected.messages ?? []) : [];
}

/** What the provider should say of a webhook without a message. */
export function skippedOf(expected: WebhookCase['expected']): readonly string[] {
	return expected !== null && 'skipped' in expected ? (expected.skipped ?? []) : [];
}

/**
 * The cases of one of a provider's files. A case with `each` stands for several, as with Jest's `it.each`:
 * `$1`, `$2` … in its texts are the values of a row.
 */
export function casesOf<Case>(id: string, file: string): Case[] {
	return (readJson(id, file) as object[]).flatMap((entry) => {
		if (!('each' in entry)) return [entry as Case];
		const { each, ...template } = entry as { each: unknown[] };
		return each.map((row) => filledIn(template, Array.isArray(row) ? row : [row]) as Case);
	});
}

function filledIn(template: object, row: readonly unknown[]): unknown {
	const text = row.reduce<string>((filled, value, index) => {
		const json = JSON.stringify(value);
		const inText = typeof value === 'string' ? json : JSON.stringify(json);
		const name = `$${index + 1}`;
		return filled.replaceAll(`"${name}"`, () => json).replaceAll(name, () => inText.slice(1, -1));
	}, JSON.stringify(template));
	return JSON.parse(text);
}

/** @param path keys with a dot between them */
function setAt(object: JsonObject, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const parent = keys.reduce((inner, key) => inner[key] as JsonObject, object);
	Object.assign(parent, { [last]: value });
}

function readJson(id: string, file: string): unknown {
	return JSON.parse(readFileSync(pathOfCases(id, file), 'utf8'));
}
