import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { isContainer, parseJson } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { redactor } from '../../nodes/WhatsAppMarkRead/pipeline/redact.ts';
import { parseSerializedId } from '../../nodes/WhatsAppMarkRead/whatsapp/messageId.ts';
import { CREDENTIAL_TYPES } from '../credentialTypes.js';

/** Fields that hold a secret, whatever its value, in a body and among the headers. */
const SECRET_KEY =
	/(authorization|token|secret|password|api[_-]?key|mediaKey|cookie|signature|hash)$/i;

const NAME_KEY = /(?<!event_?|host_?|type_?|class_?)name$|^(notify|nickname|subject|alias)$/i;

const TEXT_KEY =
	/^(body|text|caption|conversation|content|description|message|comment|title|footer|vcard|quoted\w*|selected\w*)$/i;

const TIME_KEY = /time|stamp|momment|date|expir|reset|_at$|At$|^ts?$/;

const PLACE_KEY = /latitude|longitude|^(lat|lng|lon|long)$/i;

/** What is replaced wherever it stands; the first that matches at a place counts. */
const PATTERNS = {
	isoDate: /\d{4}-\d\d-\d\d[T ][\d:.]+Z?/,
	origin: /https?:\/\/[^\s/"'<>?#]+/,
	email: /[\w.+-]+@(?!s\.whatsapp|[cg]\.us|hosted)[\w-]+(?:\.[\w-]+)+/,
	ip: /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
	wamid: /wamid\.[\w+/=-]+/,
	/** As Z-API writes it. */
	group: /\d[\d-]{8,}\d(?=-group)/,
	/** Letters and several digits mixed: an ID, or part of a key. */
	code: /(?=(?:[A-Za-z+-]*\d){2})(?=[\d+-]*[A-Za-z])[A-Za-z\d+-]{10,}/,
	number: /\+?\d[\d ().-]{6,}\d|\d+(?=@)/,
};

/** What stands as the name of somebody who gave none. */
const NUMBER_OR_JID = /^[+\d\s().-]*$|@/;

/** A picture, a media key or the like, as a whole value. */
const BASE64 = /^(?=.*\d)(?=.*[A-Z])[A-Za-z\d+/]{24,}={0,2}$/;

/** What is known of an account before anything is replaced. */
export interface Known {
	readonly provider: Provider;
	/** The account's own, and the made-up one of the tests, whose values take the place of the account's. */
	readonly credential: ICredentialDataDecryptedObject;
	readonly testCredential: ICredentialDataDecryptedObject;
	/** Every secret of the credential and of the webhook. */
	readonly secrets: readonly string[];
	/** Of messages and accounts, since these may have any form. */
	readonly ids: readonly string[];
	/** Everything that is to be shown, to find the names in it. */
	readonly values: readonly unknown[];
}

/** Replaces what is personal in a value: the same by the same, each time. `webhook`: texts that people wrote as well. */
export type Replace = <Value>(value: Value, kind?: 'webhook' | 'exchange') => Value;

/**
 * Makes the function that takes out of a value what belongs to a real account and its customers: secrets, phone numbers,
 * names, IDs, hosts. Made-up values have the form of the real ones, so that the node reads them alike.
 */
export function replacer(known: Known): Replace {
	const redact = redactor(known.secrets);
	const fixed = fixedReplacements(known);
	const madeUp = new Map<string, string>();
	const names = Object.keys(PATTERNS);
	const sources = [...fixed.keys()].sort((a, b) => b.length - a.length).map(asWord);
	const all = Object.entries(PATTERNS).map(([name, { source }]) => `(?<${name}>${source})`);
	const anything = new RegExp([...sources, ...all].join('|'), 'gu');

	/** A value of the same form with a number of its own, counted from 1. */
	function stable(text: string, make: (position: number) => string): string {
		const value = madeUp.get(text) ?? make(fixed.size + madeUp.size + 1);
		madeUp.set(text, value);
		return value;
	}

	const replaceMatch = (match: string, groups: Readonly<Record<string, string | undefined>>) => {
		const replacement = fixed.get(match);
		if (replacement !== undefined) return replacement;
		switch (names.find((name) => groups[name] !== undefined)) {
			case 'isoDate':
				return match;
			case 'origin':
				return 'https://example.com';
			case 'email':
				return stable(match, (position) => `contact${position}@example.com`);
			case 'ip':
				return match === '127.0.0.1' ? match : '192.0.2.1';
			case 'number':
				return numberLike(match);
			default:
				return afterWord(match) ?? stable(match, (position) => codeLike(match, position));
		}
	};

	/** The account's ID may follow a word, as in the path `/waInstance7103000001/`. */
	function afterWord(text: string): string | null {
		const [, word = '', id = ''] = /^([A-Za-z]+)(\d+)$/.exec(text) ?? [];
		const replacement = fixed.get(id);
		return replacement === undefined ? null : word + replacement;
	}

	/** Written in the same way, and the same number however it is written. */
	function numberLike(text: string): string {
		const digits = text.replace(/\D/g, '');
		const other = stable(digits, (position) => {
			const start = '1555'.slice(0, Math.max(1, digits.length - 4));
			return `${start}${String(position).padStart(digits.length - start.length, '0')}`;
		});
		return inPlaceOf(/\d/g, text, other);
	}

	function replaceText(text: string, key: string, kind: 'webhook' | 'exchange'): string {
		if (SECRET_KEY.test(key)) return text.replace(/^(Basic |Bearer )?.+$/is, '$1[redacted]');
		if (TIME_KEY.test(key) && /^\d{10}(\d{3})?$/.test(text)) return text;
		if (BASE64.test(text) && !fixed.has(text))
			return stable(text, (position) => codeLike(text, position));
		const isWritten = TEXT_KEY.test(key) || (/\s/.test(text) && !NAME_KEY.test(key));
		if (kind === 'webhook' && isWritten && !NUMBER_OR_JID.test(text)) return 'Text';
		return text.replace(anything, (match, ...rest) => replaceMatch(match, rest.at(-1) as never));
	}

	function replaceValue(value: unknown, key: string, kind: 'webhook' | 'exchange'): unknown {
		if (typeof value === 'string') {
			const written = inJsonText(value);
			if (written === null) return replaceText(value, key, kind);
			return JSON.stringify(replaceValue(written, key, kind));
		}
		if (typeof value === 'number' && !TIME_KEY.test(key)) {
			if (PLACE_KEY.test(key)) return 0.5;
			const digits = String(value);
			return /^\d{8,}$/.test(digits) ? Number(fixed.get(digits) ?? numberLike(digits)) : value;
		}
		if (Array.isArray(value)) return value.map((entry) => replaceValue(entry, key, kind));
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [
				replaceText(name, '', 'exchange'),
				replaceValue(inner, name, kind),
			]),
		);
	}

	return (value, kind = 'exchange') => replaceValue(redact(value), '', kind) as typeof value;
}

