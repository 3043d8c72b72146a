/** The part of gifenc that is used; the package brings no types. */
declare module 'gifenc' {
	/** Red, green, blue. */
	type Color = readonly number[];

	interface FrameOptions {
		/** Of the first frame it is the palette of all. */
		readonly palette?: readonly Color[];
		/** Milliseconds. */
		readonly delay: number;
		readonly transparent: boolean;
		readonly transparentIndex: number;
		/** 1: the next frame is drawn over this one. */
		readonly dispose: number;
	}

	const gifenc: {
		GIFEncoder(): {
			writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
			finish(): void;
			bytes(): Uint8Array;
		};
		nearestColorIndex(palette: readonly Color[], color: Color): number;
	};
	export default gifenc;
}
