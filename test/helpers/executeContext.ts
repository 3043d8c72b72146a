import { ExecuteContext } from 'n8n-core';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import { credentialOf } from './credentials';
import { PLAIN_TEST_CREDENTIAL, PlainNode } from './plainNode';
import { createAdditionalData } from './runNode';
import { subjectNode, workflowOf } from './subject';

export interface GivenExecution {
	/** The plain one, unless it is one of the registry. */
	readonly provider?: string;
	readonly parameters?: INodeParameters;
	readonly items?: IDataObject[];
	readonly onError?: INode['onError'];
	/** Aborts when the user stops the execution. */
	readonly cancelSignal?: AbortSignal;
	/** Replaces fields of the provider's test credential. */
	readonly credential?: IDataObject;
}

/** The context that n8n hands to the node for one run of it; expressions are not resolved in it. */
export function executeContext({
	provider = 'plain',
	parameters = {},
	items = [{}],
	onError,
	cancelSignal,
	credential = {},
}: GivenExecution = {}): ExecuteContext {
	const isPlain = provider === 'plain';
	const nodeType = isPlain ? new PlainNode() : new WhatsAppMarkRead();
	const { type, data } = isPlain ? PLAIN_TEST_CREDENTIAL : credentialOf(provider);
	const node = subjectNode({
		parameters: { provider, ...parameters },
		credentials: { [type.name]: { id: type.name, name: type.name } },
		onError,
	});
	const input = items.map((json, item) => ({ json, pairedItem: { item } }));
	return new ExecuteContext(
		workflowOf(nodeType, node),
		node,
		createAdditionalData({
			[type.name]: { type, data: { ...data, ...credential } as typeof data },
		}),
		'manual',
		createRunExecutionData(),
		0,
		input,
		{ main: [input] },
		{ node, data: { main: [input] }, source: null },
		[],
		cancelSignal,
	);
}
