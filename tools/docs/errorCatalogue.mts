import type { ErrorRow, Retry } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue.ts';
import { COMMON_ERRORS } from '../../nodes/WhatsAppMarkRead/responses/commonErrors.ts';
import { META_ERRORS } from '../../nodes/WhatsAppMarkRead/providers/meta/errors.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';

/** How often a call is retried, in words. */
const RETRIES: Readonly<Record<Retry, string>> = {
	never: 'no',
	once: 'once',
	twice: 'twice',
	backoff: 'yes, with growing pauses',
	rateLimit: 'yes, when the limit resets',
};

const INTRODUCTION = `# What can go wrong, and what to do

This page is made by \`npm run generate\` from the tables that the node itself uses; a test fails when it is stale.
Invalid input is an error before any request is sent and is not listed here: its message names the field.

*Retried* is limited by the option *Max Retries*, waiting for a rate limit by *Max Wait*. *Recognised by* is what the
response says, which n8n shows in brackets; the first row that matches counts.
`;

/** The page \`docs/errors.md\`: for each provider one row per cause. */
export function renderErrorCatalogue(): string {
	const chapters = PROVIDERS.map((provider) => {
		const rows = provider.errors.filter(({ message }) => !isIn(COMMON_ERRORS, message));
		return chapter(provider.displayName, rows, provider);
	});
	const common = chapter('Every provider', COMMON_ERRORS, null);
	return `${[INTRODUCTION.trimEnd(), ...chapters, common].join('\n\n')}\n`;
}

function chapter(title: string, rows: readonly ErrorRow[], provider: Provider | null): string {
	const lines = rows.map((row) =>
		[row.message, row.why ?? '', row.description, RETRIES[row.retry], conditionsOf(row)].map(
			(text) => cell(text, provider),
		),
	);
	const head = ['What n8n shows', 'Why it happens', 'What to do', 'Retried', 'Recognised by'];
	const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
	const usesMetaCodes =
		rows.some(({ message }) => isIn(META_ERRORS, message)) && provider?.id !== 'cloudApi';
	const note = usesMetaCodes
		? [`${title} may pass on a code of Meta: the rows with numbers are Meta's.`, '']
		: [];
	return [`## ${title}`, '', ...note, ...table].join('\n');
}

function isIn(rows: readonly ErrorRow[], message: string): boolean {
	return rows.some((row) => row.message === message);
}

/** Which responses a row matches. */
function conditionsOf({ statuses, statusRange, codes, codeRange, text }: ErrorRow): string {
	const conditions = [
		statuses === undefined ? null : `HTTP ${statuses.join(', ')}`,
		statusRange === undefined ? null : `HTTP ${statusRange.join('–')}`,
		codes === undefined ? null : `code ${codes.join(', ')}`,
		codeRange === undefined ? null : `code ${codeRange.join('–')}`,
		text === undefined ? null : `text like "${text.source.replace(/\\/g, '')}"`,
	].filter((condition) => condition !== null);
	return conditions.join('; ') || 'any other error';
}

function cell(text: string, provider: Provider | null): string {
	const name = provider?.displayName ?? 'the provider';
	const named = text.split('{provider}').join(name).replace(/\|/g, '\\|');
	return named.charAt(0).toUpperCase() + named.slice(1);
}
