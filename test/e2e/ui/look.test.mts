import { expectToRead, expectToRest, expectToSee } from '../../../e2e/ui/look.mts';

/** Shows one thing after the other, the last one from then on. */
function showing<What>(...things: readonly What[]): () => Promise<What> {
	let looks = -1;
	return async () => {
		looks = Math.min(looks + 1, things.length - 1);
		return await Promise.resolve(things[looks] as What);
	};
}

describe('Somebody who looks at a page', () => {
	it('looks again until it shows what is expected', async () => {
		await expect(expectToSee(['Read'], showing<string[]>([], ['Read']))).resolves.toBeUndefined();
	});

	it('is content with a text that holds all the parts', async () => {
		const look = showing('waiting', 'The token is refused. Make a new one.');

		await expect(expectToRead(['refused', 'new one'], look)).resolves.toBeUndefined();
	});

	it('waits until nothing moves any more', async () => {
		await expect(expectToRest(showing(1, 2, 3, 3))).resolves.toBe(3);
	});
});
