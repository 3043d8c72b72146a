import type { Page } from 'playwright-core';

import type { Sandbox } from '../../sandbox/index.mts';
import type { EditorStore } from './editor/store.mts';
import type { PictureFolder } from './pictures/folder.mts';

/** What a check has to work with: a browser that is signed in, and what it looks at. */
export interface Stage {
	readonly page: Page;
	/** n8n's address, without a trailing slash. */
	readonly n8nUrl: string;
	readonly sandbox: Sandbox;
	/** Puts workflows and credentials where the editor finds them. */
	readonly store: EditorStore;
	/** Takes the pictures the checks leave behind. */
	readonly pictures: PictureFolder;
}

/** One thing a person can see or do. */
export interface Check {
	/** A sentence. */
	readonly name: string;
	/** @throws Mismatch when it is not so; anything else counts as a miss as well. */
	run(stage: Stage): Promise<void>;
}

/** What was to be seen is not what was seen. */
export class Mismatch extends Error {
	readonly expected: string;
	readonly seen: string;

	constructor(expected: string, seen: string) {
		super(`expected ${expected}, saw ${seen}`);
		this.name = 'Mismatch';
		this.expected = expected;
		this.seen = seen;
	}
}
