import { frequentColors, paletteIndexes } from '../../../../e2e/ui/pictures/palette.mts';

const WHITE = [255, 255, 255] as const;
const ALMOST_WHITE = [248, 252, 248] as const;
const BLUE = [9, 83, 180] as const;

const pixels = (...colors: ReadonlyArray<readonly number[]>): Uint8Array =>
	Uint8Array.from(colors.flatMap((color) => [...color, 255]));

describe('The colours of most pixels', () => {
	it('come first, exactly as they are', () => {
		const colors = frequentColors(pixels(BLUE, WHITE, ALMOST_WHITE, WHITE, BLUE, WHITE), 2);

		expect(colors).toEqual([WHITE, BLUE]);
	});
});

describe('A picture as indexes of a palette', () => {
	it('keeps colours apart that differ by little', () => {
		const indexes = paletteIndexes(pixels(ALMOST_WHITE, WHITE), [WHITE, ALMOST_WHITE]);

		expect([...indexes]).toEqual([1, 0]);
	});

	it('takes the nearest colour for one that the palette does not have', () => {
		const indexes = paletteIndexes(pixels([20, 90, 170]), [WHITE, BLUE]);

		expect([...indexes]).toEqual([1]);
	});
});
