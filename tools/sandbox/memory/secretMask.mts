import { SECRET_FIELDS } from '../../credentialTypes.js';
import { SANDBOX_SECRETS } from '../accounts.mts';

export const MASK = '[masked]';

/** Parts of header, query and JSON names whose text is a secret, whatever its value: as `bareName` writes them. */
const SECRET_NAMES = [
	'authorization',
	'cookie',
	...SECRET_FIELDS.map(({ name }) => bareName(name)),
];

/**
 * A copy of any JSON value in which secrets are masked: texts under a secret's name, and the
 * sandbox's own secrets wherever they stand.
 */
export function maskSecrets(value: unknown): unknown {
	if (typeof value === 'string') return maskText(value);
	if (Array.isArray(value)) return value.map(maskSecrets);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, maskNamed(name, inner)]),
	);
}

/** The same for a flat record of texts, as headers and query parameters are. */
export function maskTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).map(([name, text]) => [name, isSecretName(name) ? MASK : maskText(text)]),
	);
}

/** A text without the sandbox's own secrets. */
export function maskText(text: string): string {
	return SANDBOX_SECRETS.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

function maskNamed(name: string, value: unknown): unknown {
	const isSecret = isSecretName(name) && typeof value === 'string';
	return isSecret ? MASK : maskSecrets(value);
}

function isSecretName(name: string): boolean {
	return SECRET_NAMES.some((secret) => bareName(name).includes(secret));
}

/** `accessToken`, `access_token` and `Access-Token` are one name. */
function bareName(name: string): string {
	return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
