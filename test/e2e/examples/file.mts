import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROVIDER_IDS, providerOf } from '../../../tools/providers.js';
import {
	MARK_READ_TYPE,
	type StoredCredential,
	type Workflow,
	type WorkflowNode,
} from '../workflows/workflow.mts';

/** Where the importable workflows lie, seen from the project's folder. */
export const FOLDER = 'examples';

/** The credential types of n8n's own nodes in the examples. */
const OWN_CREDENTIAL_TYPES: Readonly<Record<string, string>> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
	'n8n-nodes-base.whatsAppTrigger': 'whatsAppTriggerApi',
};

/**
 * Reads an importable workflow.
 * @param name the file's, without `.json`
 */
export function readExample(name: string): Workflow {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Workflow;
}

/** The node that marks as read, which may be a tool. */
export function markReadNodesOf({ nodes }: Workflow): readonly WorkflowNode[] {
	return nodes.filter(({ type }) => [MARK_READ_TYPE, `${MARK_READ_TYPE}Tool`].includes(type));
}

/** Without the sticky notes. */
export function workingNodesOf({ nodes }: Workflow): readonly WorkflowNode[] {
	return nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
}

/**
 * An example after the first step of who imports it: choosing the credentials.
 * @param credentials by type
 */
export function withCredentials(
	workflow: Workflow,
	credentials: Readonly<Record<string, StoredCredential>>,
): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const type = credentialTypeOf(node);
		const credential = type === undefined ? undefined : credentials[type];
		return type && credential ? { ...node, credentials: { [type]: credential } } : node;
	});
	return { ...workflow, nodes };
}

function credentialTypeOf(node: WorkflowNode): string | undefined {
	const { type, parameters } = node;
	if (parameters['authentication'] === 'predefinedCredentialType') {
		return String(parameters['nodeCredentialType']);
	}
	const provider = PROVIDER_IDS.find((id) => id === parameters['provider']);
	return provider ? providerOf(provider).credentialType : OWN_CREDENTIAL_TYPES[type];
}

/**
 * An example without its notes, whose nodes call others than the hosts they name.
 * @param addresses what stands for `https://<host>`, by host
 * @throws Error naming a host that would be called for real
 */
export function withAddresses(
	workflow: Workflow,
	addresses: Readonly<Record<string, string>>,
): Workflow {
	const addressOf = (whole: string, host: string): string => {
		const address = addresses[host];
		if (address === undefined) throw new Error(`"${workflow.name}" calls ${whole} for real`);
		return address;
	};
	const nodes = workingNodesOf(workflow).map((node) => {
		const text = JSON.stringify(node.parameters).replace(/https?:\/\/([a-z0-9.-]+)/gi, addressOf);
		return { ...node, parameters: JSON.parse(text) as WorkflowNode['parameters'] };
	});
	return { ...workflow, nodes };
}
