import { readFileSync } from 'node:fs';

import { findReleaseFaults } from '../../../tools/package/release.mts';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-01-31

### Added

- Something new.

## [1.1.0] - 2026-01-15
`;

describe('A release', () => {
	it('may go out when tag, package and changelog name the same version', () => {
		const faults = findReleaseFaults({ tag: 'v1.2.0', version: '1.2.0', changelog: CHANGELOG });

		expect(faults).toEqual([]);
	});

	it('is held back when the tag names another version', () => {
		const faults = findReleaseFaults({ tag: 'v1.3.0', version: '1.2.0', changelog: CHANGELOG });

		expect(faults).toEqual(['the tag is v1.3.0, the version in package.json 1.2.0']);
	});

	it('is held back when the changelog does not have the version', () => {
		const faults = findReleaseFaults({ tag: 'v2.0.0', version: '2.0.0', changelog: CHANGELOG });

		expect(faults).toEqual(['CHANGELOG.md has no section ## [2.0.0]']);
	});

	it("is held back when the version's section says nothing", () => {
		const faults = findReleaseFaults({ tag: 'v1.1.0', version: '1.1.0', changelog: CHANGELOG });

		expect(faults).toEqual(['CHANGELOG.md: the section of 1.1.0 lists nothing']);
	});

	it("is held back when the version's section has no date", () => {
		const changelog = CHANGELOG.replace(' - 2026-01-31', '');

		const faults = findReleaseFaults({ tag: 'v1.2.0', version: '1.2.0', changelog });

		expect(faults).toEqual([
			'CHANGELOG.md: the section of 1.2.0 has no date, as in "- 2026-01-31"',
		]);
	});
});

describe("The project's own changelog", () => {
	const changelog = readFileSync('CHANGELOG.md', 'utf8');

	it('is ready for the release of 1.0.0', () => {
		expect(findReleaseFaults({ tag: 'v1.0.0', version: '1.0.0', changelog })).toEqual([]);
	});

	it('links every version it names', () => {
		const versions = [...changelog.matchAll(/^## \[([^\]]+)\]/gm)].map(([, version]) => version);

		const linked = [...changelog.matchAll(/^\[([^\]]+)\]: https:\/\//gm)].map(([, name]) => name);

		expect(linked).toEqual(versions);
	});
});
