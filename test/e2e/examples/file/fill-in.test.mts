import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import type { ExampleNode, ExampleWorkflow } from './example.mts';
import { credentialTypeOf, fillIn, hostsOf } from './fill-in.mts';

function node(type: string, parameters: ExampleNode['parameters'] = {}): ExampleNode {
	return { id: type, name: type, type, typeVersion: 1, position: [0, 0], parameters };
}

const ANSWER = node('n8n-nodes-base.httpRequest', {
	url: '=https://provider.example/send/{{ $json.account }}',
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'someProviderApi',
});
const NOTE = node('n8n-nodes-base.stickyNote', { content: 'See https://docs.example.com' });

function workflow(...nodes: readonly ExampleNode[]): ExampleWorkflow {
	return {
		name: 'Example',
		nodes,
		connections: {},
		settings: {},
		pinData: {},
		active: false,
		tags: [],
	};
}

const FILLED_IN = {
	credentials: { someProviderApi: { id: '7', name: 'Mine' } },
	addresses: { 'provider.example': 'http://127.0.0.1:9/provider.example' },
};

describe('the credential a person chooses in a node', () => {
	it.each(PROVIDER_IDS)('is the one of the provider: %s', (provider) => {
		for (const type of ['whatsAppMarkRead', 'whatsAppMarkReadTool']) {
			const markRead = node(`n8n-nodes-whatsapp-mark-read.${type}`, { provider });
			expect(credentialTypeOf(markRead)).toBe(providerOf(provider).credentialType);
		}
	});

	it('is the one the HTTP Request node is set to', () => {
		expect(credentialTypeOf(ANSWER)).toBe('someProviderApi');
	});

	it('is none in a node that needs none', () => {
		expect(credentialTypeOf(NOTE)).toBeNull();
	});
});

describe('filling in an example', () => {
	it('changes the address and the credential, and nothing else', () => {
		const [filled] = fillIn(workflow(ANSWER), FILLED_IN).nodes;

		expect(filled).toEqual({
			...ANSWER,
			parameters: {
				...ANSWER.parameters,
				url: '=http://127.0.0.1:9/provider.example/send/{{ $json.account }}',
			},
			credentials: { someProviderApi: { id: '7', name: 'Mine' } },
		});
	});

	it('refuses a file that would call somebody for real', () => {
		const stranger = node('n8n-nodes-base.httpRequest', { url: 'https://example.org/call' });

		expect(() => fillIn(workflow(ANSWER, stranger), FILLED_IN)).toThrow('example.org');
	});

	it('names the credential type that nobody created', () => {
		const markRead = node('n8n-nodes-whatsapp-mark-read.whatsAppMarkRead', {
			provider: 'cloudApi',
		});

		expect(() => fillIn(workflow(markRead), FILLED_IN)).toThrow('whatsAppMarkReadCloudApi');
	});
});

describe('the hosts an example calls', () => {
	it('are those of its nodes, not those in its notes', () => {
		expect(hostsOf(workflow(ANSWER, ANSWER, NOTE))).toEqual(['provider.example']);
	});
});
