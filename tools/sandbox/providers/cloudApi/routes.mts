import { createHmac, timingSafeEqual } from 'node:crypto';
import { ERRORS } from '../meta/errors.mts';
import { markReceived } from '../meta/marking.mts';
import { bearerToken, Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

const { accessToken, appSecret, phoneNumberId, businessAccountId } = ACCOUNT;

/** A proof is worth five minutes (docs/providers/cloudApi.md, "Requests"). */
const PROOF_LIFETIME_SECONDS = 300;

/** The numbers of the sandbox's business account; the token reaches both. */
const PHONE_NUMBERS = [
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

/** `POST /{phone_number_id}/messages` with `status: "read"` (docs/providers/cloudApi.md, "Requests"). The sandbox sends nothing. */
export const markMessage: Respond = (call, memory) => {
	authenticate(call);
	const { id: account } = phoneNumber(call);
	return markReceived(call, memory, { provider: 'cloudApi', account });
};

/** `GET /{phone_number_id | me}?fields=…`: what a credential test reads. */
export const readObject: Respond = (call) => {
	authenticate(call);
	return call.params.id === 'me'
		? pickFields(call, { id: '122094730000000001', name: 'Sandbox System User' }, 'User')
		: pickFields(call, phoneNumber(call), 'WhatsAppBusinessPhoneNumber');
};

/** `GET /{business_account_id}/phone_numbers`: the numbers for a dropdown. */
export const listPhoneNumbers: Respond = (call) => {
	authenticate(call);
	const { id = '' } = call.params;
	if (id !== businessAccountId) throw new Refused(ERRORS.unknownObject(call.method, id));
	return {
		status: 200,
		body: { data: PHONE_NUMBERS, paging: { cursors: { before: 'QVFI', after: 'QVFJ' } } },
	};
};

/** @throws Refused when the call does not show the account's token */
function authenticate(call: ProviderCall): void {
	const token = bearerToken(call);
	if (token === null) throw new Refused(ERRORS.missingToken());
	if (token === TROUBLE.expiredAccessToken) throw new Refused(ERRORS.expiredToken());
	if (token !== accessToken) throw new Refused(ERRORS.invalidToken());
	if (!isProofGood(call.query)) throw new Refused(ERRORS.invalidProof());
}

/** The proof is optional; a wrong or old one is an error. */
function isProofGood({ appsecret_proof: proof, appsecret_time: time }: ProviderCall['query']) {
	if (proof === undefined && time === undefined) return true;
	const isFresh = Math.abs(Date.now() / 1000 - Number(time)) <= PROOF_LIFETIME_SECONDS;
	const expected = createHmac('sha256', appSecret).update(`${accessToken}|${time}`).digest('hex');
	const given = proof ?? '';
	return (
		isFresh &&
		given.length === expected.length &&
		timingSafeEqual(Buffer.from(given), Buffer.from(expected))
	);
}

/** The number in the path of a call. @throws Refused when the token does not reach it */
function phoneNumber({ method, params: { id = '' } }: ProviderCall) {
	const number = PHONE_NUMBERS.find((candidate) => candidate.id === id);
	if (number) return number;
	throw new Refused(ERRORS.unknownObject(method, id));
}

/** The Graph API returns the fields asked for and always the id. */
function pickFields(
	{ query }: ProviderCall,
	object: Readonly<Record<string, string>>,
	nodeType: string,
): StandInResponse {
	const asked = (query.fields ?? Object.keys(object).join(',')).split(',').filter(Boolean);
	const unknown = asked.find((field) => !Object.hasOwn(object, field));
	if (unknown !== undefined) throw new Refused(ERRORS.unknownField(unknown, nodeType));
	return {
		status: 200,
		body: Object.fromEntries([...asked, 'id'].map((field) => [field, object[field]])),
	};
}
