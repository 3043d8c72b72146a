import { onlyChanges } from '../../../../e2e/ui/pictures/only-changes.mts';

const TRANSPARENT = 255;

describe('A frame of a moving picture', () => {
	it('is whole when it is the first', () => {
		const frame = onlyChanges(undefined, Uint8Array.of(1, 2, 3), TRANSPARENT);

		expect([...frame]).toEqual([1, 2, 3]);
	});

	it('holds only what differs from the one before', () => {
		const frame = onlyChanges(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 7, 3), TRANSPARENT);

		expect([...frame]).toEqual([TRANSPARENT, 7, TRANSPARENT]);
	});
});
