import { pathSegment } from '../../credentialValues/baseUrl';
import { InvalidInput } from '../../input/invalidInput';

/**
 * Checks the name of a linked number's account, which is part of the path: case-sensitive, and it may hold spaces.
 *
 * @param label what the provider calls it, e.g. `Instance`
 * @throws InvalidInput when there is none, or it cannot be part of a URL
 */
export function parseAccountName(given: string | null, label: string): string {
	if (given === null) {
		throw new InvalidInput(
			`'${label}' is missing`,
			`Neither the webhook nor the credential names the ${label.toLowerCase()}. Enter its name in the credential.`,
		);
	}
	pathSegment(given, label);
	return given;
}
