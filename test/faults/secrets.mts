import { findSecrets, type Secret } from '../../e2e/secrets/find-secrets.mts';
import { secretsOf } from '../../e2e/secrets/sandbox-secrets.mts';
import { SANDBOX_ACCOUNTS } from '../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../sandbox/providers/ryze/credential.mts';

/** A piece of a secret that tells it from ordinary text: a text cut off in its middle leaks too. */
const PIECE_LENGTH = 16;

const WHOLE = secretsOf(SANDBOX_ACCOUNTS, RYZE_PAYLOAD_TOKEN);

const SECRETS: readonly Secret[] = WHOLE.flatMap(({ label, value }) => [
	{ label, value },
	{ label: `beginning of ${label}`, value: value.slice(0, PIECE_LENGTH) },
	{ label: `end of ${label}`, value: value.slice(-PIECE_LENGTH) },
]);

/** The names of all secrets of the sandbox that stand in a text, whole or in part. */
export function secretsIn(text: string): readonly string[] {
	return [...new Set(findSecrets(text, SECRETS).map(({ label }) => label))];
}
