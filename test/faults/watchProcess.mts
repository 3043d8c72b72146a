import { inspect } from 'node:util';
import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../../tools/sandbox/index.mts';
import { findSecrets, type Secret } from '../e2e/secrets/find-secrets.mts';

/** A piece of a secret that tells it from ordinary text: a text cut off in its middle leaks too. */
const PIECE_LENGTH = 16;

const SECRETS: readonly Secret[] = [...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS].flatMap(
	({ label, value }) => [
		{ label, value },
		{ label: `beginning of ${label}`, value: value.slice(0, PIECE_LENGTH) },
		{ label: `end of ${label}`, value: value.slice(-PIECE_LENGTH) },
	],
);

const WHOLE = { depth: Infinity, showHidden: true, maxStringLength: null, maxArrayLength: null };

/** The names of all secrets of the sandbox that stand anywhere in a value, as JSON or hidden in it, whole or in part. */
export function secretsIn(value: unknown): readonly string[] {
	const text = `${JSON.stringify(value)}\n${inspect(value, WHOLE)}`;
	return [...new Set(findSecrets(text, SECRETS).map(({ label }) => label))];
}

/** Jest gives its tests a copy of `process`, which hears of no warning. */
const realProcess = process.getBuiltinModule('node:process');

/**
 * Ends the test file with a test of what it must not do behind everybody's back: print a secret, or give Node a reason
 * for a warning. An unhandled rejection fails the test that it comes from: that is Jest's own doing.
 */
export function itStaysQuiet(): void {
	const printed: unknown[] = [];
	const warnings: string[] = [];
	const note = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);

	beforeAll(() => {
		realProcess.on('warning', note);
		const { stdout, stderr } = process;
		for (const spy of [
			...[stdout, stderr].map((stream) => jest.spyOn(stream, 'write')),
			...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
				jest.spyOn(console, level),
			),
		]) {
			printed.push(spy.mock.calls);
		}
	});

	it('prints no secret, and Node warns of nothing', async () => {
		await new Promise((resolve) => setImmediate(resolve));

		expect(secretsIn(printed)).toEqual([]);
		expect(warnings).toEqual([]);
	});

	afterAll(() => {
		realProcess.off('warning', note);
		jest.restoreAllMocks();
	});
}
