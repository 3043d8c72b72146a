import { chooseNode } from '../../e2e/host/node-runtime.mts';

const node20 = { path: '/usr/bin/node', version: '20.20.2' };
const node24 = { path: '/usr/bin/node', version: '24.21.0' };

describe('the Node.js that runs n8n', () => {
	it('is the one n8n brings for this platform', () => {
		const choice = { broughtByHost: '/host/node', own: node24, platform: 'linux-x64' };
		expect(chooseNode(choice)).toBe('/host/node');
	});

	it('is the own one when it is new enough and none was brought', () => {
		const choice = { broughtByHost: undefined, own: node24, platform: 'darwin-arm64' };
		expect(chooseNode(choice)).toBe('/usr/bin/node');
	});

	it('is asked for when there is none: version, platform and what to install', () => {
		const choice = { broughtByHost: undefined, own: node20, platform: 'darwin-arm64' };
		expect(() => chooseNode(choice)).toThrow(
			'n8n needs Node.js 24 or newer; this is 20.20.2, and there is no ready-made Node.js package for darwin-arm64.',
		);
	});
});
