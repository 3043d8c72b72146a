import type { IBinaryKeyData, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import { credentialOf } from './credentials';
import { runNode } from './runNode';
import type { RunNodeResult } from './runNode';

export interface MarkReadRun {
	readonly provider: string;
	readonly parameters?: INodeParameters;
	readonly items?: IDataObject[];
	/** Files that every item carries along. */
	readonly binary?: IBinaryKeyData;
	/** Replaces fields of the provider's test credential. */
	readonly credential?: IDataObject;
	readonly nodeSettings?: Partial<INode>;
}

/** Runs the node in n8n's own engine, with the provider's test credential. */
export async function runMarkRead({
	provider,
	parameters = {},
	items = [{}],
	binary,
	credential = {},
	nodeSettings = {},
}: MarkReadRun): Promise<RunNodeResult> {
	const { type, data } = credentialOf(provider);
	return await runNode({
		node: new WhatsAppMarkRead(),
		parameters: { provider, ...parameters },
		credentials: { [type.name]: { type, data: { ...data, ...credential } as typeof data } },
		items,
		binary,
		nodeSettings,
	});
}
