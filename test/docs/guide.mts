import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { codeBlocks } from './markdown.mts';
import type { CodeBlock } from './markdown.mts';

/** One thing a guide tells to do to a file. */
export interface Step {
	readonly kind: 'new' | 'change' | 'command';
	/** From the project's folder; empty for a command. */
	readonly path: string;
	readonly text: string;
}

/**
 * The steps of a guide: every fenced block is one, announced by a line of its own.
 *
 * @throws TypeError for a block that does not say which file it is about
 */
export function stepsOf(page: string): readonly Step[] {
	return codeBlocks(page).map(stepOf);
}

function stepOf({ language, announcement, text }: CodeBlock): Step {
	if (language === 'sh') return { kind: 'command', path: '', text };
	const [, what, path] = /^(New file|Change in) `([^`]+)`:$/.exec(announcement) ?? [];
	if (path === undefined) throw new TypeError(`This says of no file what it is: "${announcement}"`);
	return { kind: what === 'New file' ? 'new' : 'change', path, text };
}

/**
 * Does what a step says, and nothing else.
 *
 * @throws TypeError when a new file exists already, or a change does not fit the file exactly once
 */
export function applyStep(folder: string, { kind, path, text }: Step): void {
	const file = join(folder, path);
	if (kind === 'new') {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text, { flag: 'wx' });
	}
	if (kind === 'change') writeFileSync(file, patched(readFileSync(file, 'utf8'), text, path));
}

/** Lines of a change start with a space (as it is), `-` (goes) or `+` (comes). */
function patched(before: string, change: string, path: string): string {
	const lines = change.trimEnd().split('\n');
	const side = (mark: string) =>
		lines
			.filter((line) => [' ', mark].includes(line.charAt(0)))
			.map((line) => `${line.slice(1)}\n`);
	const parts = before.split(side('-').join(''));
	if (parts.length !== 2) throw new TypeError(`The change does not fit ${path} in one place`);
	return parts.join(side('+').join(''));
}
