import nock from 'nock';

import { wuzapi } from '../../../nodes/WhatsAppMarkRead/providers/wuzapi/index.ts';
import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { findSecret } from '../../helpers/findSecret.ts';
import { webhookFiles } from '../../helpers/providerCases.mts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

useFakeNetwork();

const payloadOf = (name: string) =>
	webhookFiles('wuzapi').find(({ file }) => file === `${name}.json`)?.payload ?? {};

/** Made up, and other than the credential's. */
const TOKEN = 'dummy-live-token/of+the=event';

/** Forms and other bodies with a live token, each with what holds the token. */
const CARRIERS: ReadonlyArray<readonly [where: string, body: object]> = [
	['beside jsonData in a form', { ...payloadOf('form'), token: TOKEN }],
	['in the JSON text of a form', formWith({ token: TOKEN })],
	['in the event of the JSON text', formWith({}, { token: TOKEN })],
	['in the format JSON', { ...payloadOf('json'), token: TOKEN }],
	['in the wrapper of a clone', { ...payloadOf('clone'), token: TOKEN }],
];

describe('A token in a webhook of Wuzapi', () => {
	it.each(CARRIERS)(
		'is redacted with Include Input Fields, and never sent: %s',
		async (_, body) => {
			nock('https://wuzapi.example.com', { reqheaders: { token: 'dummy-wuzapi-token' } })
				.post('/chat/markread', (sent) => !JSON.stringify(sent).includes(TOKEN))
				.reply(200, { code: 200, data: { Details: `marked ${TOKEN}` }, success: true });

			const { run, output } = await runMarkRead({
				provider: 'wuzapi',
				parameters: { options: { includeInput: true, includeResponse: true } },
				items: [webhookItem(body)],
			});

			expect(run.status).toBe('success');
			const [item] = output[0] ?? [];
			expect(item?.json).toMatchObject({ body: {}, readReceipt: { success: true } });
			expect(findSecret(output, TOKEN)).toEqual([]);
			expect(findSecret(item?.json.body, '[redacted]')).not.toEqual([]);
		},
	);
});

it('A form of Wuzapi that is longer than any event is not parsed', () => {
	const jsonData = `${' '.repeat(10_000_000)}{"type":"Message"}`;

	expect(wuzapi.readWebhook({ jsonData })?.unreadable).toEqual([
		"a form whose field 'jsonData' holds no event",
	]);
});

/** The form with more in its JSON text, and in the event there. */
function formWith(more: object, inEvent: object = {}): object {
	const form = payloadOf('form') as { readonly jsonData: string };
	const posted = JSON.parse(form.jsonData) as { readonly event: object };
	const event = { ...posted.event, ...inEvent };
	return { ...form, token: undefined, jsonData: JSON.stringify({ ...posted, event, ...more }) };
}
