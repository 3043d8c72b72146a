import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(process.cwd(), '.github', 'workflows');

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly 'timeout-minutes'?: unknown;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
	readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
}

interface WorkflowFile {
	readonly permissions: Readonly<Record<string, string>>;
	readonly concurrency?: { readonly group: string };
	readonly jobs: Readonly<Record<string, Job>>;
}

const files = readdirSync(FOLDER);
const texts = new Map(files.map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
};

function workflow(file: string): WorkflowFile {
	return parse(texts.get(file) ?? '') as WorkflowFile;
}

function jobs(file: string): ReadonlyArray<readonly [string, Job]> {
	return Object.entries(workflow(file).jobs);
}

function steps(file: string): readonly Step[] {
	return jobs(file).flatMap(([, job]) => job.steps);
}

/** The npm scripts a workflow calls: in its commands, and those its matrix names. */
function calledScripts(file: string): readonly string[] {
	const commands = steps(file).flatMap(({ run = '' }) => [
		...run.matchAll(/\bnpm (?:run )?(?!run\b)([a-z][a-z0-9:]*)/g),
	]);
	const named = (texts.get(file) ?? '').matchAll(/script: '([^']+)'/g);
	const ownCommands = ['ci', 'pack', 'publish', 'config'];
	return [...commands, ...named]
		.map(([, script]) => script ?? '')
		.filter((script) => !ownCommands.includes(script));
}

describe('The workflows', () => {
	it('are one for changes, one for releases and one for what takes long', () => {
		expect(files.sort()).toEqual(['ci.yml', 'publish.yml', 'weekly.yml']);
	});

	describe.each(files)('of which %s', (file) => {
		it('pins every action by its commit and says which version that is', () => {
			const uses = (texts.get(file) ?? '').split('\n').filter((line) => line.includes('uses:'));

			expect(uses.length).toBe(steps(file).filter((step) => step.uses !== undefined).length);
			uses.forEach((line) => expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/));
		});

		it('may read the repository and nothing else', () => {
			expect(workflow(file).permissions).toEqual({ contents: 'read' });
		});

		it('leaves no credential of the repository behind', () => {
			const checkouts = steps(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));

			checkouts.forEach((checkout) =>
				expect(checkout.with).toMatchObject({ 'persist-credentials': false }),
			);
		});

		it('ends every job in time, and does not run twice for the same', () => {
			jobs(file).forEach(([, job]) => expect(job['timeout-minutes']).toBeDefined());
			expect(workflow(file).concurrency?.group).toBeTruthy();
		});

		it('runs no install script of a dependency', () => {
			const installs = steps(file).filter(({ run }) => run?.startsWith('npm ci'));

			expect(installs.length).toBeGreaterThan(0);
			installs.forEach(({ run }) => expect(run).toContain('--ignore-scripts'));
		});

		it('calls npm scripts that exist', () => {
			const called = calledScripts(file);

			expect(called.length).toBeGreaterThan(0);
			expect(called.filter((script) => !(script in scripts))).toEqual([]);
		});

		it('puts nothing from outside into a command', () => {
			steps(file).forEach(({ run = '' }) => expect(run).not.toContain('${{'));
		});
	});

	it('run the checks on every supported Node.js', () => {
		expect(workflow('ci.yml').jobs.checks?.strategy?.matrix.node).toEqual([20, 22, 24]);
	});

	it('let one job alone sign, which runs no code of the project', () => {
		const signing = files.flatMap((file) =>
			jobs(file).filter(([, job]) => job.permissions?.['id-token'] === 'write'),
		);

		expect(signing.map(([name]) => name)).toEqual(['publish']);
		expect(signing[0]?.[1].steps.filter(({ uses }) => uses?.includes('checkout'))).toEqual([]);
	});

	it('publish with provenance, after the checks', () => {
		const { publish } = parse(texts.get('publish.yml') ?? '').jobs as {
			publish: Job & { needs: string };
		};

		expect(publish.needs).toBe('check');
		expect(publish.steps.at(-1)?.run).toContain(
			'npm publish ./release/*.tgz --provenance --access public',
		);
	});
});

describe('Dependabot', () => {
	interface Update {
		readonly 'package-ecosystem': string;
		readonly schedule: { readonly interval: string };
		readonly ignore?: ReadonlyArray<{ readonly 'dependency-name': string }>;
	}
	const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
		updates: readonly Update[];
	};

	it('looks after the actions and the packages, weekly', () => {
		expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
		updates.forEach(({ schedule }) => expect(schedule.interval).toBe('weekly'));
	});

	it("leaves alone what n8n's rules and tools pin", () => {
		const ignored = updates.flatMap(({ ignore = [] }) =>
			ignore.map((rule) => rule['dependency-name']),
		);

		expect(ignored).toEqual(expect.arrayContaining(['eslint', 'nock', 'typescript']));
	});
});
