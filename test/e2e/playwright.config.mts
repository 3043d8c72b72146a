import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

import type { PictureOptions } from './ui/test.mts';

const ROOT = join(import.meta.dirname, '../../..');
const RESULTS = join(ROOT, '.cache', 'ui');

export default defineConfig<object, PictureOptions>({
	testMatch: '*.mts',
	// CommonJS, which Node loads itself; what it requires of the node is TypeScript all the same.
	build: { external: ['**/tools/*.js'] },
	outputDir: RESULTS,
	reporter: 'list',
	// All tests share one n8n, and one phone page whose history each of them clears.
	workers: 1,
	retries: 1,
	timeout: 180_000,
	// A page takes a moment to show what was changed; a busy machine takes longer.
	expect: { timeout: 15_000 },
	use: { screenshot: 'only-on-failure', testIdAttribute: 'data-test-id' },
	projects: [
		{
			// Each example's test is with the provider it uses, and has the name of its file.
			name: 'examples',
			testDir: 'providers',
			testMatch: '*/examples.mts',
			retries: 0,
		},
		{
			name: 'editor',
			testDir: 'ui/checks',
			use: { pictureFolder: join(RESULTS, 'pictures') },
		},
		{
			// The tests that take the pictures of the pages.
			name: 'pictures',
			testDir: 'ui/checks',
			testIgnore: ['panel.mts', 'phone-keyboard.mts'],
			use: { pictureFolder: join(ROOT, 'docs', 'images') },
		},
	],
});
