import { LoadOptionsContext } from 'n8n-core';
import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import type { TestCredential } from './credentials';
import { createAdditionalData } from './runNode';
import { subjectNode, workflowOf } from './subject';

/** The context in which n8n's editor asks the node for the entries of a dropdown. */
export function loadOptionsContext(
	parameters: INodeParameters,
	{ type, data }: TestCredential,
): ILoadOptionsFunctions {
	const credentials = { [type.name]: { id: type.name, name: type.name } };
	const node = subjectNode({ parameters, credentials });
	const additionalData = {
		...createAdditionalData({ [type.name]: { type, data } }),
		currentNodeParameters: parameters,
	};
	const workflow = workflowOf(new WhatsAppMarkRead(), node);
	return new LoadOptionsContext(workflow, node, additionalData, 'parameters.phoneNumberId');
}
