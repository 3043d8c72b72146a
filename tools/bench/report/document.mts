import { providerOf, type ProviderId } from '../../providers.js';
import type { Surroundings } from '../machine.mts';
import type { Verdict } from '../required.mts';
import { LATEST_ONLY, MANY_IDS, ONE_BY_ONE } from '../sides.mts';
import { refusalOf } from '../target/provider-calls.mts';
import type { ReportTable } from './tables.mts';

export interface BenchmarkReport {
	readonly tables: readonly ReportTable[];
	readonly verdicts: readonly Verdict[];
	readonly surroundings: Surroundings;
	/** The chart's address, relative to the document. */
	readonly chart: string;
}

/** Writes `docs/benchmarks.md`: what was measured, where, how, and how to repeat it. */
export function benchmarkDocument(report: BenchmarkReport): string {
	const { tables, verdicts, surroundings, chart } = report;
	return `${[
		'# Benchmarks',
		`WhatsApp Mark Read beside n8n's own HTTP Request node, in a real n8n. This page is written by \`npm run bench\`; do not edit it by hand.`,
		`![Time for 1,000 receipts, and receipts delivered under a rate limit](${chart})`,
		'## What is promised',
		markdownTable({
			head: ['Promise', 'Measured', ''],
			rows: verdicts.map(({ promise, measured, isKept }) => [
				promise,
				measured,
				isKept ? 'kept' : '**MISSED**',
			]),
		}),
		'## Results',
		...tables.flatMap((table) => [`### ${table.title}`, markdownTable(table)]),
		BEFORE,
		'## Where and with what',
		surroundingsList(surroundings),
		'## How to repeat it',
		REPEAT,
		'## How it is measured',
		METHOD,
	].join('\n\n')}\n`;
}

/** What stands behind the results: parts that are measured for the first time go before it. */
const BEHIND_RESULTS = '\n### What version 1.0.0 did';

/**
 * Puts parts that were measured anew into the document, each in the place of what it said before.
 *
 * @param document as {@link benchmarkDocument} wrote it
 * @param date when the parts were measured
 */
export function withNewParts(
	document: string,
	{ tables, verdicts }: Pick<BenchmarkReport, 'tables' | 'verdicts'>,
	date: string,
): string {
	const lines = document.split('\n');
	for (const { promise, measured, isKept } of verdicts) {
		const row = `| ${promise} | ${measured} | ${isKept ? 'kept' : '**MISSED**'} |`;
		const known = lines.findIndex((line) => line.startsWith(`| ${promise} `));
		if (known !== -1) lines[known] = row;
		else lines.splice(lines.indexOf('## Results') - 1, 0, row);
	}
	return tables.reduce((text, table) => {
		const section = `\n### ${table.title}\n\nMeasured on ${date}.\n\n${markdownTable(table)}\n`;
		const start = text.indexOf(`\n### ${table.title}\n`);
		if (start === -1) return text.replace(BEHIND_RESULTS, () => `${section}${BEHIND_RESULTS}`);
		const length = text.slice(start + 1).search(/\n##/);
		return text.slice(0, start) + section + text.slice(start + 1 + length);
	}, lines.join('\n'));
}

/** A table in Markdown. */
export function markdownTable({ head, rows }: Pick<ReportTable, 'head' | 'rows'>): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A provider with the status of its responses over the rate limit. */
function refuser(provider: ProviderId): string {
	return `${providerOf(provider).displayName} (HTTP ${refusalOf(provider).status})`;
}

function surroundingsList(surroundings: Surroundings): string {
	const { processor, cores, memoryGb, system, n8nVersion, nodeVersion } = surroundings;
	return [
		`- ${cores} cores (${processor}), ${memoryGb} GB of memory, ${system}`,
		`- n8n ${n8nVersion} on Node.js ${nodeVersion}, database SQLite, as it comes`,
		`- n8n-nodes-whatsapp-mark-read ${surroundings.packageVersion}, packed and installed as from npm`,
		`- ${surroundings.date}`,
	].join('\n');
}

const BEFORE = `### What version 1.0.0 did without headers, and with many chats in one webhook

On 2026-11-24, on a machine that did other things besides; the limit in three runs, the webhook in one:

- A rate limit without headers: 20 of 60 receipts lost in one execution, with 160 calls; in 40 executions of one message
  2, 4 and 15 of 40 lost, with 87 to 100 calls.
- One webhook with 1,000 chats: 58.7 s with _Include Input Fields_ instead of 3.3 s; n8n answered nobody for 38 s instead of 0.3 s; its memory
  rose to 2,962 MB instead of 813 MB. With 3,000 chats no answer came within 240 s, n8n answered nobody for 232 s, and its memory rose to 4,322 MB.`;

const REPEAT = `\`\`\`sh
npm ci && npm run bench
\`\`\`

About three quarters of an hour, on a machine that does nothing else. \`npm run bench -- --quick\` takes about ten minutes and only prints;
\`npm run bench -- --help\` lists the options.`;

const METHOD = `- **Time** is the execution time that n8n itself stores for the node and shows in its editor. Neither the webhook nor making the
  input items is in it. Medians; the range is from the fastest to the slowest run.
- **Turns.** In each round every side runs once (A B C A B C), so that whatever else the machine does meets all of them. A first
  round warms up and is not counted.
- **The same work.** The input items are webhooks of incoming messages, one receipt each. A Webhook node takes them all in one
  body and a Split Out node makes them items, inside n8n's own process. WhatsApp Mark Read runs as it comes, with the concurrency that is
  named; with _Define Below_ it gets the ids from the same expressions as the HTTP Request node.
- **The other sides** are n8n's HTTP Request node with the same request. _Stored credential_ uses the very credential the node uses
  (_Predefined Credential Type_). _Bare token_ has the token in a header of the workflow, readable for everybody who can open it. Neither
  has batching switched on: all requests start at once, as they do when nobody sets it.
- **Floor:** calls ÷ concurrency × latency. Faster is impossible at that concurrency.
- **The providers' side** is a process of its own on the same machine. It answers every call after the latency named, and counts the calls, the
  most that were in flight at once, and the different messages it accepted.
- **10,000 receipts:** every run has an n8n process of its own, warmed up by 1,000 receipts of the same side. **Memory** is the resident set
  of that process, sampled 20 times a second from just before the webhook is called until it answers.
- **Rate limit:** ${providerOf(ONE_BY_ONE).displayName}'s 100 calls a minute, with a minute of 5 seconds, and its \`X-RateLimit-*\` headers. Every run begins as a window
  opens. _The least possible_ is what is left of the first window from the first call on, the whole windows after it, and the
  floor of the calls in the last one. _Lost_ are messages that were never accepted.
- **Rate limit without headers:** 20 calls per 25 seconds. The window opens with the first call after the last one ended; a call too many is
  refused as ${refuser(MANY_IDS)} or ${refuser(LATEST_ONLY)} refuses it, and no answer says anything about the limit. Every run has an n8n process of
  its own, which knows nothing about the limit. Time is from posting the webhooks, all at once, until the last execution has ended; _the least
  possible_ is the whole windows before the last one, and the floor of the calls in the last one. Lost receipts and calls are those of the worst run.
- **One webhook with many chats:** one POST in Meta's format with a message of each person; 1,000 are Meta's maximum. Every run has an n8n
  process of its own, warmed up by a webhook with 100 chats; the option _Include Input Fields_ is off and on in turns. Meanwhile another
  webhook of the same n8n, which does nothing, is asked 20 times a second from outside, one question at a time. The longest time without an answer counts, of
  all runs, until n8n has stored the execution.`;
