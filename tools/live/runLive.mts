import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { secretTexts } from '../../nodes/WhatsAppMarkRead/credentialValues/secrets.ts';
import { InvalidInput } from '../../nodes/WhatsAppMarkRead/input/invalidInput.ts';
import { itemSecrets } from '../../nodes/WhatsAppMarkRead/pipeline/itemSecrets.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { credentialOf, type TestCredential } from '../../test/helpers/credentials.js';
import { loadOptionsContext } from '../../test/helpers/loadOptions.ts';
import { messagesOf } from '../../test/helpers/providerCases.mts';
import { prepareEngine, runNode } from '../../test/helpers/runNode.ts';
import { testCredential } from '../../test/helpers/testCredential.ts';
import { webhookItem } from '../../test/helpers/webhookItem.ts';
import { SECRET_FIELDS } from '../credentialTypes.js';
import { caseFile, expectedOf } from './caseFile.mts';
import { recordExchanges, type Exchange } from './exchanges.mts';
import { HELP, OptionError, readOptions, type LiveOptions } from './options.mts';
import { replacer } from './replacements.mts';

/** What n8n shows of one step, and what went over the network for it. */
interface Step {
	readonly step: 'Credential test' | 'List of accounts' | 'Marking';
	readonly succeeded: boolean;
	readonly shown: unknown;
	readonly exchanges: readonly Exchange[];
}

/**
 * Tries the node on a real account, as `HELP` says.
 *
 * @param args the arguments after the script's name
 * @returns the exit code
 */
export async function runLive(args: readonly string[]): Promise<number> {
	try {
		const options = readOptions(args);
		if (options !== null) return await tryOut(options);
		print(HELP);
		return 0;
	} catch (error) {
		if (error instanceof InvalidInput) print(`--credential: ${error.message}. ${error.advice}`);
		else if (error instanceof OptionError) print(error.message);
		else throw error;
		print('npm run live -- --help lists the options.');
		return 2;
	}
}

async function tryOut(options: LiveOptions): Promise<number> {
	const { provider, credential, webhook, requests, out } = options;
	const ofTests = credentialOf(provider.id);
	const secretNames = SECRET_FIELDS.filter((it) => it.provider === provider.id).map(
		({ name }) => name,
	);
	const secrets = [
		...provider.connect(credential).secrets,
		...secretTexts(...secretNames.map((name) => credential[name])),
		...itemSecrets(webhook ?? {}, PROVIDERS).texts,
	];
	options.warnings.forEach(print);
	prepareEngine();
	const account = { type: ofTests.type, data: credential };
	const first =
		requests === 'sent' ? [await test(account), await listAccounts(account, options)] : [];
	const steps = [...first, await mark(account, options)];

	const read = webhook === null ? null : expectedOf(provider, webhook);
	const { messageId, messageIds } = options.parameters;
	const ids = messagesOf(read).flatMap(({ id, account: of }) => [id, of ?? '']);
	const replace = replacer({
		...options,
		testCredential: ofTests.data,
		secrets,
		ids: [...ids, String(messageId ?? messageIds ?? '')],
		values: [webhook, steps],
	});
	const safe = replace(steps);
	if (requests === 'withheld') {
		const [marking] = safe;
		// Without a request, the error says why.
		if (marking?.exchanges.length === 0) print(asText(marking.shown));
		marking?.exchanges.forEach(printRequest);
		return marking?.exchanges.length === 0 ? 1 : 0;
	}
	safe.forEach(printStep);
	const payload = webhook === null ? null : replace(webhook, 'webhook');
	const cases = caseFile(provider, payload, safe, String(ofTests.data[secretNames[0] ?? '']));
	mkdirSync(dirname(out), { recursive: true });
	writeFileSync(out, `${JSON.stringify(cases, null, '\t')}\n`);
	print(`\nWritten as cases: ${out}`);
	if (
		payload !== null &&
		JSON.stringify(expectedOf(provider, payload)) !== JSON.stringify(replace(read))
	) {
		print(
			'With the values replaced, the node reads the webhook differently: correct its case by hand.',
		);
	}
	return steps.every(({ succeeded }) => succeeded) ? 0 : 1;
}

async function test({ type, data }: TestCredential): Promise<Step> {
	const { result, exchanges } = await recordExchanges(
		'sent',
		async () => await testCredential(type, data),
	);
	return {
		step: 'Credential test',
		succeeded: result.status === 'OK',
		shown: result.message,
		exchanges,
	};
}

async function listAccounts(account: TestCredential, { provider }: LiveOptions): Promise<Step> {
	const context = loadOptionsContext({ provider: provider.id }, account);
	const { searchAccounts } = new WhatsAppMarkRead().methods.listSearch;
	const { result, exchanges } = await recordExchanges('sent', async () => {
		try {
			const { results } = await searchAccounts.call(context);
			return { succeeded: true, shown: `${results.length} found` };
		} catch (error) {
			return { succeeded: false, shown: errorShown(error) };
		}
	});
	if (provider.accountDirectory === undefined) result.shown = `${provider.displayName} has none`;
	// Without a request, the credential lacks a field that only the list needs.
	return {
		step: 'List of accounts',
		...result,
		succeeded: result.succeeded || exchanges.length === 0,
		exchanges,
	};
}

async function mark(account: TestCredential, options: LiveOptions): Promise<Step> {
	const { provider, parameters, webhook, requests } = options;
	const { result, exchanges } = await recordExchanges(requests, async () => {
		return await runNode({
			node: new WhatsAppMarkRead(),
			// Each request once: what is wanted is the response, whatever it is.
			parameters: { provider: provider.id, ...parameters, options: { maxRetries: 0, maxWait: 0 } },
			credentials: { [account.type.name]: account },
			items: [webhook === null ? {} : webhookItem(webhook)],
		});
	});
	const { error } = result.task;
	const shown = error ? errorShown(error) : result.output.flat().map(({ json }) => json);
	return { step: 'Marking', succeeded: error === undefined, shown, exchanges };
}

function errorShown(error: unknown): string {
	const { message, description } = error as { message: string; description?: string | null };
	return [message, description].filter(Boolean).join('\n');
}

function printStep({ step, succeeded, shown, exchanges }: Step): void {
	print(`\n${step}: ${succeeded ? 'succeeded' : 'failed'}\n${asText(shown)}`);
	for (const exchange of exchanges) {
		printRequest(exchange);
		const { response } = exchange;
		if (response === undefined) print('\n< nothing came back');
		else
			print(`\n< ${response.status}\n${headerLines(response.headers)}\n${asText(response.body)}`);
	}
}

function printRequest({ method, url, headers, body }: Exchange): void {
	print(`\n> ${method} ${url}\n${headerLines(headers)}\n${asText(body)}`);
}

function headerLines(headers: Readonly<Record<string, string>>): string {
	return Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}`)
		.join('\n');
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}
