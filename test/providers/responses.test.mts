import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { answered, readReceipt } from '../helpers/responses.ts';
import { casesOf } from '../helpers/providerCases.mts';
import type { ResponseCase } from '../helpers/providerCases.mts';

const read = ({ status = 200, body, headers }: Omit<ResponseCase, 'says' | 'expected'>) =>
	answered(status, body, headers);

describe.each(PROVIDERS)('A response of $displayName', (provider) => {
	const responses = casesOf<ResponseCase>(provider.id, 'responses.json');

	it.each(responses)('$says', (response) => {
		const { messageIds } = response;
		const { failedIds, ...verdict } = {
			failedIds: undefined,
			...readReceipt(provider, read(response), messageIds),
		};
		const failed = failedIds && { failedIds: Object.fromEntries(failedIds) };

		expect({ ...unsaid(response), ...verdict, ...failed }).toEqual({
			...unsaid(response),
			...response.expected,
		});
		expect(JSON.stringify(verdict)).not.toContain('dummy-');
	});

	it('is repeated only in part when its request id is long', () => {
		for (const { headers, ...response } of responses.filter(
			({ headers }) => headers !== undefined,
		)) {
			const long = { ...response, headers: { 'x-request-id': 'x'.repeat(50_000) } };
			expect(readReceipt(provider, read(long)).requestId).toBe(`${'x'.repeat(300)}…`);
		}
	});

	const [accepted] = responses.filter(({ expected }) => expected.kind === 'accepted');
	it.each([199, 300, 302, 400, 404, 500])('accepts nothing under HTTP %i', (status) => {
		expect(readReceipt(provider, answered(status, accepted?.body)).kind).toBe('error');
	});
});

/** What holds unless a case says something else. */
function unsaid({ status = 200, expected }: ResponseCase): object {
	return expected.kind === 'error'
		? { status, statusInBody: null, code: null, text: null, requestId: null }
		: { chatId: null, requestId: null, warning: null };
}
