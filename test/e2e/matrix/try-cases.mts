import { Unanswered } from './cases/answer.mts';
import type { Lab, MatrixCase } from './cases/case.mts';
import { Checks } from './cases/checks.mts';
import type { CaseResult } from './results.mts';
import type { Setup } from './setup.mts';

/**
 * Tries the cases one after the other; one that breaks does not stop the others.
 * @param tell gets a word about how far it is
 */
export async function tryCases(
	setup: Setup,
	lab: Lab,
	cases: readonly MatrixCase[],
	signal: AbortSignal,
	tell: (news: string) => void,
): Promise<CaseResult[]> {
	const results: CaseResult[] = [];
	for (const trial of cases) {
		const first = await tryCase(lab, trial, signal);
		// n8n's own failing, not the node's: a provider would send the webhook again.
		const wasUnanswered = first instanceof Unanswered;
		const outcome = wasUnanswered ? await tryCase(lab, trial, signal) : first;
		const misses = outcome instanceof Unanswered ? [outcome.message] : outcome;
		results.push({ setup, trial, misses, wasUnanswered });
		if (results.length % 10 === 0) tell(`${results.length} of ${cases.length}`);
	}
	return results;
}

async function tryCase(
	lab: Lab,
	trial: MatrixCase,
	signal: AbortSignal,
): Promise<readonly string[] | Unanswered> {
	signal.throwIfAborted();
	const checks = new Checks();
	try {
		await trial.run(lab, checks);
		return checks.misses;
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof Unanswered) return error;
		const reason = error instanceof Error ? error.message : String(error);
		return [...checks.misses, `it broke: ${reason}`];
	}
}
