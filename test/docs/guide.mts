import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { codeBlocks } from './markdown.mts';
import type { CodeBlock } from './markdown.mts';

/** One thing a guide asks to do: change a file, or run a command. */
export interface Step {
	readonly kind: 'change' | 'command';
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
	const [, path] = /^Change in `([^`]+)`:$/.exec(announcement) ?? [];
	if (path === undefined) throw new TypeError(`No file is named by "${announcement}"`);
	return { kind: 'change', path, text };
}

/**
 * Does what a step says to a file, and nothing else.
 *
 * @throws TypeError when a change does not fit the file exactly once
 */
export function applyStep(folder: string, { kind, path, text }: Step): void {
	if (kind === 'command') return;
	const file = join(folder, path);
	const before = readFileSync(file, 'utf8');
	const hunks = text.trimEnd().split('\n@@\n');
	writeFileSync(
		file,
		hunks.reduce((page, hunk) => patched(page, hunk, path), before),
	);
}

/** Lines of a change start with a space (as it is), `-` (goes) or `+` (comes). */
function patched(before: string, change: string, path: string): string {
	const lines = change.split('\n');
	const side = (mark: string) =>
		lines
			.filter((line) => [' ', mark].includes(line.charAt(0)))
			.map((line) => `${line.slice(1)}\n`);
	const parts = before.split(side('-').join(''));
	if (parts.length !== 2) throw new TypeError(`The change does not fit ${path} in one place`);
	return parts.join(side('+').join(''));
}

/** The rows of the table whose head begins so, without the marks of code. */
export function tableOf(text: string, head: string): readonly string[][] {
	const [, ...rows] = text.slice(text.indexOf(`| ${head} `)).split('\n');
	return rows
		.slice(
			1,
			rows.findIndex((row) => !row.startsWith('|')),
		)
		.map((row) =>
			row
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim().replaceAll('`', '')),
		);
}
