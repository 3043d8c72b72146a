import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';
import { PackageDirectoryLoader, resolveOutputSchemaPath } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';

/** Licences under which a tool of the development may stand; none of them reaches what is published. */
const ALLOWED_LICENCES =
	'0BSD,Apache-2.0,BlueOak-1.0.0,BSD-2-Clause,BSD-3-Clause,CC-BY-3.0,CC-BY-4.0,CC0-1.0,ISC,MIT,Python-2.0,Unlicense';

/**
 * n8n's own packages stand under its Sustainable Use License, or its enterprise licence (`@n8n_io/`). Whoever runs this
 * node has them from n8n itself; here they are used to develop and test it, and are not passed on.
 */
const FROM_N8N = 'n8n-core@;n8n-workflow@;@n8n/;@n8n_io/ai-assistant-sdk@';

const OPERATIONS = ['markMessage', 'markChat', 'markChatUnread'];

/** Far above what is measured: what matters is that nothing heavy creeps in. */
const MAX_LOAD_MS = 200;
const MAX_LOAD_HEAP_MB = 5;

/** Loads the unpacked tarball as n8n does when it starts, and looks for all that n8n would use. */
export async function checkLoader(unpacked: string): Promise<readonly string[]> {
	const loader = new PackageDirectoryLoader(unpacked);
	await loader.loadAll();
	const { nodes, credentials } = loader.types;
	const node = join(unpacked, loader.known.nodes.whatsAppMarkRead?.sourcePath ?? '');
	return [
		...missing('the node', ['whatsAppMarkRead'], nodes),
		...missing(
			'the credential',
			PROVIDERS.map(({ credentialType }) => credentialType),
			credentials,
		),
		...[...nodes, ...credentials].flatMap(({ name, iconUrl }) =>
			iconFiles(iconUrl, loader.packageJson.name)
				.filter((file) => !existsSync(join(unpacked, file)))
				.map((file) => `${name}: the icon ${file} is missing`),
		),
		...OPERATIONS.filter((operation) => !hasSchema(node, operation)).map(
			(operation) => `n8n finds no output schema of ${operation}`,
		),
		...nodes.filter(({ codex }) => !codex?.resources).map(({ name }) => `${name} has no codex`),
	];
}

function missing(
	what: string,
	names: readonly string[],
	loaded: ReadonlyArray<{ readonly name: string }>,
): readonly string[] {
	return names
		.filter((name) => !loaded.some((type) => type.name === name))
		.map((name) => `${what} ${name} is not loaded`);
}

/** `icons/<package>/<path in the package>`, as n8n serves it; both themes must have one. */
function iconFiles(iconUrl: INodeTypeDescription['iconUrl'], packageName: string): string[] {
	const { light = 'light', dark = 'dark' } = typeof iconUrl === 'object' ? iconUrl : {};
	return [light, dark].map((url) => url.replace(`icons/${packageName}/`, ''));
}

function hasSchema(nodeFile: string, operation: string): boolean {
	const path = resolveOutputSchemaPath({ nodeDir: dirname(nodeFile), version: 1, operation });
	return path !== undefined && existsSync(path);
}

/** Lets publint judge what would be published; warnings and suggestions count as well. */
export async function checkWithPublint(unpacked: string): Promise<readonly string[]> {
	// Not packed once more: everything in the unpacked tarball is published.
	const { messages, pkg } = await publint({ pkgDir: unpacked, pack: false, strict: true });
	return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/** Checks the licence of the package itself, and that nothing comes along with it. */
export async function checkOwnLicence(unpacked: string): Promise<readonly string[]> {
	const { license, dependencies = {} } = JSON.parse(
		await readFile(join(unpacked, 'package.json'), 'utf8'),
	) as { license?: string; dependencies?: object };
	const text = await readFile(join(unpacked, 'LICENSE'), 'utf8');
	return [
		...(license === 'MIT' ? [] : [`package.json names the licence ${license ?? 'nowhere'}`]),
		...(text.startsWith('MIT License') ? [] : ['LICENSE is not the MIT License']),
		...Object.keys(dependencies).map((name) => `${name} is a dependency at run time`),
	];
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

/** Measures what it costs to load the package into a Node.js that has `n8n-workflow` already. */
export async function checkLoadCost(
	unpacked: string,
	tell: (seen: string) => void,
): Promise<readonly string[]> {
	const script = join(import.meta.dirname, 'loadPackage.js');
	const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, unpacked]);
	const { ms, heapMb } = JSON.parse(stdout) as { ms: number; heapMb: number };
	tell(`${ms.toFixed(0)} ms, ${heapMb.toFixed(2)} MB of heap`);
	return [
		...(ms <= MAX_LOAD_MS ? [] : [`${ms} ms are more than ${MAX_LOAD_MS} ms`]),
		...(heapMb <= MAX_LOAD_HEAP_MB ? [] : [`${heapMb} MB are more than ${MAX_LOAD_HEAP_MB} MB`]),
	];
}
