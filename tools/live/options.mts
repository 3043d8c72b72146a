import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { asObject, parseJson } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { CREDENTIAL_TYPES } from '../credentialTypes.js';
import { PROVIDER_IDS, providerOf } from '../providers.js';

export const HELP = `Tries the node on a real account: the credential's test, the list of accounts, and one marking, in n8n's own
engine. What was sent and what came back is printed and written as a case file, with secrets, phone numbers, names, IDs
and hosts replaced. Look through both before you show them to anybody.

Usage: npm run live -- --provider <id> --credential <file> (--webhook <file> | --message <id> | --chat <id>)

  --provider <id>      ${PROVIDER_IDS.join(', ')}
  --credential <file>  JSON object with the fields of the credential; files called live*.json are never committed
  --webhook <file>     what the provider posted, or the output of n8n's Webhook node, as JSON
  --message <id>       marks this message, together with --chat and in groups --sender where the provider needs them
  --chat <id>          without --message: marks the whole chat
  --sender <id>        the author of a group message
  --out <file>         the case file (default .cache/live/<provider>-<date>.json)
  --dry                shows the request of the marking alone, and sends nothing
  --help               this text

Exit code 0: everything succeeded; 1: something failed; 2: an option cannot be used.
`;

/** An option that cannot be used; the message names it. */
export class OptionError extends Error {}

/** What to try, on which account. */
export interface LiveOptions {
	readonly provider: Provider;
	readonly credential: ICredentialDataDecryptedObject;
	/** Of the node, besides the provider. */
	readonly parameters: INodeParameters;
	/** The provider's webhook; `null` where the IDs are given. */
	readonly webhook: JsonObject | null;
	readonly out: string;
	readonly requests: 'sent' | 'withheld';
	readonly warnings: readonly string[];
}

/**
 * Reads the command line and the files that it names.
 *
 * @returns `null` when only the help is wanted
 * @throws OptionError, which never repeats what is in a file
 */
export function readOptions(args: readonly string[]): LiveOptions | null {
	const given = readArguments(args);
	if (given.help) return null;
	const id = PROVIDER_IDS.find((known) => known === given.provider);
	if (id === undefined) {
		throw new OptionError(`--provider needs one of ${PROVIDER_IDS.join(', ')}`);
	}
	if (given.credential === undefined) {
		throw new OptionError('--credential is missing: name the file that holds the credential');
	}
	const isById = given.message !== undefined || given.chat !== undefined;
	if (isById === (given.webhook !== undefined)) {
		throw new OptionError('Give either --webhook, or --message or --chat or both');
	}
	const provider = providerOf(id);
	const date = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
	return {
		provider,
		credential: readCredential(provider, given.credential),
		parameters: isById ? fieldParameters(provider, given) : { source: 'webhook' },
		webhook: given.webhook === undefined ? null : readWebhook(provider, given.webhook),
		out: given.out ?? `.cache/live/${id}-${date}.json`,
		requests: given.dry ? 'withheld' : 'sent',
		warnings: isPrivate(given.credential)
			? []
			: [`Others on this machine can read ${given.credential}: chmod 600 ${given.credential}`],
	};
}

type Given = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				provider: { type: 'string' },
				credential: { type: 'string' },
				webhook: { type: 'string' },
				message: { type: 'string' },
				chat: { type: 'string' },
				sender: { type: 'string' },
				out: { type: 'string' },
				dry: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		throw new OptionError(error instanceof Error ? error.message : String(error));
	}
}

function readCredential({ id }: Provider, file: string): ICredentialDataDecryptedObject {
	const given = asObject(readJson('--credential', file));
	if (given === null) throw new OptionError(`--credential: ${file} holds no JSON object`);
	const { properties = [] } = CREDENTIAL_TYPES.get(id) ?? {};
	const fields = properties.filter(({ type }) => type !== 'notice');
	const known = fields.map(({ name }) => name);
	const unknown = Object.keys(given).filter((name) => !known.includes(name));
	const missing = fields.filter(({ name, required }) => required && !given[name]);
	if (unknown.length === 0 && missing.length === 0) {
		const defaults = Object.fromEntries(fields.map(({ name, default: value }) => [name, value]));
		return { ...defaults, ...given } as ICredentialDataDecryptedObject;
	}
	const faults = [
		...unknown.map((name) => `has the unknown field "${name}"`),
		...missing.map(({ name }) => `lacks the field "${name}"`),
	];
	throw new OptionError(
		`--credential: ${file} ${faults.join(', ')}. The fields are ${known.join(', ')}.`,
	);
}

/** The payload, also within the item of a Webhook node, or a list of such items. */
function readWebhook(provider: Provider, file: string): JsonObject {
	const json = readJson('--webhook', file);
	const item = asObject(Array.isArray(json) ? json[0] : json);
	if (item === null) throw new OptionError(`--webhook: ${file} holds no JSON object`);
	const candidates = [item, item.body, item.payload, item.data].map(asObject);
	return candidates.find((candidate) => candidate && recognises(provider, candidate)) ?? item;
}

function recognises(provider: Provider, payload: JsonObject): boolean {
	try {
		return provider.readWebhook(payload) !== null;
	} catch {
		// Its own, though it cannot be used.
		return true;
	}
}

function fieldParameters(provider: Provider, { message, chat, sender }: Given): INodeParameters {
	const operation = message === undefined ? 'markChat' : 'markMessage';
	const { displayName, fields, operations } = provider;
	if (!operations.includes(operation)) {
		throw new OptionError(
			`--chat alone marks a whole chat, which ${displayName} cannot: add --message`,
		);
	}
	const names = fields.map(({ name }) => name);
	for (const [option, value, field] of [
		['--chat', chat, 'chatId'],
		['--sender', sender, 'sender'],
	] as const) {
		if (value !== undefined && !names.includes(field)) {
			throw new OptionError(`${option}: messages of ${displayName} are marked without it`);
		}
	}
	const values: IDataObject = {
		...(message === undefined ? {} : { messageId: message, messageIds: [message] }),
		...(chat === undefined ? {} : { chatId: chat }),
		...(sender === undefined ? {} : { chatType: 'group', sender }),
	};
	const own = Object.entries(values).filter(([name]) => names.some((known) => known === name));
	return { operation, source: 'fields', ...Object.fromEntries(own) } as INodeParameters;
}

/** `undefined` when it is not JSON: an error of the parser would repeat a part of it. */
function readJson(option: string, file: string): unknown {
	try {
		return parseJson(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new OptionError(
			`${option}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`,
		);
	}
}

/** Windows says nothing of others in a file's mode. */
function isPrivate(file: string): boolean {
	return process.platform === 'win32' || (statSync(file).mode & 0o077) === 0;
}
