import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Locator, Page } from '@playwright/test';

/** What a picture in the README may weigh. */
const MAX_BYTES = { png: 150_000, gif: 600_000 } as const;

/** n8n's notices in the corner come and go, and cover what a picture is of. */
const NO_NOTICES = '.el-notification { visibility: hidden !important; }';

/** What packs screenshots of text on flat ground best: Chromium writes PNGs in a hurry. */
const PACKING = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;

/** The part of a page, in CSS pixels. */
export interface Clip {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Takes pictures that pages show. */
export class PictureFolder {
	readonly #folder: string;

	/** @param folder where they go */
	constructor(folder: string) {
		this.#folder = folder;
	}

	/**
	 * Takes a picture of a page, a part of it, or an element.
	 * @param name the file's, without its ending, as in `phone-dark`
	 * @param style CSS that holds while the picture is taken
	 */
	async take(name: string, what: Page | Locator, clip?: Clip, style = ''): Promise<void> {
		// What lies under the mouse looks different.
		await ('mouse' in what ? what : what.page()).mouse.move(0, 0);
		const png = await what.screenshot({
			animations: 'disabled',
			style: `${NO_NOTICES} ${style}`,
			// The part may go on below what the window shows.
			...(clip && { clip, fullPage: true }),
		});
		await this.keep(name, 'png', PNG.sync.write(PNG.sync.read(png), PACKING));
	}

	/**
	 * Keeps a picture that was made elsewhere.
	 * @throws when it is too big for the README
	 */
	async keep(name: string, format: keyof typeof MAX_BYTES, bytes: Uint8Array): Promise<void> {
		if (bytes.length > MAX_BYTES[format]) {
			throw new Error(
				`${name}.${format} is too big for the README (${Math.round(bytes.length / 1000)} kB): show less of the page in it, or take fewer frames.`,
			);
		}
		await mkdir(this.#folder, { recursive: true });
		await writeFile(join(this.#folder, `${name}.${format}`), bytes);
	}
}
