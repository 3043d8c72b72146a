import { PROVIDER_IDS } from '../../../tools/providers.js';
import { findSecrets } from './find-secrets.mts';
import { recordPrintedText } from './printed-text.mts';
import { reportSecrets } from './report.mts';
import {
	buildWebhook,
	CREDENTIAL_SECRETS,
	WEBHOOK_SECRETS,
} from '../../../tools/sandbox/index.mts';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';

const dummy = { label: 'a token', value: 'dummy/t+k"n' };

describe('looking for secrets', () => {
	it('finds none in a clean text', () => {
		expect(findSecrets('nothing to see', [dummy])).toEqual([]);
	});

	it.each([
		['plain', `authorization: Bearer ${dummy.value}`],
		['URL-encoded', `/seen?access_token=${encodeURIComponent(dummy.value)}`],
		['JSON-escaped', JSON.stringify({ token: dummy.value })],
		['Base64', Buffer.from(dummy.value).toString('base64')],
	])('finds one written %s', (writtenAs, text) => {
		expect(findSecrets(text, [dummy])).toEqual([{ label: 'a token', writtenAs }]);
	});

	it('takes an empty secret for none', () => {
		expect(findSecrets('any text', [{ label: 'unset', value: '' }])).toEqual([]);
	});

	it('reports the place and the name, never the secret itself', () => {
		const texts = [{ place: "n8n's log", text: `oops ${dummy.value}` }];
		const report = reportSecrets(texts, [dummy]);
		expect(report).toEqual(["SECRET FOUND: a token (plain) in n8n's log"]);
		expect(report.join()).not.toContain(dummy.value);
	});
});

describe('the secrets that are looked for', () => {
	it('are every secret field of every account: each says that it is of the sandbox', () => {
		const accounts = PROVIDER_IDS.flatMap((id) => Object.values(standInOf(id).account));

		expect(CREDENTIAL_SECRETS.map(({ value }) => value)).toEqual(
			accounts.filter((value) => /sandbox/i.test(value)),
		);
	});

	it.each(PROVIDER_IDS)('are what a webhook of %s carries along, and nothing else of it', (id) => {
		const { payload, headers } = buildWebhook({ provider: id, kind: 'direct' });
		const posted = JSON.stringify([headers, payload]);

		expect(WEBHOOK_SECRETS.filter(({ value }) => posted.includes(value))).toEqual(
			standInOf(id).webhookSecrets.map((value) => ({ label: `${id} webhook secret`, value })),
		);
	});
});

describe('a secret in the path of a request', () => {
	const paths = PROVIDER_IDS.map((id) => [id, standInOf(id).receipt('3EB0').path] as const).filter(
		([, path]) => /sandbox/i.test(path),
	);

	it('is that of Z-API and GREEN-API', () => {
		expect(paths.map(([id]) => id)).toEqual(['zapi', 'greenApi']);
	});

	it.each(paths)('is found where %s has it', (id, path) => {
		const [found] = findSecrets(
			`Request failed: POST https://example.com${path}`,
			CREDENTIAL_SECRETS,
		);

		expect(found?.label).toContain(id);
	});
});

describe('the record of what is printed', () => {
	it('keeps the text and still prints it', () => {
		const passedOn: string[] = [];
		const stream = {
			write: (text: string) => passedOn.push(text) > 0,
		} as unknown as NodeJS.WriteStream;
		const printed = recordPrintedText([stream]);
		stream.write('one ');
		stream.write('two');
		expect(printed()).toBe('one two');
		expect(passedOn).toEqual(['one ', 'two']);
	});
});
