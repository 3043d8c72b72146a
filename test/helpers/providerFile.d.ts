import type { INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson';

/** What the panel must show of a provider, written down by hand. */
export interface ExpectedPanel {
	readonly displayName: string;
	/** Saved in workflows. */
	readonly credentialType: string;
	readonly operations: readonly string[];
	/** Of each field of the credential its name, its default, whether it is a secret, whether it is required. */
	readonly credentialFields: ReadonlyArray<readonly [string, string, boolean, boolean]>;
	/** The fields under *Define Below* to mark a message, as they start out. */
	readonly messageFields: INodeParameters;
	/** What *Only the Latest Message* is unless the user sets it; `null`: there is no such option. */
	readonly latestOnly: boolean | null;
}

/**
 * The path of a file or folder in `test/providers/<provider>/`.
 *
 * @throws Error that names it when it is missing
 */
export declare function pathOfCases(provider: string, name: string): string;

/**
 * Reads `test/providers/<provider>/<name>.json`.
 *
 * @throws Error that names it when it is missing
 */
export declare function providerFile(provider: string, name: 'panel'): ExpectedPanel;

/** The payload of every webhook in `test/providers/<provider>/webhooks/`, with the name of its file. */
export declare function webhookPayloads(
	provider: string,
): ReadonlyArray<{ readonly file: string; readonly payload: JsonObject }>;
