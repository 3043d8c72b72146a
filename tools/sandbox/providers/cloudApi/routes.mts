import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceivedMessage } from '../../memory/records.mts';
import type { SandboxMemory } from '../../memory/SandboxMemory.mts';
import { receiptFields, TYPING_SECONDS } from '../meta/receipt.mts';
import { bearerToken, readFields, Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { ERRORS } from './errors.mts';

const { accessToken, appSecret, phoneNumberId, businessAccountId } = ACCOUNT;

/** "Mark incoming messages as read within 30 days of receipt" (Meta, "Mark messages as read"). */
const MARKABLE_SECONDS = 30 * 24 * 60 * 60;

/** A proof is worth five minutes (docs/providers/cloudApi.md, "Requests"). */
const PROOF_LIFETIME_SECONDS = 300;

/** What Meta responds to a receipt it accepts. */
export const MARKED: StandInResponse = { status: 200, body: { success: true } };

/** The numbers of the sandbox's business account; the token reaches both. */
const PHONE_NUMBERS: ReadonlyArray<Readonly<Record<string, string>>> = [
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
	const account = phoneNumber(call).id;
	const { message_id: messageId, typing_indicator: typing } = readFields(
		call,
		receiptFields,
		({ problem, details }) => ERRORS[problem](details),
	);
	if (memory.isOwn('cloudApi', messageId)) {
		throw new Refused(ERRORS.wrong('Outgoing messages cannot be marked as read'));
	}
	const message = memory.find('cloudApi', messageId);
	if (!message || message.account !== account) {
		const details = 'Message ID is not valid: not a message received by this phone number';
		throw new Refused(ERRORS.wrong(details));
	}
	if (Date.now() / 1000 - message.timestamp > MARKABLE_SECONDS) {
		throw new Refused(ERRORS.wrong('Message was received more than 30 days ago'));
	}
	memory.markRead(markedAlong(message, memory));
	if (typing) memory.noteTyping({ ...message, seconds: TYPING_SECONDS });
	return MARKED;
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

/**
 * "When you mark a message as read, the API also marks earlier messages in the conversation"
 * (the same page). Nothing documents that for groups: there only the named message turns blue.
 */
function markedAlong(message: ReceivedMessage, memory: SandboxMemory): readonly ReceivedMessage[] {
	if (message.isGroup) return [message];
	const conversation = memory.conversation(message.provider, message.account, message.chatId);
	const arrival = conversation.indexOf(message);
	return conversation.filter(
		(other, index) =>
			other.timestamp < message.timestamp ||
			(other.timestamp === message.timestamp && index <= arrival),
	);
}
