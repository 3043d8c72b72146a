import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { anyObject } from './hostileJson';

/** An input item that carries the payload: bare, from a Webhook node or another trigger, as text, or beside other keys. */
export function itemWith(payload: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
	const key = fc.constantFrom('body', 'payload', 'data');
	return fc.oneof(
		payload,
		fc.tuple(key, payload).map(([name, value]) => ({ [name]: value })),
		fc.tuple(key, payload).map(([name, value]) => ({ [name]: textOf(value) })),
		fc.tuple(key, payload, anyObject()).map(([name, value, rest]) => ({ ...rest, [name]: value })),
	);
}

/** JSON text; of what is too deep to be written, a text that is no JSON. */
function textOf(payload: JsonObject): string {
	try {
		return JSON.stringify(payload);
	} catch {
		return '{"deep":';
	}
}
