import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { DEMO_OWNER } from '../host/api.mts';
import type { Interruption } from '../interruption.mts';
import { step } from '../progress.mts';
import { bringUp } from '../bring-up.mts';
import { print, runScript } from '../script.mts';
import type { Undo } from '../undo.mts';
import { findChromium, startChromium } from './browser/chromium.mts';
import { openWindow } from './browser/window.mts';
import type { Check, Stage } from './check.mts';
import { allChecks } from './checks/index.mts';
import { signIn } from './editor/sign-in.mts';
import { openStore } from './editor/store.mts';
import { HELP, isMeant, readUiOptions, type UiOptions } from './options.mts';
import { PictureFolder } from './pictures/folder.mts';
import { runChecks } from './run-checks.mts';
import { drawCheckTable, summariseChecks } from './table.mts';

const ROOT = join(import.meta.dirname, '..', '..');

process.exitCode = await runScript({
	help: HELP,
	readOptions: readUiOptions,
	run: lookAtEverything,
});

async function lookAtEverything(
	options: UiOptions,
	undo: Undo,
	{ signal }: Interruption,
): Promise<number> {
	const checks = meantChecks(options);
	findChromium(process.env);
	const pictures = new PictureFolder(join(ROOT, '.cache', 'ui'));
	await pictures.empty();
	const stage = await setStage(options, pictures, undo, signal);

	const rows = await runChecks(checks, stage, signal);
	print(`\n${drawCheckTable(rows)}\n${summariseChecks(rows)}`);
	if (rows.some(({ outcome }) => outcome.verdict !== 'ok')) {
		print('What was to be seen then lies in .cache/ui/failures.');
		return 1;
	}
	if (options.only.length === 0 || options.keep) {
		const count = await pictures.publish(join(ROOT, 'docs', 'images'));
		print(`${count} pictures put into docs/images.`);
	}
	return 0;
}

/** @throws StartFailure when the words of `--only` fit no check */
function meantChecks({ only }: UiOptions): Check[] {
	const checks = allChecks(ROOT).filter(({ name }) => isMeant(name, only));
	if (checks.length > 0) return checks;
	throw new StartFailure(
		`No check's name holds ${only.map((word) => `"${word}"`).join(' and ')}.`,
		'Without --only all of them run, and their names are printed.',
	);
}

async function setStage(
	{ headed }: UiOptions,
	pictures: PictureFolder,
	undo: Undo,
	signal: AbortSignal,
): Promise<Stage> {
	const wish = { n8nPort: 0, sandboxPort: 0, purpose: 'ui', fresh: false } as const;
	const { n8n, api, sandbox } = await bringUp(ROOT, wish, undo, signal);
	const n8nUrl = n8n.url;
	const page = await step('Starting Chromium and signing in', async () => {
		const browser = await startChromium(headed ? 'shown' : 'none');
		undo.add(async () => await browser.close());
		const window = await openWindow(browser);
		await signIn(window, n8nUrl, DEMO_OWNER);
		return window;
	});
	const store = await openStore(n8nUrl, api, DEMO_OWNER);
	return { page, n8nUrl, sandbox, store, pictures };
}
