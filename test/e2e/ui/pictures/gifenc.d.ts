/** The part of gifenc that is used; the package brings no types. */
declare module 'gifenc' {
	/** Red, green, blue. */
	type Palette = ReadonlyArray<readonly number[]>;

	interface FrameOptions {
		/** Of the first frame it is the palette of all. */
		readonly palette?: Palette;
		/** Milliseconds. */
		readonly delay: number;
		readonly transparent: boolean;
		readonly transparentIndex: number;
		/** 1: the next frame is drawn over this one. */
		readonly dispose: number;
	}

	interface Encoder {
		writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
		finish(): void;
		bytes(): Uint8Array;
	}

	const gifenc: {
		GIFEncoder(): Encoder;
		/** @param rgba four bytes a pixel */
		quantize(rgba: Uint8Array, maxColors: number): number[][];
	};
	export default gifenc;
}
