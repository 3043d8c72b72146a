import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';

import type { CheckResult, PackedPackage } from '../check.mts';
import { findLicenceFaults, type LicensedPackage } from '../licences.mts';

interface PackageJson {
	readonly license?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
}

/** Checks the licence of the package itself, and that nothing comes along with it. */
export async function checkOwnLicence({ unpacked }: PackedPackage): Promise<CheckResult> {
	const text = await readFile(join(unpacked, 'package.json'), 'utf8');
	const { license, dependencies = {} } = JSON.parse(text) as PackageJson;
	const file = join(unpacked, 'LICENSE');
	const licenceText = existsSync(file) ? await readFile(file, 'utf8') : '';
	return {
		subject: 'Own licence',
		seen: `${license ?? 'none'}, no dependency at run time`,
		faults: [
			...(license === 'MIT' ? [] : [`package.json names the licence ${license ?? 'nowhere'}`]),
			...(licenceText.startsWith('MIT License') ? [] : ['LICENSE is not the MIT License']),
			...Object.keys(dependencies).map((name) => `${name} is a dependency at run time`),
		],
	};
}

/** Checks the licence of everything that is installed to develop the package. */
export async function checkLicences({ root }: PackedPackage): Promise<CheckResult> {
	const packages = await installedPackages(root);
	return {
		subject: 'Licences of the development tools',
		seen: `${packages.length.toLocaleString('en')} packages`,
		faults: packages.length === 0 ? ['no package is installed'] : findLicenceFaults(packages),
	};
}

async function installedPackages(root: string): Promise<readonly LicensedPackage[]> {
	const found = await promisify(init)({ start: root });
	const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { name: string };
	return Object.entries(found)
		.filter(([name]) => !name.startsWith(`${own.name}@`))
		.map(([name, { licenses = [] }]) => ({ name, licences: [licenses].flat() }));
}
