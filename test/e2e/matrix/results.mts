import type { MatrixCase } from './cases/case.mts';
import { setupName, type Setup } from './setup.mts';

/** What came of one case in one n8n. */
export interface CaseResult {
	readonly setup: Setup;
	readonly trial: Pick<MatrixCase, 'provider' | 'row' | 'name'>;
	/** What was not as it should be; empty: passed. */
	readonly misses: readonly string[];
	/** n8n left the webhook without an answer, and the case was tried once more. */
	readonly wasUnanswered: boolean;
}

export function hasPassed({ misses }: CaseResult): boolean {
	return misses.length === 0;
}

/** As in "2 n8n versions × 2 modes: 96 of 96 cases passed". */
export function summarise(results: readonly CaseResult[]): string {
	const versions = new Set(results.map(({ setup }) => setup.host.version)).size;
	const modes = new Set(results.map(({ setup }) => setup.mode)).size;
	const passed = results.filter(hasPassed).length;
	return `${counted(versions, 'n8n version')} × ${counted(modes, 'mode')}: ${passed} of ${results.length} cases passed`;
}

/** Cases that took a second attempt because n8n left the webhook unanswered, in words; else empty. */
export function tellUnanswered(results: readonly CaseResult[]): string {
	const again = results.filter(({ wasUnanswered }) => wasUnanswered);
	if (again.length === 0) return '';
	const names = again.map(({ setup, trial }) => `${setupName(setup)}: ${trial.row}, ${trial.name}`);
	return [
		`${counted(again.length, 'webhook')} got no answer from n8n and came a second time:`,
		...names.map((name) => `  ${name}`),
	].join('\n');
}

function counted(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
