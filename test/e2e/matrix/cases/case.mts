import type { ProviderId, Sandbox } from '../../../../tools/sandbox/index.mts';
import type { N8nApi } from '../../host/api.mts';
import type { StoredCredential } from '../../workflows/workflow.mts';
import type { Checks } from './checks.mts';
import type { Messages } from './messages.mts';

/** Where a case is tried. */
export interface Lab {
	readonly n8n: N8nApi;
	/** n8n's address, without a trailing slash. */
	readonly url: string;
	readonly sandbox: Sandbox;
	/** Brings messages nobody has marked yet. */
	readonly messages: Messages;
	/** The sandbox's account of each provider, as stored in n8n. */
	credentialOf(provider: ProviderId): StoredCredential;
	/** Keeps what n8n put out, to be searched for secrets. */
	readonly answers: string[];
	/** A path for a webhook that no other case has. */
	newPath(): string;
}

/** One thing that must hold in every n8n. */
export interface MatrixCase {
	readonly provider: ProviderId;
	/** The row of the table it counts for, as in "Mark Message as Read". */
	readonly row: string;
	/** What tells it from others of its row, as in "group, from the webhook". */
	readonly name: string;
	/** Tries it and says into `checks` what was seen. */
	run(lab: Lab, checks: Checks): Promise<void>;
}
