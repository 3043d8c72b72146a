import { isDeepStrictEqual } from 'node:util';

import { expect } from '@playwright/test';

/** Looks until it is the same twice in a row: what moved has come to rest. Returns what is seen. */
export async function atRest<What>(look: () => Promise<What>): Promise<What> {
	let seen = await look();
	const isAtRest = async (): Promise<boolean> => {
		const before = seen;
		seen = await look();
		return isDeepStrictEqual(seen, before);
	};
	await expect.poll(isAtRest, { intervals: [150], message: 'something at rest' }).toBe(true);
	return seen;
}
