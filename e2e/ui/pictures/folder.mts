import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Locator, Page } from 'playwright-core';

import { StartFailure } from '../../failure.mts';
import { fileNameOf } from './names.mts';

/** What a picture in the README may weigh. */
const MAX_BYTES = { png: 150_000, gif: 600_000 } as const;

/** n8n's notices in the corner come and go, and cover what a picture is of. */
const NO_NOTICES = '.el-notification { visibility: hidden !important; }';

/** The part of a page, in CSS pixels. */
export interface Clip {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Takes pictures into a folder of their own; those of a good run are copied to where they are shown. */
export class PictureFolder {
	readonly #shots: string;
	readonly #failures: string;

	/** @param cache the folder for both kinds of pictures; git ignores it */
	constructor(cache: string) {
		this.#shots = join(cache, 'shots');
		this.#failures = join(cache, 'failures');
	}

	/** Where the pictures of failures lie. */
	get failures(): string {
		return this.#failures;
	}

	/** Forgets the pictures of the run before. */
	async empty(): Promise<void> {
		for (const folder of [this.#shots, this.#failures]) {
			await rm(folder, { recursive: true, force: true });
			await mkdir(folder, { recursive: true });
		}
	}

	/**
	 * Takes a picture of a page, a part of it, or an element.
	 * @param name the file's, without its ending, as in `phone-dark`
	 * @param style CSS that holds while the picture is taken
	 */
	async take(name: string, what: Page | Locator, clip?: Clip, style = ''): Promise<void> {
		// What lies under the mouse looks different.
		await ('mouse' in what ? what : what.page()).mouse.move(0, 0);
		const options = {
			animations: 'disabled',
			caret: 'hide',
			style: `${NO_NOTICES} ${style}`,
			...(clip && { clip }),
		} as const;
		await this.keep(`${name}.png`, compress(await what.screenshot(options)));
	}

	/** Keeps a picture that was made elsewhere, as in `ticks-turning-blue.gif`. */
	async keep(fileName: string, bytes: Uint8Array): Promise<void> {
		await writeFile(join(this.#shots, fileName), bytes);
	}

	/** Takes a picture of what was to be seen when a check failed; its file is named after the check. */
	async takeOfFailure(page: Page, checkName: string): Promise<void> {
		const path = join(this.#failures, `${fileNameOf(checkName)}.png`);
		// A page that is past taking pictures must not hide why the check failed.
		await page.screenshot({ path, timeout: 10_000 }).catch(() => undefined);
	}

	/**
	 * Copies the pictures to where the README finds them.
	 * @returns how many
	 * @throws StartFailure naming the pictures that are too big; then none is copied.
	 */
	async publish(folder: string): Promise<number> {
		const names = await readdir(this.#shots);
		const sizes = await Promise.all(
			names.map(async (name) => ({ name, bytes: (await stat(join(this.#shots, name))).size })),
		);
		const tooBig = sizes.filter(({ name, bytes }) => bytes > limitOf(name));
		if (tooBig.length > 0) {
			const list = tooBig.map(({ name, bytes }) => `${name}: ${Math.round(bytes / 1000)} kB`);
			throw new StartFailure(
				`Too big for the README: ${list.join(', ')}.`,
				'Show less of the page in them, or take fewer frames.',
			);
		}
		await mkdir(folder, { recursive: true });
		for (const name of names) await copyFile(join(this.#shots, name), join(folder, name));
		return names.length;
	}
}

/** What packs screenshots of text on flat ground best. */
const PACKING = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;

/** The same picture in fewer bytes: Chromium writes PNGs in a hurry. */
function compress(png: Buffer): Buffer {
	return PNG.sync.write(PNG.sync.read(png), PACKING);
}

function limitOf(fileName: string): number {
	return fileName.endsWith('.gif') ? MAX_BYTES.gif : MAX_BYTES.png;
}
