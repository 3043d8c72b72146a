import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	NodeConnectionType,
} from 'n8n-workflow';

import { hints } from './description/hints';
import { optionsField } from './description/optionsField';
import {
	CREDENTIAL_PLACE,
	operationFields,
	providerCredentials,
	providerField,
	searchNames,
	SOURCE_FIELD,
	subtitle,
	typingField,
} from './description/panelFields';
import { providerFields } from './description/providerFields';
import { execute } from './n8n/execute';
import { searchAccounts } from './n8n/searchAccounts';
import { PROVIDERS } from './providers';
import codex from './WhatsAppMarkRead.node.json';

/** Written out: n8n before 1.85 has no `NodeConnectionTypes`, and would not load the node. */
const MAIN: NodeConnectionType = 'main';

/** What n8n loads. The panel is in `description/` and `providers/`, the work in `n8n/execute.ts` and `pipeline/`. */
export class WhatsAppMarkRead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Mark Read',
		name: 'whatsAppMarkRead',
		icon: {
			light: 'file:../../icons/whatsAppMarkRead.svg',
			dark: 'file:../../icons/whatsAppMarkRead.dark.svg',
		},
		group: ['output'],
		version: [1],
		subtitle: subtitle(PROVIDERS),
		description: 'Mark received WhatsApp messages as read: the ticks of the sender turn blue',
		defaults: { name: 'WhatsApp Mark Read' },
		inputs: [MAIN],
		outputs: [MAIN],
		usableAsTool: true,
		// n8n's search finds the node by these names as well. Custom folders and early versions of n8n 1 read the JSON alone.
		codex: {
			categories: codex.categories,
			resources: codex.resources,
			alias: [...codex.alias, ...PROVIDERS.flatMap(searchNames)],
		},
		hints: hints(PROVIDERS),
		credentials: providerCredentials(PROVIDERS),
		properties: [
			providerField(PROVIDERS),
			CREDENTIAL_PLACE,
			...operationFields(PROVIDERS),
			SOURCE_FIELD,
			...PROVIDERS.flatMap(providerFields),
			typingField(PROVIDERS),
			optionsField(PROVIDERS),
		],
	};

	methods = {
		listSearch: {
			async searchAccounts(this: ILoadOptionsFunctions, filter?: string, cursor?: string) {
				return await searchAccounts(this, PROVIDERS, filter, cursor);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await execute(this, PROVIDERS)];
	}
}
