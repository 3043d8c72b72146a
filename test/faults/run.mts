import { parseArgs } from 'node:util';
import { recordPrintedText } from '../e2e/secrets/printed-text.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import type { FaultCase } from './cases/faultCase.mts';
import { FAULT_CASES } from './cases/index.mts';
import { markMany, SHARE } from './manyReceipts.mts';
import { startOutsideWorld } from './outsideCases.mts';
import { runFaultCase, runOutsideCase, type CaseResult } from './runCase.mts';
import { playScene, SCENE_NAMES } from './scenes.mts';
import { secretsIn } from './secrets.mts';
import { startServerElsewhere } from './serverElsewhere.mts';
import { drawTable } from './table.mts';
import { watchProcess } from './watchProcess.mts';

const HELP = `Usage: npm run test:faults -- [--only <text>] [--receipts <number>] [--seed <number>]

Runs the real node in n8n's engine against the sandbox while one fault after the other is switched
on, and against addresses where nobody answers; then marks many messages while ${SHARE * 100} % of the calls
are struck. Every receipt must be delivered or reported: none lost, none doubled.
Nothing leaves this machine, except for one name that does not exist.

  --only <text>       only the faults whose name holds the text, and no run of many receipts
  --receipts <number> how many receipts that run has (default: 5000)
  --seed <number>     which of its calls are struck (default: a new one each time; it is printed)
  --help              this text
`;

/** Cases at work at the same time; those about time or size are alone. */
const AT_ONCE = 4;

/** Megabytes: a node that read oversized bodies to their end would take hundreds more. */
const MAX_GROWTH = 250;

/** A proxy would answer for the addresses where nobody does. */
const PROXY_SETTINGS = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	const settings = readSettings(args);
	if (typeof settings === 'string') {
		const isHelp = settings === HELP;
		(isHelp ? process.stdout : process.stderr).write(settings);
		return isHelp ? 0 : 1;
	}
	for (const name of PROXY_SETTINGS.flatMap((upper) => [upper, upper.toLowerCase()])) {
		delete process.env[name];
	}
	const printed = recordPrintedText([process.stdout, process.stderr]);
	const watch = watchProcess();
	prepareEngine();
	const misses: string[] = [];

	const results = await runCases(settings.only, watch.growth, misses);
	if (results.length === 0) {
		process.stderr.write(`No fault's name holds "${settings.only}".\n`);
		return 1;
	}
	process.stdout.write(`${drawTable(results)}\n`);
	misses.push(...results.flatMap((result) => result.misses));

	if (settings.only === '') {
		const { receipts, seed } = settings;
		progress(`${receipts} receipts with ${SHARE * 100} % faults, seed ${seed} …`);
		const many = await markMany(receipts, seed);
		const { sent, delivered, reported, lost, doubled, calls } = many.node;
		const { read, unread, struck } = many.sandbox;
		process.stdout.write(
			`\nMany receipts, seed ${seed}: ${calls} calls, ${struck} of them struck (${Math.round((struck / calls) * 100)} %), ${Math.round(many.milliseconds / 1000)} s\n` +
				`  the node says:    sent ${sent}, delivered ${delivered}, reported ${reported}, lost ${lost}, doubled ${doubled}\n` +
				`  the sandbox says: read ${read} (${delivered} delivered, ${read - delivered} marked but reported, since the answer was lost), unread ${unread}\n`,
		);
		misses.push(...many.misses);
	}
	await new Promise((resolve) => setImmediate(resolve));
	misses.push(...watch.complaints);
	misses.push(...secretsIn(printed()).map((label) => `printed a secret: ${label}`));
	process.stdout.write(
		misses.length === 0
			? '\nEvery receipt was delivered or reported; lost 0, doubled 0; no secret, no warning, no unhandled rejection.\n'
			: `\n${misses.length} misses:\n${misses.map((miss) => `  ${miss}\n`).join('')}`,
	);
	return misses.length === 0 ? 0 : 1;
}

async function runCases(
	only: string,
	growth: (task: () => Promise<void>) => Promise<number>,
	misses: string[],
): Promise<readonly CaseResult[]> {
	const elsewhere = await startServerElsewhere();
	const outside = await startOutsideWorld();
	try {
		const inside = FAULT_CASES.filter(({ name }) => name.includes(only));
		const unreachable = outside.cases.filter(({ name }) => name.includes(only));
		const scenes = SCENE_NAMES.filter((name) => name.includes(only));
		const results = new Map<string, CaseResult>();
		const tasks = [
			...inside.map((given) => ({
				given,
				run: async () => await runFaultCase(given, elsewhere.url),
			})),
			...unreachable.map((given) => ({ given, run: async () => await runOutsideCase(given) })),
			...scenes.map((name) => ({ given: { name }, run: async () => await playScene(name) })),
		];
		const finish = ({ name }: { name: string }, result: CaseResult) => {
			results.set(name, result);
			progress(`${results.size} of ${tasks.length}: ${name}`);
		};
		for (const { given, run } of tasks.filter((task) => isAlone(task.given))) {
			const megabytes = await growth(async () => finish(given, await run()));
			if (megabytes > MAX_GROWTH) {
				misses.push(`${given.name}: memory grew by ${Math.round(megabytes)} MB`);
			}
		}
		const together = tasks.filter((task) => !isAlone(task.given)).values();
		await Promise.all(
			Array.from({ length: AT_ONCE }, async () => {
				for (const { given, run } of together) finish(given, await run());
			}),
		);
		misses.push(...elsewhere.arrived.map((call) => `reached another origin: ${call.slice(0, 60)}`));
		return tasks.flatMap(({ given: { name } }) => results.get(name) ?? []);
	} finally {
		elsewhere.close();
		outside.close();
	}
}

function isAlone(given: Partial<Pick<FaultCase, 'timeout'>> & { readonly name: string }): boolean {
	return given.timeout !== undefined || given.name.startsWith('oversized');
}

/** A line now and then, on the error stream: what is printed is the table. */
function progress(text: string): void {
	process.stderr.write(`${text}\n`);
}

/** What was asked for; or what to print instead. */
function readSettings(
	args: readonly string[],
): { readonly only: string; readonly receipts: number; readonly seed: number } | string {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				only: { type: 'string', default: '' },
				receipts: { type: 'string', default: '5000' },
				seed: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) return HELP;
		const seed = values.seed ?? String(1 + Math.floor(Math.random() * 999_999));
		return {
			only: values.only,
			receipts: wholeNumber('--receipts', values.receipts),
			seed: wholeNumber('--seed', seed),
		};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return `${reason}\nnpm run test:faults -- --help shows what there is.\n`;
	}
}

function wholeNumber(name: string, text: string): number {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new Error(`${name} needs a whole number from 1 to 9999999, not "${text}"`);
}
