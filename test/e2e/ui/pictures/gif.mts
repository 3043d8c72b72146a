/// <reference path="./gifenc.d.ts" />
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

/** One picture of a moving one. */
export interface Frame {
	/** A PNG; all of one size. */
	readonly png: Buffer;
	/** How long it stays. */
	readonly ms: number;
}

/** One entry of the palette is needed for "as before". */
const COLORS = 255;

/**
 * Makes an animated GIF that runs for ever.
 *
 * All frames share one palette, the colours of most pixels: a page has few, and its plain grounds
 * must not change their tone. A frame holds only what has changed since the one before: a phone on
 * which a few ticks change colour stays small.
 * @throws Error when not all frames are of one size.
 */
export function encodeGif(frames: readonly Frame[]): Uint8Array {
	const pictures = frames.map(({ png, ms }) => ({ ...PNG.sync.read(png), ms }));
	const sizes = new Set(pictures.map(({ width, height }) => `${width}×${height}`));
	if (sizes.size > 1) {
		throw new Error(`The frames of a moving picture are of several sizes: ${[...sizes].join()}`);
	}

	const counts = new Map<number, number>();
	for (const { data } of pictures) {
		for (const color of pixelsOf(data)) counts.set(color, (counts.get(color) ?? 0) + 1);
	}
	const colors = [...counts].sort(([, one], [, other]) => other - one).map(([color]) => color);
	const palette = colors.slice(0, COLORS).map(partsOf);
	const indexes = new Map(
		colors.map((color) => [color, gifenc.nearestColorIndex(palette, partsOf(color))]),
	);

	const gif = gifenc.GIFEncoder();
	let before: Uint8Array | undefined;
	for (const { data, width, height, ms } of pictures) {
		const now = Uint8Array.from(pixelsOf(data), (color) => indexes.get(color) ?? 0);
		const changes = now.map((index, pixel) => (index === before?.[pixel] ? COLORS : index));
		gif.writeFrame(changes, width, height, {
			// The encoder wants the palette with the first frame alone.
			...(before ? {} : { palette: [...palette, [0, 0, 0]] }),
			delay: ms,
			transparent: before !== undefined,
			transparentIndex: COLORS,
			dispose: 1,
		});
		before = now;
	}
	gif.finish();
	return gif.bytes();
}

/** One number a pixel: its four bytes, red the lowest. */
function pixelsOf(rgba: Buffer): Uint32Array {
	return new Uint32Array(Uint8Array.from(rgba).buffer);
}

/** Red, green, blue, from 0 to 255. */
function partsOf(color: number): readonly number[] {
	return [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff];
}
