import { InvalidInput } from '../input/invalidInput';
import { postedObject, property, type JsonObject } from '../input/untrustedJson';
import type { WebhookReading } from '../providers/messages';
import type { Provider } from '../providers/provider';

/** Keys under which trigger nodes output what was posted; n8n's Webhook node uses `body`. */
const WRAPPERS = ['body', 'payload', 'data'] as const;

/**
 * Finds a provider's webhook payload in an item, and reads it.
 *
 * @param json the item of a Webhook node (`body`), a bare payload, an item of n8n's WhatsApp Trigger, or of another trigger
 * @throws InvalidInput when the payload is another provider's (naming it), or no provider recognises it
 */
export function readPayload(
	json: JsonObject,
	provider: Provider,
	providers: readonly Provider[],
): WebhookReading {
	const candidates = payloadCandidates(json);
	for (const candidate of candidates) {
		const reading = provider.readWebhook(candidate);
		if (reading !== null) return reading;
	}
	const others = providers
		.filter((other) => other.id !== provider.id && candidates.some((it) => recognises(other, it)))
		.map(({ displayName }) => displayName);
	if (others.length > 0) {
		throw new InvalidInput(
			`The incoming webhook is from ${others.join(' or ')}, but 'Provider' is ${provider.displayName}`,
			`Set 'Provider' to ${others.join(' or ')}.`,
		);
	}
	throw new InvalidInput(
		`No webhook of ${provider.displayName} was found in the incoming item`,
		"This node looked in the item itself and under body, payload and data. Connect it right after the node that receives the webhook. If the message IDs come from elsewhere, set 'Message' to 'Define Below'.",
	);
}

/** The objects of an item that may be a payload, outermost first. */
function payloadCandidates(json: JsonObject): readonly JsonObject[] {
	const wrapped = WRAPPERS.map((key) => postedObject(property(json, key)));
	return [json, ...wrapped].filter((candidate) => candidate !== null);
}

function recognises(provider: Provider, payload: JsonObject): boolean {
	try {
		return provider.readWebhook(payload) !== null;
	} catch {
		// A payload that cannot be used is still recognised as the provider's.
		return true;
	}
}
