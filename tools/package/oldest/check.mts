import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { SECRET_FIELDS } from '../../credentialTypes.js';
import { providerOf } from '../../providers.js';
import {
	buildWebhook,
	personId,
	PROVIDER_IDS,
	sandboxCredential,
	startSandbox,
	type ProviderId,
	type ReceivedMessage,
	type Sandbox,
} from '../../sandbox/index.mts';

const ENGINE = join(import.meta.dirname, 'engine.js');

const LONGEST_MS = 60_000;

/** A run of the node as engine.js takes it, and what must come of it. */
interface OldestCase {
	readonly what: string;
	readonly parameters: object;
	readonly credentialType: string;
	readonly credential: object;
	readonly items: readonly object[];
	readonly onError?: 'continueErrorOutput';
	/** For each output of the node what its items say. */
	readonly outputs: ReadonlyArray<ReadonlyArray<'read' | 'error'>>;
	/** The message that must be read at the provider afterwards. */
	readonly marks?: ReceivedMessage;
}

/** What engine.js writes down. */
interface EngineResults {
	readonly credentialTypes: readonly string[];
	readonly results: ReadonlyArray<{
		readonly error: string | null;
		readonly outputs: ReadonlyArray<ReadonlyArray<Readonly<Record<string, unknown>>>>;
	}>;
}

/**
 * Loads and runs the packed node with the packages of the oldest n8n that it supports, against the sandbox.
 * @param unpacked the packed node
 * @param n8nFolder where that n8n is installed
 * @returns how many runs there were, and what is wrong, a line each
 */
export async function runInOldestN8n(unpacked: string, n8nFolder: string) {
	// Below its node_modules the package finds that n8n's `n8n-workflow`, as in every n8n.
	const workFolder = join(n8nFolder, 'node_modules', '.cache', 'check');
	const [packageFolder, runs, results] = ['package', 'runs.json', 'results.json'].map((name) =>
		join(workFolder, name),
	) as [string, string, string];
	await rm(workFolder, { recursive: true, force: true });
	await cp(unpacked, packageFolder, { recursive: true });
	const sandbox = await startSandbox();
	try {
		const cases = [endlessResponse(sandbox), ...PROVIDER_IDS.flatMap((id) => casesOf(id, sandbox))];
		await writeFile(runs, JSON.stringify(cases));
		const options = [ENGINE, n8nFolder, packageFolder, runs, results];
		await promisify(execFile)(process.execPath, options, { timeout: LONGEST_MS });
		const seen = JSON.parse(await readFile(results, 'utf8')) as EngineResults;
		return { runs: cases.length, faults: faultsOf(cases, seen, sandbox) };
	} finally {
		await sandbox.close();
	}
}

/** For every provider a marking from a webhook, one from fields, and failures with an error output. */
function casesOf(provider: ProviderId, sandbox: Sandbox): readonly OldestCase[] {
	const arrive = (digit: number) => arrived(provider, digit, sandbox);
	const [received, entered, good] = [arrive(1), arrive(2), arrive(3)];
	const { messageId, chatId, account } = entered.message;
	const run = runOf(provider, sandbox);
	// All that any provider asks for: n8n hands on those that the panel shows.
	const fields = {
		source: 'fields',
		chatType: 'direct',
		chatId: '={{ $json.chatId }}',
		messageId: '={{ $json.messageId }}',
		messageIds: ['={{ $json.messageId }}'],
		phoneNumberId: { __rl: true, mode: 'id', value: account },
	};
	const secrets = SECRET_FIELDS.filter((field) => field.provider === provider);
	const wrong = Object.fromEntries(secrets.map(({ name }) => [name, 'exampleOfAWrongSecret']));
	return [
		{
			...run,
			what: `${provider}: from a webhook`,
			items: [{ body: received.payload }],
			outputs: [['read']],
			marks: received.message,
		},
		{
			...run,
			what: `${provider}: from fields`,
			parameters: { ...run.parameters, ...fields },
			items: [{ chatId, messageId }],
			outputs: [['read']],
			marks: entered.message,
		},
		{
			...run,
			what: `${provider}: an unusable item beside a good one`,
			items: [{ body: {} }, { body: good.payload }],
			onError: 'continueErrorOutput',
			outputs: [['read'], ['error']],
			marks: good.message,
		},
		{
			...run,
			what: `${provider}: a wrong credential`,
			credential: { ...run.credential, ...wrong },
			items: [{ body: arrive(4).payload }],
			onError: 'continueErrorOutput',
			outputs: [[], ['error']],
		},
	];
}

/** A response that arrives byte by byte: n8n before 1.68 cannot stop the request, and the execution never ends. */
function endlessResponse(sandbox: Sandbox): OldestCase {
	const [provider = ''] = PROVIDER_IDS;
	sandbox.faults.set(provider, { sequence: [{ kind: 'drip', everyMs: 100 }] });
	const run = runOf(provider, sandbox);
	return {
		...run,
		what: `${provider}: a response that never ends`,
		parameters: { ...run.parameters, options: { timeout: 1000, maxRetries: 0 } },
		items: [{ body: arrived(provider, 5, sandbox).payload }],
		onError: 'continueErrorOutput',
		outputs: [[], ['error']],
	};
}

/** Brings a message into the sandbox's memory as its webhook would. */
function arrived(provider: ProviderId, digit: number, { memory }: Sandbox) {
	const chat = personId(provider, `1650555000${digit}`);
	const { payload, message } = buildWebhook({ provider, kind: 'direct', chat });
	if (message === null) throw new Error(`${provider} has no message in its webhook`);
	return { payload, message: memory.receive(message) };
}

function runOf(provider: ProviderId, { url }: Sandbox) {
	return {
		parameters: { provider },
		credentialType: providerOf(provider).credentialType,
		credential: sandboxCredential(provider, url),
	};
}

function faultsOf(
	cases: readonly OldestCase[],
	{ credentialTypes, results }: EngineResults,
	{ memory }: Sandbox,
): readonly string[] {
	return cases.flatMap(({ what, credentialType, outputs, marks }, index) => {
		const { error = null, outputs: found = [] } = results[index] ?? {};
		const said = JSON.stringify(found.map((items) => items.map(statusOf)));
		return [
			!credentialTypes.includes(credentialType) && `${credentialType} is not loaded`,
			said !== JSON.stringify(outputs) && (error ?? said),
			marks && !memory.isRead(marks.provider, marks.messageId) && 'the message is not read',
		].flatMap((fault) => (fault ? [`${what}: ${fault}`] : []));
	});
}

function statusOf({ success, status, error }: Readonly<Record<string, unknown>>): unknown {
	if (success === true) return status;
	return typeof error === 'string' ? 'error' : null;
}
