import type { ErrorRow } from '../../responses/errorCatalogue';

/** What 360dialog's gateway itself rejects (docs/providers/dialog360.md, "Errors"); Meta's codes are in `meta/errors.ts`. */
export const DIALOG360_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'apiKeyNotValid',
		statuses: [401],
		message: '360dialog does not accept the API key',
		why: 'The key was only partly copied, was replaced by a new one, or is a key of the Partner API.',
		description:
			'Create a key for this number in the 360dialog Hub and put it into the credential: a new key ends the old one. A key of the Partner API does not do.',
		retry: 'never',
	},
	{
		cause: 'addressNotFound',
		statuses: [404],
		message: 'The address is not the address of 360dialog',
		why: "The address of 360dialog's ended on-premise API is in the credential, or a path too many.",
		description:
			"Put https://waba-v2.360dialog.io into 'Base URL' of the credential. Numbers on the old waba.360dialog.io must be moved to the Cloud API first.",
		retry: 'never',
	},
];
