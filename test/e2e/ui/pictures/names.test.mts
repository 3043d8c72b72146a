import { fileNameOf } from '../../../../e2e/ui/pictures/names.mts';

describe("The name of a check's picture", () => {
	it('is its sentence in small letters, with nothing a file system minds', () => {
		expect(fileNameOf('With Group + Define Below: "Add option"')).toBe(
			'with-group-define-below-add-option',
		);
	});

	it('is not longer than a file name should be', () => {
		expect(fileNameOf('word '.repeat(50)).length).toBeLessThanOrEqual(80);
	});
});
