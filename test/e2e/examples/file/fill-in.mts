import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { MARK_READ_TYPE, type StoredCredential } from '../../workflows/workflow.mts';
import type { ExampleNode, ExampleWorkflow } from './example.mts';

/** The credential types of n8n's own nodes in the examples. */
const OWN_CREDENTIAL_TYPES: Readonly<Record<string, string>> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
	'n8n-nodes-base.whatsAppTrigger': 'whatsAppTriggerApi',
};

const ADDRESS = /https?:\/\/([a-z0-9.-]+)/gi;

/**
 * The credential type a person has to choose in a node after importing.
 * @returns `null` for a node that needs none
 */
export function credentialTypeOf({ type, parameters }: ExampleNode): string | null {
	if (type === MARK_READ_TYPE || type === `${MARK_READ_TYPE}Tool`) {
		return PROVIDERS.find(({ id }) => id === parameters.provider)?.credentialType ?? null;
	}
	if (parameters.authentication === 'predefinedCredentialType') {
		return String(parameters.nodeCredentialType);
	}
	return OWN_CREDENTIAL_TYPES[type] ?? null;
}

/** All hosts the workflow's own nodes call, in alphabetical order; not those in its notes. */
export function hostsOf({ nodes }: ExampleWorkflow): readonly string[] {
	const called = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const texts = called.map(({ parameters }) => JSON.stringify(parameters));
	return [
		...new Set(texts.flatMap((text) => [...text.matchAll(ADDRESS)].map(([, host]) => host ?? ''))),
	].sort();
}

/** What a person fills in after importing. */
export interface FilledIn {
	/** By credential type. */
	readonly credentials: Readonly<Record<string, StoredCredential>>;
	/** The address that stands for `https://<host>`, by host. */
	readonly addresses: Readonly<Record<string, string>>;
}

/**
 * Fills in what a person fills in after importing, and nothing else.
 * @throws Error naming a credential type that is not there, or a host that would be called for real
 */
export function fillIn(
	workflow: ExampleWorkflow,
	{ credentials, addresses }: FilledIn,
): ExampleWorkflow {
	const missing = hostsOf(workflow).filter((host) => addresses[host] === undefined);
	if (missing.length > 0) throw new Error(`No address stands for ${missing.join(', ')}`);
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			const text = JSON.stringify(node.parameters).replace(
				ADDRESS,
				(whole, host: string) => addresses[host] ?? whole,
			);
			const parameters = JSON.parse(text) as ExampleNode['parameters'];
			const type = credentialTypeOf(node);
			if (type === null) return { ...node, parameters };
			const credential = credentials[type];
			if (credential === undefined) throw new Error(`There is no credential of the type ${type}`);
			return { ...node, parameters, credentials: { [type]: credential } };
		}),
	};
}
