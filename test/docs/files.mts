import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is not ours, or not kept; the example of the guide stands elsewhere in its copy of the project. */
const LEFT_OUT = new Set(['.cache', '.git', 'coverage', 'dist', 'exampleGateway', 'node_modules']);

/** Every file of the project whose name ends so, from its folder, with `/`. */
export function filesEndingIn(ending: RegExp, folder = '.'): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name).replaceAll('\\', '/');
		if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesEndingIn(ending, path);
		return ending.test(entry.name) ? [path] : [];
	});
}
