import { createHmac, timingSafeEqual } from 'node:crypto';
import { bearerToken } from '../../server/bearerToken.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { expiredToken, invalidProof, invalidToken, missingToken } from './errors.mts';

const { accessToken, appSecret } = ACCOUNT;

/** A proof is worth five minutes (docs/providers/cloudApi.md, "Requests"). */
const PROOF_LIFETIME_SECONDS = 300;

/** The error of a call that does not show the account's token; `null` when it does. */
export function authenticationFault(call: ProviderCall): StandInResponse | null {
	const token = bearerToken(call.headers);
	if (token === null) return missingToken();
	if (token === TROUBLE.expiredAccessToken) return expiredToken();
	if (token !== accessToken) return invalidToken();
	return proofFault(call.query);
}

/** The proof is optional; a wrong or old one is an error. */
function proofFault(query: Readonly<Record<string, string>>): StandInResponse | null {
	const { appsecret_proof: proof, appsecret_time: time } = query;
	if (proof === undefined && time === undefined) return null;
	const age = Math.abs(Date.now() / 1000 - Number(time));
	if (!(age <= PROOF_LIFETIME_SECONDS)) return invalidProof();
	const expected = createHmac('sha256', appSecret).update(`${accessToken}|${time}`).digest('hex');
	const given = proof ?? '';
	const matches =
		given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
	return matches ? null : invalidProof();
}
