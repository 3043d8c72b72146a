/** What belongs to one release. */
export interface Release {
	/** The git tag, as in `v1.2.0`. */
	readonly tag: string;
	/** The version in package.json. */
	readonly version: string;
	/** CHANGELOG.md. */
	readonly changelog: string;
}

/**
 * Checks that a tag, the package and the changelog speak of the same version.
 * @returns what is wrong, a line each
 */
export function findReleaseFaults({ tag, version, changelog }: Release): readonly string[] {
	const lines = changelog.split('\n');
	const heading = lines.findIndex((line) => line.startsWith(`## [${version}]`));
	return [
		...(tag === `v${version}` ? [] : [`the tag is ${tag}, the version in package.json ${version}`]),
		...(heading === -1
			? [`CHANGELOG.md has no section ## [${version}]`]
			: findSectionFaults(lines.slice(heading), version)),
	];
}

function findSectionFaults(lines: readonly string[], version: string): readonly string[] {
	const [title = '', ...rest] = lines;
	const nextTitle = rest.findIndex((line) => line.startsWith('## '));
	const section = nextTitle === -1 ? rest : rest.slice(0, nextTitle);
	return [
		...(/ - \d{4}-\d{2}-\d{2}$/.test(title)
			? []
			: [`CHANGELOG.md: the section of ${version} has no date, as in "- 2026-01-31"`]),
		...(section.some((line) => line.startsWith('- '))
			? []
			: [`CHANGELOG.md: the section of ${version} lists nothing`]),
	];
}
