import { markdownTable } from '../../report/document.mts';
import type { ReportTable } from '../../report/tables.mts';
import type { Verdict } from '../../required.mts';
import type { Surroundings } from '../../machine.mts';

export interface LoadReport {
	readonly seconds: number;
	readonly rate: number;
	readonly tables: readonly ReportTable[];
	readonly verdicts: readonly Verdict[];
	readonly surroundings: Surroundings;
	/** How late the latest webhook was posted in any stretch, milliseconds. */
	readonly worstDelayMs: number;
}

/** Writes `docs/load.md`: what was measured, where, how, and how to repeat it. */
export function loadDocument(report: LoadReport): string {
	const { seconds, rate, tables, verdicts, surroundings } = report;
	return `${[
		'# Under load',
		`${rate} incoming messages a second for ${seconds} seconds, twice, each an execution of its own, in one n8n as it comes: WhatsApp Mark Read, and beside it n8n's HTTP Request node in the same workflow. This page is written by \`npm run test:load\`; do not edit it by hand.`,
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
		'## Where and with what',
		surroundingsList(surroundings),
		'## How to repeat it',
		REPEAT,
		'## How it is measured',
		method(report),
	].join('\n\n')}\n`;
}

function surroundingsList(surroundings: Surroundings): string {
	const { processor, cores, memoryGb, system, n8nVersion, nodeVersion } = surroundings;
	return [
		`- ${cores} cores (${processor}), ${memoryGb} GB of memory, ${system}`,
		`- n8n ${n8nVersion} on Node.js ${nodeVersion}, regular mode, database SQLite, every execution stored`,
		`- n8n-nodes-whatsapp-mark-read ${surroundings.packageVersion}, packed and installed as from npm`,
		`- ${surroundings.date}`,
	].join('\n');
}

const REPEAT = `\`\`\`sh
npm ci && npm run test:load
\`\`\`

About ten minutes, on a machine that does nothing else. With \`-- --seconds 10\` it is shorter and only prints;
\`npm run test:load -- --help\` lists the options.`;

function method({ worstDelayMs }: LoadReport): string {
	return `- **The load** is open: webhooks are posted at their planned times, whether or not n8n has answered the earlier ones. The latest one went
  out ${worstDelayMs.toFixed(0)} ms after its time.
- **The workflow** is a Webhook node that answers at once, and the node that is measured, with its settings as they come. The HTTP Request node
  sends the same request with the same stored credential, and one expression that finds the message id.
- **The provider** is the sandbox's WhatsApp Cloud API, in the process that posts the webhooks. It answers at once. A message counts as marked
  when the sandbox has it as read.
- **Time of the node** is the execution time that n8n stores for the node, in whole milliseconds. The sandbox's answer is in it, for both alike.
- **Each side** has an n8n process of its own, warmed up by 10 seconds of the same load. HTTP Request runs first, so that the
  database is a little larger when WhatsApp Mark Read runs.
- **Memory in use** is the heap after n8n's garbage was collected twice, five seconds after the last message was marked. **Resident** is the
  resident set at that moment, **highest resident** that during the stretch, sampled 20 times a second.`;
}
