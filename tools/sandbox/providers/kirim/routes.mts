import { receiptFields, TYPING_SECONDS } from '../meta/receipt.mts';
import { bearerToken, readFields, Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { kirimError, kirimId, kirimSuccess } from './responses.mts';

/** 7 days, though Meta allows 30 (docs/providers/kirim.md, "Requests"). */
const MARKABLE_SECONDS = 7 * 24 * 60 * 60;

/** docs/providers/kirim.md, "Rate limit": the free tier. The read limit is the sandbox's own: none is documented. */
const RATE_LIMITS = { tier: 'free', write_per_minute: 60, read_per_minute: 300 };

/** The organisation's numbers; one that is still being set up has no phone number id yet. */
const ACCOUNTS = [
	[ACCOUNT.phoneNumberId, '+6281234567890', 'Sandbox Toko', 'connected'],
	['209870352242966', '+6281234567891', 'Sandbox Gudang', 'connected'],
	[null, '+6281234567892', 'Sandbox Baru', 'connected'],
	[TROUBLE.disconnectedPhoneNumberId, '+6281234567893', 'Sandbox Lama', 'disconnected'],
].map(([phone_number_id, phone_number, name, status]) => ({
	phone_number_id,
	phone_number,
	name,
	status,
}));

const FIELD_CODES = {
	missing: 'missing_required_field',
	wrong: 'invalid_field_value',
	unknown: 'invalid_request',
} as const;

export const invalidKey = () => kirimError('invalid_api_key', 'Missing or invalid API key.');

export const notConnected = () =>
	kirimError('account_not_connected', 'This WhatsApp account is not connected.');

/** What Kirim responds to a receipt it accepts. */
export function marked(wamid: string): StandInResponse {
	const data = { id: kirimId('msg', wamid), object: 'message', status: 'read', message_id: wamid };
	return kirimSuccess({ data });
}

/** `POST /{phone_number_id}/messages` with `status: "read"` (docs/providers/kirim.md, "Requests"). The sandbox sends nothing. */
export const markMessage: Respond = (call, memory) => {
	authenticate(call);
	if (call.body.format !== 'json') {
		throw new Refused(kirimError('invalid_request', 'The request body must be JSON.'));
	}
	const { phoneNumberId: account = '' } = call.params;
	checkPhoneNumber(account);
	const { message_id: wamid, typing_indicator: typing } = readFields(
		call,
		receiptFields,
		({ problem, details, field }) => kirimError(FIELD_CODES[problem], details, field),
	);
	if (memory.isOwn('kirim', wamid)) {
		throw invalidMessageId('Only inbound messages can be marked as read.');
	}
	// Kirim's own msg_… id is not valid (docs/providers/kirim.md, "Message ids").
	if (wamid.startsWith('msg_')) throw invalidMessageId('message_id must be a wamid.');
	const message = memory.find('kirim', wamid);
	if (!message || message.account !== account) {
		throw new Refused(kirimError('resource_not_found', 'No such message.', 'message_id'));
	}
	if (Date.now() / 1000 - message.timestamp > MARKABLE_SECONDS) {
		const late = 'The receipt is past the 7-day window.';
		throw new Refused(kirimError('whatsapp_upstream_error', late));
	}
	// An already read message costs no second call to Meta: no typing bubble then (docs/providers/kirim.md, "Requests").
	if (typing && message.status === 'unread') {
		memory.noteTyping({ ...message, seconds: TYPING_SECONDS });
	}
	// Only the named row flips in Kirim's own inbox, whatever Meta marks along (the same place).
	memory.markRead([message]);
	return marked(wamid);
};

/** `GET /me`: what a credential test reads. */
export const readMe: Respond = (call) => {
	authenticate(call);
	return kirimSuccess({
		data: {
			organization: { id: 'org_sandbox', name: 'Sandbox Organisation' },
			api_key: { label: 'n8n', last4: ACCOUNT.apiKey.slice(-4) },
			rate_limits: RATE_LIMITS,
		},
	});
};

/** `GET /accounts?status=connected`: the numbers for a dropdown. */
export const listAccounts: Respond = (call) => {
	authenticate(call);
	const { status } = call.query;
	return kirimSuccess({
		data: ACCOUNTS.filter((account) => status === undefined || account.status === status),
		has_more: false,
		next_cursor: null,
	});
};

/** @throws Refused when the call does not show the organisation's key */
function authenticate(call: ProviderCall): void {
	const key = bearerToken(call);
	if (key === ACCOUNT.apiKey) return;
	throw new Refused(
		key === TROUBLE.expiredApiKey
			? kirimError('expired_api_key', 'This API key has expired.')
			: invalidKey(),
	);
}

/** @throws Refused when the key cannot write to the phone number */
function checkPhoneNumber(id: string): void {
	if (!/^\d{6,20}$/.test(id)) {
		const message = 'phone_number_id must be 6 to 20 digits.';
		throw new Refused(kirimError('invalid_phone_number', message, 'phone_number_id'));
	}
	if (id === TROUBLE.forbiddenPhoneNumberId) {
		const message = 'This number belongs to another organization.';
		throw new Refused(kirimError('phone_number_forbidden', message));
	}
	const account = ACCOUNTS.find(({ phone_number_id }) => phone_number_id === id);
	if (!account) throw new Refused(kirimError('resource_not_found', 'No such phone number.'));
	if (account.status !== 'connected') throw new Refused(notConnected());
}

function invalidMessageId(message: string): Refused {
	return new Refused(kirimError('invalid_field_value', message, 'message_id'));
}
