import { withoutDevelopment } from '../../e2e/package/install.mts';
import { tarballName } from '../../e2e/package/pack.mts';
import { projectPaths } from '../../e2e/paths.mts';

describe('installing the packed node', () => {
	it('reads the tarball’s name out of what npm prints', () => {
		const printed =
			'[{"id":"n8n-nodes-whatsapp-mark-read@0.1.0","filename":"n8n-nodes-0.1.0.tgz"}]';
		expect(tarballName(printed)).toBe('n8n-nodes-0.1.0.tgz');
	});

	it('leaves out what only development needs, as n8n does', () => {
		const packageJson = {
			name: 'n8n-nodes-example',
			version: '1.2.3',
			n8n: { nodes: [] },
			devDependencies: { jest: '30' },
			peerDependencies: { 'n8n-workflow': '*' },
			optionalDependencies: {},
		};
		expect(withoutDevelopment(packageJson)).toEqual({
			name: 'n8n-nodes-example',
			version: '1.2.3',
			n8n: { nodes: [] },
		});
	});

	it('gives two runs at the same time homes of their own', () => {
		const first = projectPaths('/project', { n8nPort: 5678, purpose: 'stay' });
		const second = projectPaths('/project', { n8nPort: 5690, purpose: 'once' });
		expect(first.userFolder).not.toBe(second.userFolder);
		expect(first.packFolder).not.toBe(second.packFolder);
		expect(first.logFile).not.toBe(second.logFile);
	});

	it('puts n8n’s home where the node finds n8n’s own n8n-workflow first', () => {
		const { hostFolder, userFolder } = projectPaths('/project', { n8nPort: 5678, purpose: 'stay' });
		expect(userFolder.startsWith(`${hostFolder}/node_modules/`)).toBe(true);
	});
});
