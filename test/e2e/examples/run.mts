import { join } from 'node:path';

import type { Interruption } from '../interruption.mts';
import { step } from '../progress.mts';
import { recordPrintedText } from '../secrets/printed-text.mts';
import { reportSecrets } from '../secrets/report.mts';
import { print, runScript } from '../script.mts';
import type { Undo } from '../undo.mts';
import { bringUpExamples } from './bring-up.mts';
import { listExamples } from './file/example.mts';
import { helpText, readExamplesOptions, type ExamplesOptions } from './options.mts';
import { PLANS } from './plans/index.mts';
import { drawExamples, summariseExamples } from './report/table.mts';
import { EXAMPLE_SECRETS, EXECUTION_SECRETS } from './stage/credentials.mts';
import { perform, type Performance } from './stage/perform.mts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const printedText = recordPrintedText([process.stdout, process.stderr]);

const files = await listExamples(ROOT);

process.exitCode = await runScript({
	help: helpText(files),
	readOptions: (commandLine) => readExamplesOptions(commandLine, files),
	run,
});

async function run(
	options: ExamplesOptions,
	undo: Undo,
	{ signal }: Interruption,
): Promise<number> {
	const { theatre, n8n } = await bringUpExamples(ROOT, options, undo, signal);
	const startedAt = Date.now();
	const performances: Performance[] = [];
	for (const file of options.files) {
		signal.throwIfAborted();
		const plan = PLANS.find((candidate) => candidate.file === file);
		if (plan === undefined) throw new Error(`examples/${file}.json is in no plan of PLANS`);
		performances.push(await step(`Running ${file}`, async () => await perform(theatre, plan)));
	}
	const seconds = Math.round((Date.now() - startedAt) / 1000);
	await undo.all();

	const rows = performances.flatMap((performance) => performance.rows);
	print(
		`\n${drawExamples(rows)}\n${summariseExamples(rows)} It took ${seconds} s in a running n8n.`,
	);
	const leaks = [
		...reportSecrets(
			[
				{ place: "n8n's log", text: n8n.output() },
				{ place: 'what was sent out', text: JSON.stringify(theatre.outside.sent) },
				{ place: 'what this program printed', text: printedText() },
			],
			EXAMPLE_SECRETS,
		),
		...reportSecrets(
			[{ place: 'the executions n8n stored', text: performances.map((p) => p.stored).join('\n') }],
			EXECUTION_SECRETS,
		),
	];
	print(leaks.length > 0 ? leaks.join('\n') : 'No secret in any output, error or log.');
	return leaks.length === 0 && rows.every(({ misses }) => misses.length === 0) ? 0 : 1;
}
