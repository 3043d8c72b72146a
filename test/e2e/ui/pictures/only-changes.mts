/**
 * What of a frame differs from the one before; the rest is left transparent.
 * @param before one palette index a pixel; without it the frame is the first and stays whole
 * @param now of the same size
 */
export function onlyChanges(
	before: Uint8Array | undefined,
	now: Uint8Array,
	transparentIndex: number,
): Uint8Array {
	if (!before) return now;
	return now.map((index, pixel) => (index === before[pixel] ? transparentIndex : index));
}
