import fc from 'fast-check';

import { NETWORK_CODES, noResponse } from '../../../nodes/WhatsAppMarkRead/responses/networkErrors';
import type { RawResponse } from '../../../nodes/WhatsAppMarkRead/responses/providerResponse';
import type { Scripted } from '../../helpers/virtualOutside';
import { anyResponse } from './responses';
import { wildText } from './wildText';

/** What each provider says when it takes a call. */
const TAKEN = [
	{ success: true },
	{ success: true, chat_jid: '5511999999999@s.whatsapp.net' },
	{ data: { status: 'read' }, request_id: 'req_1' },
	{},
] as const;

/** What providers say when they do not, with the message ids they do not like among it. */
const REFUSED: ReadonlyArray<readonly [status: number, body: unknown]> = [
	[400, { error: { code: 131009, message: 'Parameter value is not valid' } }],
	[404, { error: { code: 'resource_not_found', message: 'No such message' } }],
	[400, { error: { code: 80007, message: 'Rate limit hit' } }],
	[503, { success: false, error: { message: 'Instance is not connected to WhatsApp' } }],
	[502, { error: { code: 'whatsapp_upstream_error' } }],
	[422, { error: 'Session status is not as expected', status: 'FAILED' }],
	[429, {}],
	[500, ''],
];

/** How the network behaves in one execution. */
export interface Network {
	/** What comes back for the n-th request; from the last one on it begins again. */
	readonly answers: readonly Scripted[];
	/** When the execution is cancelled, milliseconds after it began; `null`: never. */
	readonly cancelAt: number | null;
	/** What chance gives, from 0 to 1. */
	readonly chance: number;
}

/** Any statuses, bodies, headers and network codes, after any time. */
export function anyNetwork(): fc.Arbitrary<Network> {
	const taken = fc.constantFrom(...TAKEN).map((body) => http(200, body));
	const refused = fc.constantFrom(...REFUSED).map(([status, body]) => http(status, body));
	const lost = fc
		.tuple(fc.constantFrom(...NETWORK_CODES), fc.option(wildText()))
		.map(([code, reason]) => noResponse(code, reason));
	const answer = fc.oneof(
		{ weight: 4, arbitrary: taken },
		{ weight: 2, arbitrary: refused },
		{ weight: 1, arbitrary: anyResponse() },
		{ weight: 1, arbitrary: lost },
	);
	const scripted = fc
		.tuple(answer, fc.oneof(fc.nat(300), fc.constant(10_000)))
		.map(([given, latency]): Scripted => ({ ...given, latency }));
	return fc.record({
		answers: fc.array(scripted, { minLength: 1, maxLength: 8 }),
		cancelAt: fc.option(fc.oneof(fc.nat(400), fc.nat(60_000)), { freq: 4 }),
		chance: fc.constantFrom(0, 0.5, 1),
	});
}

function http(status: number, body: unknown): RawResponse {
	return { kind: 'response', status, headers: {}, body: JSON.stringify(body) };
}
