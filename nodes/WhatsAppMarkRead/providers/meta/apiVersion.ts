import { InvalidInput } from '../../input/invalidInput';
import { asText } from '../../input/untrustedJson';

const API_VERSION = /^v?(\d{1,3})(?:\.(\d{1,2}))?$/;

/**
 * Reads *API Version* of a credential.
 *
 * @param given what the user typed, e.g. `25`
 * @returns the version as it stands in a path, e.g. `v25.0`
 * @throws InvalidInput when it is no version
 */
export function graphApiVersion(given: unknown): string {
	const match = API_VERSION.exec(asText(given) ?? '');
	if (match === null) {
		throw new InvalidInput(
			"'API Version' of the credential should look like v25.0",
			'Open the credential and enter the version of the Graph API that your app uses.',
		);
	}
	return `v${match[1] ?? ''}.${match[2] ?? '0'}`;
}
