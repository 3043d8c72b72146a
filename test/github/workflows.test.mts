import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = '.github/workflows';

interface Job {
	readonly 'timeout-minutes'?: number;
	readonly permissions?: object;
	readonly needs?: string;
	readonly strategy?: { readonly matrix: { include?: ReadonlyArray<{ script: string }> } };
	readonly steps: ReadonlyArray<{ uses?: string; run?: string; with?: object }>;
}

interface Workflow {
	readonly permissions: object;
	readonly concurrency?: { readonly group: string };
	readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = readdirSync(FOLDER).map((file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const workflow = parse(text) as Workflow;
	const jobs = Object.entries(workflow.jobs);
	return { file, text, workflow, jobs, steps: jobs.flatMap(([, { steps }]) => steps) };
});

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };

describe.each(workflows)('The workflow $file', ({ text, workflow, jobs, steps }) => {
	it('pins every action by its commit, says which version that is, and leaves no credential behind', () => {
		for (const line of text.split('\n').filter((one) => one.includes('uses:')))
			expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
			expect(step.with).toMatchObject({ 'persist-credentials': false });
	});

	it('may read the repository alone; only the job that publishes may sign, after the checks and without our code', () => {
		const permitted = jobs.filter(([, { permissions }]) => permissions !== undefined);

		expect(workflow.permissions).toEqual({ contents: 'read' });
		for (const [name, job] of permitted) {
			expect([name, job.permissions, job.needs]).toEqual([
				'publish',
				{ 'id-token': 'write' },
				'check',
			]);
			expect(job.steps.filter(({ uses }) => uses?.includes('checkout'))).toEqual([]);
			expect(job.steps.at(-1)?.run).toContain('npm publish ./release/*.tgz --provenance');
		}
	});

	it('ends every job in time, and does not run twice for the same', () => {
		for (const [, job] of jobs) expect(job['timeout-minutes']).toBeDefined();
		expect(workflow.concurrency?.group).toBeTruthy();
	});

	it('calls scripts that exist, without install scripts of others or text from outside', () => {
		const commands = steps.map(({ run = '' }) => run);
		const called = commands.flatMap((run) =>
			[...run.matchAll(/npm (?:run |(?=test|start))([a-z][\w:-]*)/g)].map(([, name = '']) => name),
		);
		const named = jobs.flatMap(([, { strategy }]) => strategy?.matrix.include ?? []);

		expect(
			[...called, ...named.map(({ script }) => script)].filter((script) => !(script in scripts)),
		).toEqual([]);
		expect(commands.filter((run) => run.includes('${{'))).toEqual([]);
		expect(commands.filter((run) => /npm ci(?! --ignore-scripts)/.test(run))).toEqual([]);
	});
});

it('The checks run on every supported Node.js', () => {
	const ci = workflows.find(({ file }) => file === 'ci.yml');

	expect(ci?.workflow.jobs.checks?.strategy?.matrix).toEqual({ node: [20, 22, 24] });
});

it("Dependabot looks after the actions and the packages, but not after what n8n's rules and tools pin", () => {
	const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
		updates: ReadonlyArray<{ ignore?: ReadonlyArray<{ 'dependency-name': string }> }>;
	};
	const [actions, npm] = updates;

	expect(actions).toMatchObject({
		'package-ecosystem': 'github-actions',
		schedule: { interval: 'weekly' },
	});
	expect(npm).toMatchObject({ 'package-ecosystem': 'npm', schedule: { interval: 'weekly' } });
	expect(npm?.ignore?.map((rule) => rule['dependency-name'])).toEqual(
		expect.arrayContaining(['eslint', 'nock', 'typescript']),
	);
});
