import { findSecrets, type Secret } from '../find-secrets.mts';
import { reportSecrets } from '../report.mts';
import type { StoredData } from './read.mts';
import { storedTexts } from './stored-texts.mts';

export interface DatabaseSecrets {
	/** Must be nowhere in what n8n stored. */
	readonly ofCredentials: readonly Secret[];
	/**
	 * Arrive in webhooks, which n8n's Webhook node stores as they came: must be there and nowhere else. That they are
	 * there shows that the search sees what n8n stores.
	 */
	readonly ofWebhooks: readonly Secret[];
}

export interface DatabaseSearch {
	/** One line per find, which never shows the secret; empty = clean. */
	readonly leaks: readonly string[];
	/** What was searched, for the terminal. */
	readonly summary: string;
}

/**
 * Looks for secrets in everything n8n stored: every row of every table, what nodes put out in each
 * execution, what was deleted but is still in the database's files, and the other files of its home.
 * A pure function.
 */
export function searchDatabase(
	{ tables, bytes, files }: StoredData,
	{ ofCredentials, ofWebhooks }: DatabaseSecrets,
): DatabaseSearch {
	const { searched, received } = storedTexts(tables);
	const inTables = reportSecrets(searched, [...ofCredentials, ...ofWebhooks]);
	const inBytes = reportSecrets(
		[
			{ place: "the bytes of n8n's database", text: bytes },
			{ place: 'what n8n’s Webhook node stored', text: received.join('\n') },
		],
		ofCredentials,
	);
	const inFiles = reportSecrets(
		files.map(({ name, text }) => ({ place: `n8n's file ${name}`, text })),
		[...ofCredentials, ...ofWebhooks],
	);
	const isIn = (text: string, secret: Secret) => findSecrets(text, [secret]).length > 0;
	const blind = ofWebhooks
		.filter((secret) => !isIn(bytes, secret) || !received.some((text) => isIn(text, secret)))
		.map(
			({ label }) =>
				`SEARCH IS BLIND: ${label} must be in n8n's database, where its Webhook node stores it, and was not found`,
		);
	const withSecret = received.filter((text) => findSecrets(text, ofWebhooks).length > 0).length;
	const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
	return {
		leaks: [...inTables, ...inBytes, ...inFiles, ...blind],
		summary: `Searched all ${rows} rows of the ${tables.length} tables of n8n's database, ${received.length} executions and ${files.length} files. (${withSecret} executions hold a secret that came with the webhook itself: n8n's own Webhook node stores what it receives.)`,
	};
}
