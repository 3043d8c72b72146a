import { join } from 'node:path';

import { defineConfig, type Project } from '@playwright/test';

import type { HostOptions } from './test.mts';
import type { PictureOptions } from './ui/test.mts';

type Options = HostOptions & PictureOptions;
type TestProject = Project<object, Options>;

const ROOT = join(import.meta.dirname, '../..');
const RESULTS = join(ROOT, '.cache', 'ui');

/** The n8n versions, each alone and in queue mode; newest first. */
const HOSTS: readonly TestProject[] = (['2', '1'] as const).flatMap((major) =>
	(['regular', 'queue'] as const).map((mode) => ({
		name: `hosts-${major}-${mode}`,
		testDir: 'hosts/checks',
		testIgnore: mode === 'queue' ? [] : ['killed-worker.mts'],
		// What a limit does is tested elsewhere; here it would only make tests wait for each other.
		use: { major, mode, limits: 'none' },
	})),
);

const EDITOR: TestProject = {
	name: 'editor',
	testDir: 'ui/checks',
	use: { pictureFolder: join(RESULTS, 'pictures') },
};

/** Each example's test is with the provider it uses, and has the name of its file. */
const EXAMPLES: TestProject = {
	name: 'examples',
	testDir: 'providers',
	testMatch: '*/examples.mts',
	retries: 0,
};

/** The tests that take the pictures of the pages. */
const PICTURES: TestProject = {
	...EDITOR,
	name: 'pictures',
	testIgnore: ['panel.mts', 'phone-keyboard.mts'],
	use: { ...EDITOR.use, pictureFolder: join(ROOT, 'docs', 'images') },
};

// They change files of the project, so that they are taken only when asked for by name. The processes
// that run the tests read this file again, without the command line.
if (process.argv.includes('--project=pictures')) process.env.TAKE_PICTURES = 'yes';

export default defineConfig<object, Options>({
	testMatch: '*.mts',
	// CommonJS, which Node loads itself; what it requires of the node is TypeScript all the same.
	build: { external: ['**/tools/*.js'] },
	globalSetup: './set-up.mts',
	outputDir: RESULTS,
	reporter: 'list',
	// All tests of a project share one n8n, and one phone page whose history each of them clears.
	workers: 1,
	retries: 1,
	timeout: 180_000,
	// A page takes a moment to show what was changed; a busy machine takes longer.
	expect: { timeout: 15_000 },
	use: { screenshot: 'only-on-failure', testIdAttribute: 'data-test-id' },
	projects: [
		...HOSTS,
		EXAMPLES,
		EDITOR,
		...(process.env.TAKE_PICTURES === undefined ? [] : [PICTURES]),
	],
});
