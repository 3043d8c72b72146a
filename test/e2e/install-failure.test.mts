import { explainInstallFailure } from '../../e2e/host/install-failure.mts';

describe('a failed installation of n8n', () => {
	// What npm and node-gyp print in these cases.
	it.each([
		[
			'gyp ERR! find Python You need to install the latest version of Python.',
			'compiler is missing',
		],
		['gyp ERR! stack Error: not found: make', 'compiler is missing'],
		['make: g++: No such file or directory\nsh: g++: not found', 'compiler is missing'],
		['npm error code ENOTFOUND\nnpm error network request failed', 'download failed'],
		['npm error code EAI_AGAIN', 'download failed'],
		['npm error code ENOSPC\nnpm error nospc no space left on device', 'disk is full'],
		['npm error code EACCES\nnpm error permission denied, mkdir', 'may not be written to'],
		['npm error code E404\nnpm error 404 Not Found', 'does not give out a package'],
	])('is explained: %s', (output, cause) => {
		const failure = explainInstallFailure('n8n could not be installed', output);
		expect(failure.message).toMatch(/^n8n could not be installed: /);
		expect(failure.message).toContain(cause);
		expect(failure.advice).toMatch(/start again|Give your user/);
	});

	it('names the packages to install when the compiler is missing', () => {
		const { advice } = explainInstallFailure('x', 'gyp ERR! find Python');
		expect(advice).toContain('apt-get install python3 make g++');
	});

	it('shows the end of an output nobody foresaw', () => {
		const output = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
		const failure = explainInstallFailure('n8n could not be installed', output);
		expect(failure.message).toBe('n8n could not be installed.');
		expect(failure.advice).toContain('line 39');
		expect(failure.advice).not.toContain('line 20\n');
	});
});
