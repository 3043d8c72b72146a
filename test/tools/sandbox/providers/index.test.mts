import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { PROVIDER_IDS, standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { ofEachProvider, providerOf } from '../../../../tools/providers.js';

describe('The providers of the sandbox and of the runs with n8n', () => {
	it('are those of the registry, in its order', () => {
		expect(PROVIDER_IDS.map(providerOf)).toEqual(PROVIDERS);
	});

	it.each(PROVIDERS)('have a stand-in for $displayName in its own folder', ({ id }) => {
		expect(Object.keys(standInOf(id).routes)).not.toEqual([]);
	});

	it('are found by Node itself, which loads the tools as ES modules', async () => {
		const code =
			"import('./tools/sandbox/index.mts').then((it) => console.log(it.PROVIDER_IDS.join()))";
		const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', code]);

		expect(stdout).toBe(`${PROVIDER_IDS.join()}\n`);
	});

	it('must all have the file and the export that is asked for', () => {
		const [first] = PROVIDER_IDS;

		expect(() => ofEachProvider('docs', 'standIn')).toThrow(
			`A provider of the registry needs docs/${first}/index.mts, which exports "standIn"`,
		);
		expect(() => ofEachProvider('sandbox/providers', 'understudy')).toThrow(
			`needs sandbox/providers/${first}/index.mts, which exports "understudy"`,
		);
	});

	it('are told from what is none of them', () => {
		expect(() => providerOf('nobody')).toThrow('No provider in the registry has the id "nobody"');
		expect(() => standInOf('nobody')).toThrow('No provider in the registry has the id "nobody"');
	});
});
