import { findSecrets } from '../../../e2e/secrets/find-secrets.mts';
import { recordPrintedText } from '../../../e2e/secrets/printed-text.mts';
import { reportSecrets } from '../../../e2e/secrets/report.mts';
import { secretsOf } from '../../../e2e/secrets/sandbox-secrets.mts';
import { PROVIDERS } from '../../../e2e/workflows/providers.mts';
import type { ProviderId } from '../../../sandbox/index.mts';
import { credentialOf } from '../../helpers/credentials.js';

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
	it('are every secret field of every account and the token in RyzeAPI’s payloads', () => {
		const accounts = Object.fromEntries(PROVIDERS.map((id) => [id, credentialOf(id).data]));
		const dummies = Object.values(accounts).flatMap((fields) =>
			Object.values(fields).filter((value) => String(value).startsWith('dummy-')),
		);

		const secrets = secretsOf(accounts as Record<ProviderId, object>, 'dummy-of-payload');

		expect(dummies.length).toBeGreaterThanOrEqual(PROVIDERS.length);
		expect(secrets.map(({ value }) => value).filter((value) => value !== '')).toEqual([
			...dummies,
			'dummy-of-payload',
		]);
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
