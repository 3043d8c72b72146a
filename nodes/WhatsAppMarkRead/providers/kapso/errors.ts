import type { ErrorRow } from '../../responses/errorCatalogue';

/** What Kapso itself rejects (docs/providers/kapso.md, "Errors"); Meta's codes are in `meta/errors.ts`. */
export const KAPSO_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'apiKeyNotValid',
		statuses: [401],
		message: 'Kapso does not accept the API key',
		why: 'The key was only partly copied, was deleted, or belongs to another project.',
		description:
			'Create a project API key in the Kapso dashboard and put it into the credential. It must belong to the project of the number.',
		retry: 'never',
	},
	{
		cause: 'numberNotFound',
		statuses: [404],
		message: 'Kapso did not find this phone number ID, or the address is not the address of Kapso',
		why: 'The number is not connected to the project of the API key, the ID is mistyped, or a path stands in the base URL.',
		description:
			"Choose the number under 'Phone Number ID', and put https://api.kapso.ai into 'Base URL' of the credential.",
		retry: 'never',
	},
];
