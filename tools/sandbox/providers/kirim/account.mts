import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { kirimError, kirimSuccess, notConnected } from './responses.mts';
import { authenticationFault } from './authentication.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

const { apiKey, phoneNumberId } = ACCOUNT;
const { forbiddenPhoneNumberId, disconnectedPhoneNumberId } = TROUBLE;

/** docs/providers/kirim.md, "Rate limit": the free tier. The read limit is the sandbox's own: none is documented. */
const RATE_LIMITS = { tier: 'free', write_per_minute: 60, read_per_minute: 300 };

/** The organisation's numbers; one that is still being set up has no phone number id yet. */
const ACCOUNTS = [
	{
		phone_number_id: phoneNumberId,
		phone_number: '+6281234567890',
		name: 'Sandbox Toko',
		status: 'connected',
	},
	{
		phone_number_id: '209870352242966',
		phone_number: '+6281234567891',
		name: 'Sandbox Gudang',
		status: 'connected',
	},
	{
		phone_number_id: null,
		phone_number: '+6281234567892',
		name: 'Sandbox Baru',
		status: 'connected',
	},
	{
		phone_number_id: disconnectedPhoneNumberId,
		phone_number: '+6281234567893',
		name: 'Sandbox Lama',
		status: 'disconnected',
	},
];

/** The error of a phone number the key cannot write to; `null` when it can. */
export function phoneNumberFault(id: string): StandInResponse | null {
	if (!/^\d{6,20}$/.test(id)) {
		const message = 'phone_number_id must be 6 to 20 digits.';
		return kirimError('invalid_phone_number', message, 'phone_number_id');
	}
	if (id === forbiddenPhoneNumberId) {
		return kirimError('phone_number_forbidden', 'This number belongs to another organization.');
	}
	const account = ACCOUNTS.find((candidate) => candidate.phone_number_id === id);
	if (!account) return kirimError('resource_not_found', 'No such phone number.');
	if (account.status === 'connected') return null;
	return notConnected();
}

/** `GET /me`: what a credential test reads. */
export function readMe(call: ProviderCall): StandInResponse {
	const error = authenticationFault(call);
	if (error) return error;
	return kirimSuccess({
		data: {
			organization: { id: 'org_sandbox', name: 'Sandbox Organisation' },
			api_key: { label: 'n8n', last4: apiKey.slice(-4) },
			rate_limits: RATE_LIMITS,
		},
	});
}

/** `GET /accounts?status=connected`: the numbers for a dropdown. */
export function listAccounts(call: ProviderCall): StandInResponse {
	const error = authenticationFault(call);
	if (error) return error;
	const { status } = call.query;
	return kirimSuccess({
		data: ACCOUNTS.filter((account) => status === undefined || account.status === status),
		has_more: false,
		next_cursor: null,
	});
}
