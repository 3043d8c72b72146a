import { secretTexts } from '../credentialValues/secrets';
import { asObject, isContainer, parseJson, property } from '../input/untrustedJson';
import type { JsonObject } from '../input/untrustedJson';
import type { Provider } from '../providers/provider';
import { redactor, type Redact } from './redact';

/**
 * The secrets of an input item. Its live tokens may stand at any depth, since a workflow may wrap a webhook in
 * anything; so every object and list is searched once, also those written as JSON text.
 */

/**
 * Objects, lists and JSON texts that are searched, outermost first. The largest webhook that n8n accepts by default
 * (16 MB) holds less than half a million of them.
 */
const MAX_PARTS = 500_000;

/** Characters of JSON text that are read: more than such a webhook has. */
const MAX_JSON_TEXT = 20_000_000;

/** Different secrets in one item: each of them is searched for in all texts, which a forged webhook must not exploit. */
const MAX_SECRETS = 20;

/** Headers that authenticate the sender of a webhook; n8n outputs them under `headers`. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
	'apikey',
	'authorization',
	'token',
	'x-api-key',
	'z-api-token',
]);

/** Shorter values of such headers may be ordinary words, which would be redacted everywhere. */
const MIN_HEADER_SECRET = 8;

/** The secrets found in an item. */
export interface ItemSecrets {
	readonly texts: readonly string[];
	/** The objects, lists and texts of the item that were not searched, because there are too many. */
	readonly unsearched: ReadonlySet<unknown>;
}

/**
 * Makes the function that hides what must not be shown of an item: in its fields, and in its report.
 *
 * @param secrets those of the credential
 */
export function redactorFor(
	json: JsonObject,
	providers: readonly Provider[],
	secrets: readonly string[],
): Redact {
	const { texts, unsearched } = itemSecrets(json, providers);
	return redactor([...secrets, ...texts], unsearched);
}

/** Finds the secrets of any provider's webhooks, and of their deliveries' headers, anywhere in an item. */
export function itemSecrets(
	json: JsonObject,
	providers: readonly Provider[],
	limits = { parts: MAX_PARTS, jsonText: MAX_JSON_TEXT, secrets: MAX_SECRETS },
): ItemSecrets {
	const found = new Set<string>();
	const unsearched = new Set<unknown>();
	// Iterating a set reaches what is added meanwhile, and each part only once: even one that contains itself.
	const parts = new Set<unknown>(partsOf([json]));
	const searching = providers.filter(({ webhookSecrets }) => webhookSecrets !== undefined);
	let { parts: partsLeft, jsonText: textLeft } = limits;
	for (const part of parts) {
		const length = isText(part) ? part.length : 0;
		const secrets = secretsOf(part, searching).filter((secret) => !found.has(secret));
		if (found.size + secrets.length > limits.secrets) partsLeft = 0;
		if (partsLeft === 0 || length > textLeft) {
			unsearched.add(part);
			continue;
		}
		partsLeft -= 1;
		textLeft -= length;
		secrets.forEach((secret) => found.add(secret));
		partsOf(part).forEach((inner) => parts.add(inner));
	}
	// What was not searched may come from any of the texts.
	if (unsearched.size > 0) parts.forEach((part) => isText(part) && unsearched.add(part));
	// An item always has fields.
	if (unsearched.delete(json)) Object.values(json).forEach((value) => unsearched.add(value));
	return { texts: [...found], unsearched };
}

/** The secrets that stand in an object itself, not deeper. */
function secretsOf(part: unknown, providers: readonly Provider[]): readonly string[] {
	const object = asObject(part);
	if (object === null) return [];
	const tokens = providers.flatMap((provider) => provider.webhookSecrets?.(object) ?? []);
	return [...secretTexts(...tokens), ...headerSecrets(object)];
}

/** What is to be searched in an object, a list or a JSON text. */
function partsOf(part: unknown): readonly unknown[] {
	const values = isText(part) ? [parseJson(part.trim())] : Object.values(part as object);
	return values.filter((value) => isContainer(value) || (isText(value) && looksLikeJson(value)));
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function looksLikeJson(text: string): boolean {
	return /^\s*[[{"]/.test(text);
}

/** With an `Authorization: Bearer …` the token alone is a secret as well. */
function headerSecrets(object: JsonObject): readonly string[] {
	const headers = asObject(property(object, 'headers'));
	if (headers === null) return [];
	return Object.entries(headers)
		.filter(([name]) => SECRET_HEADERS.has(name.toLowerCase()))
		.flatMap(([, value]) => secretTexts(value))
		.flatMap((value) => [value, value.replace(/^\S+\s+/, '')])
		.filter((value) => value.length >= MIN_HEADER_SECRET);
}
