/** Licences under which a tool of the development may stand; none of them reaches what is published. */
const ALLOWED = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC-BY-3.0',
	'CC-BY-4.0',
	'CC0-1.0',
	'ISC',
	'MIT',
	'Python-2.0',
	'Unlicense',
]);

/**
 * n8n's own packages stand under its Sustainable Use License (n8n-core, n8n-workflow, the `@n8n/`
 * tools) or its enterprise licence (`@n8n_io/`). Whoever runs this node has them from n8n itself; here they are
 * used to develop and test it, and are not passed on.
 */
const FROM_N8N = /^(n8n-core|n8n-workflow|@n8n\/[a-z0-9-]+|@n8n_io\/ai-assistant-sdk)@/;

/** What a package says about its licence, as license-checker reads it. */
export interface LicensedPackage {
	/** As in `jest@30.5.2`. */
	readonly name: string;
	/** SPDX expressions, as in `MIT` or `(MIT OR CC0-1.0)`. */
	readonly licences: readonly string[];
}

/**
 * Finds the packages whose licence is not among the accepted ones.
 * @returns what is wrong, a line each
 */
export function findLicenceFaults(packages: readonly LicensedPackage[]): readonly string[] {
	return packages
		.filter(({ name }) => !FROM_N8N.test(name))
		.filter(({ licences }) => licences.length === 0 || !licences.every(isAllowed))
		.map(({ name, licences }) => `${name}: ${licences.join(', ') || 'no licence'} is not allowed`);
}

/** Of a choice one licence must be allowed, of a sum all; an expression of both kinds is refused. */
function isAllowed(expression: string): boolean {
	const bare = expression.replace(/^\((.*)\)$/, '$1');
	if (bare.includes(' OR ')) return bare.split(' OR ').some((choice) => ALLOWED.has(choice));
	return bare.split(' AND ').every((part) => ALLOWED.has(part));
}
