import { step } from '../progress.mts';
import { Mismatch, type Check, type Stage } from './check.mts';
import type { CheckRow, Outcome } from './table.mts';

/**
 * Runs the checks one after the other; a miss does not stop the others. After a miss the page is as
 * it was for a picture, and the next check starts from an empty one.
 * @param signal ends the run before the next check
 */
export async function runChecks(
	checks: readonly Check[],
	stage: Stage,
	signal: AbortSignal,
): Promise<CheckRow[]> {
	const rows: CheckRow[] = [];
	for (const check of checks) {
		signal.throwIfAborted();
		rows.push({ name: check.name, outcome: await outcomeOf(check, stage) });
	}
	return rows;
}

async function outcomeOf(check: Check, stage: Stage): Promise<Outcome> {
	try {
		await step(check.name, async () => await check.run(stage));
		return { verdict: 'ok' };
	} catch (error) {
		await stage.pictures.takeOfFailure(stage.page, check.name);
		await stage.page.goto('about:blank');
		return { verdict: 'MISSED', ...wordsOf(error) };
	}
}

function wordsOf(error: unknown): { expected: string; seen: string } {
	if (error instanceof Mismatch) return { expected: error.expected, seen: error.seen };
	return { expected: 'to get through', seen: firstLines(error) };
}

/** Playwright says in its first lines what it waited for; the rest is a log. */
function firstLines(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text
		.replace(/\u001b\[\d+m/g, '')
		.split('\n')
		.slice(0, 3)
		.join('\n');
}
