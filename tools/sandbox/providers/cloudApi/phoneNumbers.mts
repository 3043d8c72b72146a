import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { authenticationFault } from './authentication.mts';
import { ACCOUNT } from './credential.mts';
import { unknownField, unknownObject } from './errors.mts';

const { phoneNumberId, businessAccountId } = ACCOUNT;

/** The numbers of the sandbox's business account; the token reaches both. */
export const PHONE_NUMBERS: ReadonlyArray<Readonly<Record<string, string>>> = [
	{
		id: phoneNumberId,
		display_phone_number: '+1 555-025-3483',
		verified_name: 'Sandbox Support',
		quality_rating: 'GREEN',
	},
	{
		id: '106540352242933',
		display_phone_number: '+1 555-025-3484',
		verified_name: 'Sandbox Sales',
		quality_rating: 'GREEN',
	},
];

/** The number with this id, or `undefined`. */
export function phoneNumber(id: string): Readonly<Record<string, string>> | undefined {
	return PHONE_NUMBERS.find((number) => number.id === id);
}

/** `GET /{phone_number_id | me}?fields=…`: what a credential test reads. */
export function readObject(call: ProviderCall): StandInResponse {
	const error = authenticationFault(call);
	if (error) return error;
	const id = call.params.id ?? '';
	if (id === 'me') {
		return pickFields(call, { id: '122094730000000001', name: 'Sandbox System User' }, 'User');
	}
	const number = phoneNumber(id);
	return number
		? pickFields(call, number, 'WhatsAppBusinessPhoneNumber')
		: unknownObject(call.method, id);
}

/** `GET /{business_account_id}/phone_numbers`: the numbers for a dropdown. */
export function listPhoneNumbers(call: ProviderCall): StandInResponse {
	const error = authenticationFault(call);
	if (error) return error;
	const id = call.params.id ?? '';
	if (id !== businessAccountId) return unknownObject(call.method, id);
	return {
		status: 200,
		body: { data: PHONE_NUMBERS, paging: { cursors: { before: 'QVFI', after: 'QVFJ' } } },
	};
}

/** The Graph API returns the fields asked for and always the id. */
function pickFields(
	call: ProviderCall,
	object: Readonly<Record<string, string>>,
	nodeType: string,
): StandInResponse {
	const asked = (call.query.fields ?? Object.keys(object).join(',')).split(',').filter(Boolean);
	const unknown = asked.find((field) => !Object.hasOwn(object, field));
	if (unknown !== undefined) return unknownField(unknown, nodeType);
	return {
		status: 200,
		body: Object.fromEntries([...asked, 'id'].map((field) => [field, object[field]])),
	};
}
