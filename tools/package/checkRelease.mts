import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Checks, before something is released, that the tag, package.json and CHANGELOG.md name the same version.
 * Usage: npx tsx tools/package/checkRelease.mts v1.2.0
 */
const root = join(import.meta.dirname, '..', '..');
const [tag] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	version: string;
};
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const sections = changelog.split(/^## /m);
const section = sections.find((text) => text.startsWith(`[${version}]`));

const faults = [
	tag !== `v${version}` && `the tag is ${tag}, the version in package.json ${version}`,
	section === undefined && `CHANGELOG.md has no section ## [${version}]`,
	section && !/^.* - \d{4}-\d{2}-\d{2}\n/.test(section) && `the section of ${version} has no date`,
	section && !section.includes('\n- ') && `the section of ${version} lists nothing`,
	!changelog.includes(`\n[${version}]: https://`) && `CHANGELOG.md has no link for ${version}`,
].filter(Boolean);

faults.forEach((fault) => console.error(fault));
if (faults.length === 0) console.log(`${tag} may be released.`);
else process.exitCode = 1;