/** The account's own values, what the node reads in the webhook, and the names, each with what takes its place. */
function fixedReplacements(known: Known): ReadonlyMap<string, string> {
	const { provider, credential, testCredential, ids, values } = known;
	const pairs: Array<[real: unknown, other: unknown]> = [];
	names(values).forEach((name, index) => pairs.push([name, `Contact${index + 1}`]));
	for (const id of ids) {
		const text = parseSerializedId(id)?.bareId ?? id;
		if (!/^\d{8,}$/.test(text)) pairs.push([text, codeLike(text, pairs.length)]);
	}
	const [real, other] = [provider.connect(credential), provider.connect(testCredential)];
	pairs.push(
		[new URL(real.apiUrl).host, new URL(other.apiUrl).host],
		[new URL(real.apiUrl).origin, new URL(other.apiUrl).origin],
		...typedFields(provider).map(({ name }, index): [unknown, unknown] => [
			credential[name],
			testCredential[name] || codeLike(String(credential[name]), index),
		]),
		[real.account, other.account],
		[real.apiUrl, other.apiUrl],
	);
	return new Map(
		pairs
			.filter((pair): pair is [string, string] => pair.every((text) => typeof text === 'string'))
			.filter(([text]) => text.trim().length >= 3)
			.flatMap(([text, replacement]) => [
				[text, replacement] as const,
				[encodeURIComponent(text), encodeURIComponent(replacement)] as const,
			]),
	);
}

/** What is typed into the credential, but secrets, which are redacted. */
function typedFields({ id }: Provider): readonly INodeProperties[] {
	const { properties = [] } = CREDENTIAL_TYPES.get(id) ?? {};
	return properties.filter(({ type, typeOptions }) => type === 'string' && !typeOptions?.password);
}

/** The values of fields that hold a name, at any depth. */
function names(value: unknown, key = ''): readonly string[] {
	if (typeof value === 'string') {
		const written = inJsonText(value);
		if (written !== null) return names(written, key);
		return NAME_KEY.test(key) && !NUMBER_OR_JID.test(value) ? [value] : [];
	}
	if (value === null || typeof value !== 'object') return [];
	const entries = Object.entries(value).map(([name, inner]) =>
		names(inner, Array.isArray(value) ? key : name),
	);
	return [...new Set(entries.flat())];
}

/** What a text holds that is JSON of an object or a list, as a field of a form may be; `null` for any other text. */
function inJsonText(text: string): object | null {
	const value = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
	return isContainer(value) ? value : null;
}

/** An ID of the same form and length that nobody has: its beginning, where that says which kind it is, then zeros and a number. */
function codeLike(text: string, position: number): string {
	const start = /^(wamid\.|3EB0|)/.exec(text)?.[0] ?? '';
	const rest = text.slice(start.length);
	return start + inPlaceOf(/\w/g, rest, position);
}

/** The text with a number, and zeros before it, in place of the characters. */
function inPlaceOf(characters: RegExp, text: string, number: number | string): string {
	const others = String(number).padStart(text.match(characters)?.length ?? 0, '0');
	let next = 0;
	return text.replace(characters, () => others[next++] ?? '0');
}

/** A text where it is a word of its own. */
function asWord(text: string): string {
	const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}
