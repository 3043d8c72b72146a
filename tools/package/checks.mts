import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Licences under which a tool of the development may stand; none of them reaches what is published. */
const ALLOWED_LICENCES =
	'0BSD,Apache-2.0,BlueOak-1.0.0,BSD-2-Clause,BSD-3-Clause,CC-BY-3.0,CC-BY-4.0,CC0-1.0,ISC,MIT,Python-2.0,Unlicense';

/**
 * n8n's own packages stand under its Sustainable Use License, or its enterprise licence (`@n8n_io/`). Whoever runs this
 * node has them from n8n itself; here they are used to develop and test it, and are not passed on.
 */
const FROM_N8N = 'n8n-core@;n8n-workflow@;@n8n/;@n8n_io/ai-assistant-sdk@';

/** Far above what is measured: what matters is that nothing heavy creeps in. */
const MAX_LOAD_MS = 200;
const MAX_LOAD_HEAP_MB = 5;

/** Lets publint judge what would be published; warnings and suggestions count as well. */
export async function checkWithPublint(unpacked: string): Promise<readonly string[]> {
	// Not packed once more: everything in the unpacked tarball is published.
	const { messages, pkg } = await publint({ pkgDir: unpacked, pack: false, strict: true });
	return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/** Checks the licence of everything that is installed to develop the package. */
export async function checkLicences(root: string): Promise<readonly string[]> {
	const others = await promisify(init)({
		start: root,
		excludeLicenses: ALLOWED_LICENCES,
		excludePackagesStartingWith: FROM_N8N,
	});
	return Object.entries(others).map(([name, { licenses }]) => `${name}: ${String(licenses)}`);
}

/** Measures what it costs to load the package into a Node.js that has `n8n-workflow` already: medians of five processes. */
export async function checkLoadCost(
	unpacked: string,
	tell: (seen: string) => void,
): Promise<readonly string[]> {
	const command = ['--expose-gc', join(import.meta.dirname, 'loadPackage.js'), unpacked];
	const costs: Array<{ ms: number; heapMb: number }> = [];
	while (costs.length < 5) {
		const { stdout } = await promisify(execFile)(process.execPath, command);
		costs.push(JSON.parse(stdout) as { ms: number; heapMb: number });
	}
	const ms = median(costs.map((cost) => cost.ms));
	const heapMb = median(costs.map((cost) => cost.heapMb));
	tell(`${ms.toFixed(0)} ms, ${heapMb.toFixed(2)} MB of heap`);
	return [
		...(ms <= MAX_LOAD_MS ? [] : [`${ms} ms are more than ${MAX_LOAD_MS} ms`]),
		...(heapMb <= MAX_LOAD_HEAP_MB ? [] : [`${heapMb} MB are more than ${MAX_LOAD_HEAP_MB} MB`]),
	];
}

function median(five: readonly number[]): number {
	return [...five].sort((one, other) => one - other)[2] ?? Number.NaN;
}
