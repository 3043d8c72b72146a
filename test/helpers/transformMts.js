const ts = require('typescript');

/** Jest cannot load ES modules beside n8n's CommonJS: `.mts` files are compiled to CommonJS for the tests. */
module.exports = {
	process: (source, path) => ({
		code: ts.transpileModule(source, {
			// Under its own name TypeScript would insist on an ES module.
			fileName: path.replace(/\.mts$/, '.ts'),
			compilerOptions: {
				module: ts.ModuleKind.CommonJS,
				target: ts.ScriptTarget.ES2022,
				esModuleInterop: true,
				inlineSourceMap: true,
				inlineSources: true,
			},
		}).outputText,
	}),
};
