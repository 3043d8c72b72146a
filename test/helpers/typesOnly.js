const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');

/**
 * The TypeScript files below a folder that hold nothing but types. They compile to nothing, so that no test can ever
 * run them, and a coverage of 0 % of nothing would only hide what is really missing.
 *
 * @returns their paths below `root`, with forward slashes
 */
function typesOnly(root, folder) {
	return readdirSync(join(root, folder), { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name).replaceAll('\\', '/'))
		.filter((path) => compiled(readFileSync(join(root, path), 'utf8')) === 'export {};');
}

function compiled(source) {
	const compilerOptions = {
		module: ts.ModuleKind.ESNext,
		target: ts.ScriptTarget.ES2022,
		removeComments: true,
	};
	return ts.transpileModule(source, { compilerOptions }).outputText.trim();
}

module.exports = { typesOnly };
