import type { WebhookReading } from '../../nodes/WhatsAppMarkRead/providers/messages.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import { InvalidInput } from '../../nodes/WhatsAppMarkRead/input/invalidInput.ts';
import type { WebhookCase } from '../../test/helpers/providerCases.mts';
import { answered, readReceipt } from '../../test/helpers/responses.ts';
import type { Exchange } from './exchanges.mts';

/** Headers that a provider reads; the others say more of the server than of the API. */
const READ_HEADERS = /retry-after|rate-?limit|usage|request-id|trace-id/;

/** What credential types add to a query: Meta's proof of the app secret, and Wawp's account where it is set so. */
const CREDENTIAL_QUERY = ['appsecret_proof', 'appsecret_time', 'instance_id', 'access_token'];

/** What a step sent and received, with everything personal replaced. */
interface Step {
	readonly shown: unknown;
	readonly exchanges: readonly Exchange[];
}

/**
 * What was tried as cases, each list in the form of the file in `test/providers/<id>/` that bears its name; of `webhooks`
 * each is a file of its own. What is expected is what this version of the node makes of it.
 *
 * @param payload the webhook
 * @param secret what the tests' own credential has in place of the account's secret
 */
export function caseFile(
	provider: Provider,
	payload: JsonObject | null,
	[test, accounts, marking]: readonly Step[],
	secret: string,
): object {
	const requests = (marking?.exchanges ?? []).map(({ method, url, body }) => {
		const request = new URL(url);
		CREDENTIAL_QUERY.forEach((name) => request.searchParams.delete(name));
		return { ...(method === 'POST' ? {} : { method }), url: request.href, body };
	});
	const says = `on a real account, ${new Date().toISOString().slice(0, 10)}`;
	const webhook = payload && {
		says,
		source: says,
		payload,
		expected: expectedOf(provider, payload),
		...(requests.length === 0 ? {} : { requests }),
	};
	const cases = {
		webhooks: webhook === null ? [] : [webhook],
		requests: webhook === null ? requests : [],
		responses: exchangesOf(marking)
			.map(responseOf)
			.map((response) => {
				const { status: _, ...read } = {
					status: 0,
					...readReceipt(provider, answeredAs(response)),
				};
				return { says, ...response, expected: withoutDefaults(read) };
			}),
		credentialTests: exchangesOf(test).map((exchange) => {
			const { body: response, ...rest } = responseOf(exchange);
			const { url, body: sent } = exchange;
			return { says, url, sent, ...rest, response, shown: test?.shown };
		}),
		accounts: exchangesOf(accounts)
			.map(responseOf)
			.map((response) => {
				const page = provider.accountDirectory?.read(answeredAs(response));
				return { says, ...response, page };
			}),
	};
	return JSON.parse(JSON.stringify(cases).replaceAll('[redacted]', secret)) as object;
}

/** A reading in the form of a case, which leaves out what holds anyway. */
export function expectedOf(provider: Provider, payload: JsonObject): WebhookCase['expected'] {
	try {
		const reading = provider.readWebhook(payload);
		return reading === null ? null : readingCase(reading);
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		return { error: error.message, advice: error.advice };
	}
}

function readingCase({ messages, skipped, unreadable }: WebhookReading): Partial<WebhookReading> {
	return {
		...(messages.length === 0 ? {} : { messages: messages.map(withoutDefaults) }),
		...(skipped.length === 0 ? {} : { skipped }),
		...(unreadable.length === 0 ? {} : { unreadable }),
	};
}

function withoutDefaults<Value extends object>(object: Value): Value {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== null && value !== false),
	) as Value;
}

function exchangesOf(step: Step | undefined): readonly Exchange[] {
	return (step?.exchanges ?? []).filter(({ response }) => response !== undefined);
}

function responseOf({ response }: Exchange) {
	const { status = 0, headers = {}, body = null } = response ?? {};
	const read = Object.entries(headers).filter(([name]) => READ_HEADERS.test(name));
	return {
		...(status === 200 ? {} : { status }),
		...(read.length === 0 ? {} : { headers: Object.fromEntries(read) }),
		body,
	};
}

function answeredAs({ status = 200, headers, body }: ReturnType<typeof responseOf>) {
	return answered(status, body, headers);
}
