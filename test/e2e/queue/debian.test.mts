import { packagesToInstall } from '../../../e2e/queue/debian.mts';

/** What apt-get of Debian 12 printed. */
const SIMULATION = `Reading package lists...
The following additional packages will be installed:
  libjemalloc2 liblzf1 redis-tools
Inst libjemalloc2 (5.3.0-1 Debian:12.11/stable [amd64])
Inst liblzf1 (3.6-3 Debian:12.11/stable [amd64])
Inst redis-server (5:7.0.15-1~deb12u10 Debian-Security:12/stable-security [amd64])
Conf libjemalloc2 (5.3.0-1 Debian:12.11/stable [amd64])
`;

describe('a program that this machine lacks', () => {
	it('comes with the packages apt-get would install for it', () => {
		expect(packagesToInstall(SIMULATION)).toEqual(['libjemalloc2', 'liblzf1', 'redis-server']);
	});

	it('comes alone when nothing else is missing', () => {
		expect(packagesToInstall('Reading package lists...\n')).toEqual([]);
	});
});
