import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Operation, Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { CREDENTIAL_TYPES } from '../credentialTypes.js';

/** A README, and in its language what the registry says and where a provider's page says the rest. */
export interface Language {
	readonly pages: string;
	/** First cells of the rows of a page's table, for the columns that come from there. */
	readonly rows: Readonly<Record<'groups' | 'oldest' | 'rateLimit' | 'howSure', string>>;
	/** What the link to the steps says, and the heading of a page that it leads to. */
	readonly steps: string;
	readonly setUp: string;
	readonly operations: Readonly<Record<Operation, string>>;
	readonly typing: Readonly<Record<Provider['typing'], string>>;
	/** What the cells of an English page say in this language, where there is no page in it. */
	readonly words: Readonly<Record<string, string>>;
	/** The beginning of the sentence that names every provider, and the word before the last one. */
	readonly introduction: readonly [start: string, and: string];
}

export const ENGLISH: Language = {
	pages: 'docs/providers',
	rows: {
		groups: 'Messages in groups',
		oldest: 'Oldest message',
		rateLimit: 'Rate limit',
		howSure: 'How we know',
	},
	steps: 'steps',
	setUp: 'set-up',
	operations: { markMessage: 'message', markChat: 'chat', markChatUnread: 'unread' },
	typing: { sameCall: 'same request', ownCall: 'own request', none: 'no' },
	words: {},
	introduction: ['One n8n node for', 'and'],
};

export const SPANISH: Language = {
	pages: 'docs/es/providers',
	rows: {
		groups: 'Mensajes en grupos',
		oldest: 'Antigüedad máxima de un mensaje',
		rateLimit: 'Límite de uso',
		howSure: 'Cómo lo sabemos',
	},
	steps: 'pasos',
	setUp: 'configuración',
	operations: { markMessage: 'mensaje', markChat: 'chat', markChatUnread: 'no leído' },
	typing: { sameCall: 'misma petición', ownCall: 'otra petición', none: 'no' },
	words: {
		yes: 'sí',
		'yes, the sender is required': 'sí, el autor es obligatorio',
		'yes, without the sender': 'sí, sin el autor',
		none: 'ninguno',
		'depends on the plan': 'depende del plan',
		'10 requests a second for each instance': '10 peticiones por segundo por instancia',
		'not documented': 'sin documentar',
		'none documented': 'ninguno documentado',
		'its documents': 'su documentación',
		"its server's source": 'el código de su servidor',
		"its documents and its server's source": 'su documentación y el código de su servidor',
	},
	introduction: ['Un solo nodo de n8n para', 'y'],
};

/** The sentence at the top of a README that names every provider of the registry. */
export function introduction({ introduction: [start, and] }: Language): string {
	const names = PROVIDERS.map(({ displayName }) => `**${displayName}**`);
	return `${start} ${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}.`;
}

/**
 * The rows of a README's table: what most people ask of a provider. One that has no page in the language has the
 * English one.
 *
 * @param folder the README's
 * @throws TypeError when a provider's page lacks a row that the table needs
 */
export function readmeRows(wanted: Language, folder: string): ReadonlyArray<readonly string[]> {
	return PROVIDERS.map(({ id, displayName, operations, typing }) => {
		const language = existsSync(`${wanted.pages}/${id}.md`) ? wanted : ENGLISH;
		const page = `${language.pages}/${id}.md`;
		const link = posix.relative(folder, page);
		const said = (row: keyof Language['rows']) => {
			const cell = shortCell(page, language.rows[row]);
			return wanted.words[cell] ?? cell;
		};
		return [
			`[${displayName}](${link})`,
			`<a id="${anchorOf(displayName)}"></a>[${wanted.steps}](${link}#${language.setUp})`,
			operations.map((operation) => wanted.operations[operation]).join(', '),
			said('groups'),
			wanted.typing[typing],
			said('oldest'),
			said('rateLimit'),
			said('howSure'),
		];
	});
}

/**
 * The rows of the table in `docs/providers/README.md`: all that the registry and the credentials know of a provider, and
 * from its page what they do not know.
 *
 * @throws TypeError when a provider's page lacks a row that the table needs
 */
export function comparisonRows(): ReadonlyArray<readonly string[]> {
	return PROVIDERS.map((provider) => {
		const { id, displayName, operations, idsPerCall, typing } = provider;
		const page = `${ENGLISH.pages}/${id}.md`;
		const supports = (operation: Operation) => yesOrNo(operations.includes(operation));
		return [
			`[${displayName}](${id}.md)`,
			supports('markMessage'),
			idsPerCall === 'many' ? 'one request' : 'a request each',
			shortCell(page, ENGLISH.rows.groups),
			supports('markChat'),
			supports('markChatUnread'),
			ENGLISH.typing[typing],
			provider.webhookSecrets === undefined ? 'yes' : 'yes, with a secret',
			yesOrNo(CREDENTIAL_TYPES.get(id)?.test !== undefined),
			yesOrNo(provider.accountDirectory !== undefined),
			shortCell(page, ENGLISH.rows.howSure),
		];
	});
}

function yesOrNo(holds: boolean): string {
	return holds ? 'yes' : 'no';
}

/** What a row of a page's table says up to the first semicolon or colon; the rest is for those who read the page. */
function shortCell(page: string, row: string): string {
	const text = readFileSync(page, 'utf8');
	const line = text.split('\n').find((candidate) => candidate.startsWith(`| ${row} `));
	const cell = line?.split('|')[2]?.split(/[;:] /)[0]?.trim();
	if (cell === undefined) throw new TypeError(`${page} has no row "${row}"`);
	return cell;
}

/** The anchor that the provider's chapter of README 1.0.0 had: credentials of that version link to it. */
function anchorOf(displayName: string): string {
	return displayName
		.toLowerCase()
		.replace(/[^a-z\d -]/g, '')
		.replaceAll(' ', '-');
}
