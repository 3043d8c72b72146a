import Table from 'cli-table3';

import { providerOf } from '../../../tools/providers.js';
import { hasPassed, type CaseResult } from './results.mts';
import { setupKey, setupName, type Setup } from './setup.mts';

/** Draws one row for each provider and thing it was tried with, one column for each n8n. */
export function drawMatrix(results: readonly CaseResult[]): string {
	const setups = setupsIn(results);
	const table = new Table({
		head: ['Provider', 'Tried', ...setups.map(setupHead)],
		style: { head: [], border: [], compact: true },
	});
	for (const rows of rowsOf(results).values()) {
		const [{ provider, row } = { provider: 'cloudApi', row: '' } as const] = rows.map(
			({ trial }) => trial,
		);
		table.push([
			providerOf(provider).displayName,
			row,
			...setups.map((setup) => cell(rows, setup)),
		]);
	}
	table.push(['All', '', ...setups.map((setup) => cell(results, setup))]);
	return table.toString();
}

/** Everything that was not as it should be, for people to look into; empty: nothing. */
export function listMisses(results: readonly CaseResult[]): string {
	return results
		.filter((result) => !hasPassed(result))
		.map(({ setup, trial, misses }) => {
			const title = `MISS  ${setupName(setup)} · ${providerOf(trial.provider).displayName} · ${trial.row} · ${trial.name}`;
			return [title, ...misses.map((miss) => `      ${miss}`)].join('\n');
		})
		.join('\n');
}

function setupsIn(results: readonly CaseResult[]): Setup[] {
	return [...new Map(results.map(({ setup }) => [setupKey(setup), setup])).values()];
}

function setupHead({ host, mode }: Setup): string {
	return `${host.version}\n${mode}`;
}

/** Results by provider and row, in the order they came. */
function rowsOf(results: readonly CaseResult[]): Map<string, CaseResult[]> {
	const rows = new Map<string, CaseResult[]>();
	for (const result of results) {
		const key = JSON.stringify([result.trial.provider, result.trial.row]);
		rows.set(key, [...(rows.get(key) ?? []), result]);
	}
	const byProvider = [...rows].sort(([one], [other]) =>
		providerIn(one).localeCompare(providerIn(other)),
	);
	return new Map(byProvider);
}

function providerIn(key: string): string {
	const [provider] = JSON.parse(key) as [string];
	return provider;
}

function cell(results: readonly CaseResult[], setup: Setup): string {
	const here = results.filter((result) => setupKey(result.setup) === setupKey(setup));
	if (here.length === 0) return '–';
	const passed = here.filter(hasPassed).length;
	return `${passed} of ${here.length}${passed === here.length ? '' : ' MISS'}`;
}
