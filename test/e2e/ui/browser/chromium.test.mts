import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { StartFailure } from '../../../../e2e/failure.mts';
import { findChromium } from '../../../../e2e/ui/browser/chromium.mts';

describe('Chromium', () => {
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'chromium-'));
	});

	afterEach(async () => {
		await rm(folder, { recursive: true });
	});

	it('is found in the folders of the PATH', async () => {
		const program = join(folder, 'chromium');
		await writeFile(program, '');
		await chmod(program, 0o755);

		expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(program);
	});

	it('is asked for, with the command that installs it, when it is not there', () => {
		const look = () => findChromium({ PATH: folder });

		expect(look).toThrow(StartFailure);
		expect(look).toThrow('Chromium is not installed.');
	});
});
