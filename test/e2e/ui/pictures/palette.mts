/** Red, green, blue, from 0 to 255. */
export type Color = readonly number[];

/**
 * The colours of most pixels, most frequent first: the grounds of a page, which a palette made for
 * all colours would shift a little.
 * @param rgba four bytes a pixel
 */
export function frequentColors(rgba: Uint8Array, count: number): Color[] {
	const pixels = new Map<number, number>();
	for (let byte = 0; byte < rgba.length; byte += 4) {
		const color = packed(rgba, byte);
		pixels.set(color, (pixels.get(color) ?? 0) + 1);
	}
	return [...pixels]
		.sort(([, one], [, other]) => other - one)
		.slice(0, count)
		.map(([color]) => unpacked(color));
}

/**
 * The picture as indexes of a palette. Every colour is compared as it is; gifenc's own way rounds
 * colours first, which gives white a tint.
 * @param rgba four bytes a pixel
 */
export function paletteIndexes(rgba: Uint8Array, palette: readonly Color[]): Uint8Array {
	const known = new Map<number, number>();
	const indexes = new Uint8Array(rgba.length / 4);
	for (let pixel = 0; pixel < indexes.length; pixel += 1) {
		const color = packed(rgba, pixel * 4);
		const index = known.get(color) ?? nearest(unpacked(color), palette);
		known.set(color, index);
		indexes[pixel] = index;
	}
	return indexes;
}

function nearest(color: Color, palette: readonly Color[]): number {
	const distances = palette.map((candidate) =>
		candidate.reduce((sum, part, place) => sum + (part - at(color, place)) ** 2, 0),
	);
	return distances.indexOf(Math.min(...distances));
}

function packed(rgba: Uint8Array, byte: number): number {
	return at(rgba, byte) * 0x10000 + at(rgba, byte + 1) * 0x100 + at(rgba, byte + 2);
}

function unpacked(color: number): Color {
	return [color >> 16, (color >> 8) & 0xff, color & 0xff];
}

function at(bytes: ArrayLike<number>, index: number): number {
	return bytes[index] ?? 0;
}
