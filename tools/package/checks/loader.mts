import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageDirectoryLoader, resolveOutputSchemaPath } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';

import type { CheckResult, PackedPackage } from '../check.mts';

const NODE = 'whatsAppMarkRead';
const CREDENTIALS = 4;
const OPERATIONS = ['markMessage', 'markChat', 'markChatUnread'];

/** Loads the unpacked tarball as n8n does when it starts, and looks for all that n8n would use. */
export async function checkLoader({ unpacked }: PackedPackage): Promise<CheckResult> {
	const loader = new PackageDirectoryLoader(unpacked);
	await loader.loadAll();

	const { nodes, credentials } = loader.types;
	const icons = [...nodes, ...credentials].flatMap(({ name, iconUrl }) =>
		iconFiles(iconUrl, loader.packageJson.name).map((file) => ({ name, file })),
	);
	const missingIcons = icons.filter(({ file }) => !existsSync(join(unpacked, file)));
	const missingSchemas = OPERATIONS.filter(
		(operation) =>
			!hasSchema(join(unpacked, loader.known.nodes[NODE]?.sourcePath ?? ''), operation),
	);
	const expectedIcons = 2 * (nodes.length + credentials.length);
	return {
		subject: "n8n's loader",
		seen: `${nodes.length} node, ${credentials.length} credentials, ${icons.length} icons, ${OPERATIONS.length - missingSchemas.length} output schemas`,
		faults: [
			...(nodes.length === 1 && nodes[0]?.name === NODE ? [] : [`the node ${NODE} is not loaded`]),
			...(credentials.length === CREDENTIALS
				? []
				: [`${credentials.length} credential types are loaded, not ${CREDENTIALS}`]),
			...(icons.length === expectedIcons
				? []
				: [`${icons.length} icons are named, not ${expectedIcons}`]),
			...missingIcons.map(({ name, file }) => `${name}: the icon ${file} is missing`),
			...missingSchemas.map((operation) => `n8n finds no output schema of ${operation}`),
			...(nodes.every(hasCodex) ? [] : [`${NODE} has no codex`]),
		],
	};
}

/** `icons/<package>/<path in the package>`, as n8n serves it, for light and dark. */
function iconFiles(iconUrl: INodeTypeDescription['iconUrl'], packageName: string): string[] {
	const urls = typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [iconUrl];
	return urls
		.filter((url) => url !== undefined)
		.map((url) => url.replace(`icons/${packageName}/`, ''));
}

function hasSchema(nodeFile: string, operation: string): boolean {
	const path = resolveOutputSchemaPath({ nodeDir: dirname(nodeFile), version: 1, operation });
	return path !== undefined && existsSync(path);
}

function hasCodex({ codex }: INodeTypeDescription): boolean {
	return codex?.categories?.[0] === 'Communication' && codex.resources !== undefined;
}
