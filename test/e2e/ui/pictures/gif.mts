/// <reference path="./gifenc.d.ts" />
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

import { frequentColors, paletteIndexes } from './palette.mts';
import { onlyChanges } from './only-changes.mts';

/** One picture of a moving one. */
export interface Frame {
	/** A PNG; all of one size. */
	readonly png: Uint8Array;
	/** How long it stays. */
	readonly ms: number;
}

/** One entry of the palette is needed for "as before". */
const COLORS = 255;

/** So many of them are taken as they are: plain grounds must not change their tone. */
const EXACT_COLORS = 64;

/**
 * Makes an animated GIF that runs for ever.
 *
 * All frames share one palette, and a frame holds only what has changed since the one before: a
 * phone on which a few ticks change colour stays small.
 * @throws Error when there are no frames, or not all of one size.
 */
export function encodeGif(frames: readonly Frame[]): Uint8Array {
	const pictures = frames.map(({ png, ms }) => ({ ...PNG.sync.read(Buffer.from(png)), ms }));
	const [first] = pictures;
	if (!first) throw new Error('A moving picture needs at least one frame');
	const { width, height } = first;
	const odd = pictures.find((picture) => picture.width !== width || picture.height !== height);
	if (odd) {
		const sizes = `${width}×${height} and ${odd.width}×${odd.height}`;
		throw new Error(`The frames of a moving picture must be of one size, not ${sizes}`);
	}

	const pixels = Buffer.concat(pictures.map(({ data }) => data));
	const grounds = frequentColors(pixels, EXACT_COLORS);
	const palette = [...grounds, ...gifenc.quantize(pixels, COLORS - grounds.length)];
	const transparentIndex = palette.length;
	const gif = gifenc.GIFEncoder();
	let before: Uint8Array | undefined;
	for (const { data, ms } of pictures) {
		const index = paletteIndexes(data, palette);
		gif.writeFrame(onlyChanges(before, index, transparentIndex), width, height, {
			// The encoder wants the palette with the first frame alone.
			...(before ? {} : { palette: [...palette, [0, 0, 0]] }),
			delay: ms,
			transparent: before !== undefined,
			transparentIndex,
			dispose: 1,
		});
		before = index;
	}
	gif.finish();
	return gif.bytes();
}
