import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../../tools/sandbox/index.mts';
import { findSecrets, type Secret } from '../e2e/secrets/find-secrets.mts';

/** A piece of a secret that tells it from ordinary text: a text cut off in its middle leaks too. */
const PIECE_LENGTH = 16;

const WHOLE = [...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS];

const SECRETS: readonly Secret[] = WHOLE.flatMap(({ label, value }) => [
	{ label, value },
	{ label: `beginning of ${label}`, value: value.slice(0, PIECE_LENGTH) },
	{ label: `end of ${label}`, value: value.slice(-PIECE_LENGTH) },
]);

/** The names of all secrets of the sandbox that stand in a text, whole or in part. */
export function secretsIn(text: string): readonly string[] {
	return [...new Set(findSecrets(text, SECRETS).map(({ label }) => label))];
}
