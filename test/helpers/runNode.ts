/**
 * Minimal engine harness: runs ONE node class through n8n-core's WorkflowExecute,
 * with its real credential classes and n8n's real HTTP helpers, so nock sees the
 * request n8n would send in production.
 */
import { Container } from '@n8n/di';
import {
	ErrorReporter,
	ExecutionLifecycleHooks,
	InstanceSettings,
	UnrecognizedNodeTypeError,
	WorkflowExecute,
} from 'n8n-core';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';

import { subjectNode } from './subject';

type CredentialMap = Record<
	string,
	{ type: ICredentialType; data: ICredentialDataDecryptedObject }
>;

export type RunNodeOptions = {
	node: INodeType;
	parameters?: INodeParameters;
	credentials?: CredentialMap;
	items?: IDataObject[];
	/** Files that every item carries along. */
	binary?: IBinaryKeyData;
	/** Extra keys of the node in the workflow (onError, retryOnFail, maxTries, waitBetweenTries…). */
	nodeSettings?: Partial<INode>;
};

export type RunNodeResult = {
	run: IRun;
	task: ITaskData;
	output: INodeExecutionData[][];
};

class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly credentials: CredentialMap) {
		super();
	}

	getParentTypes(name: string): string[] {
		return this.credentials[name]?.type.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	/** Same algorithm as packages/cli credentials-helper (function form + 'generic' form). */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.credentials[typeName]?.type.authenticate;
		if (!authenticate) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);

		const resolve = (value: unknown) =>
			typeof value === 'string' && value.startsWith('=')
				? String(
						workflow.expression.getSimpleParameterValue(
							node,
							value,
							'internal',
							{ $credentials: credentials },
							undefined,
							'',
						) ?? '',
					)
				: (value as string);

		const target = requestOptions as unknown as Record<string, Record<string, unknown>>;
		for (const [section, values] of Object.entries(authenticate.properties)) {
			target[section] ??= {};
			for (const [key, value] of Object.entries(values as Record<string, unknown>)) {
				target[section][resolve(key)] = resolve(value);
			}
		}
		return requestOptions;
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('not used by the engine for static credentials');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: unknown,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		// A fresh copy: the engine may Object.assign() onto it.
		return { ...this.credentials[type]?.data };
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	getCredentialsProperties(type: string) {
		return this.credentials[type]?.type.properties ?? [];
	}
}

const BASE_URL = 'http://localhost:5678';

const START: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Feeds the items of the test',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

/**
 * Replaces the two n8n-core services that would touch the machine: InstanceSettings creates
 * ~/.n8n/config (an encryption key file), ErrorReporter prints every node error to the console.
 */
export function prepareEngine() {
	Container.set(ErrorReporter, {
		error: () => {},
		warn: () => {},
		info: () => {},
	} as unknown as ErrorReporter);
	Container.set(InstanceSettings, {
		instanceId: 'test-instance',
		// StorageConfig joins this path when binary data is converted; nothing is written there.
		n8nFolder: 'n8n-node-tests',
		hmacSignatureSecret: 'test-secret',
	} as unknown as InstanceSettings);
}

export function createAdditionalData(credentials: CredentialMap): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new TestCredentialsHelper(credentials),
		hooks: new ExecutionLifecycleHooks('manual', '1', {} as IWorkflowBase),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		// Must be absolute: getAdditionalKeys() does `new URL(webhookWaitingBaseUrl/executionId)`.
		restApiUrl: `${BASE_URL}/rest`,
		instanceBaseUrl: BASE_URL,
		webhookBaseUrl: `${BASE_URL}/webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}/webhook-test`,
		formWaitingBaseUrl: `${BASE_URL}/form-waiting`,
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

export async function runNode({
	node,
	parameters = {},
	credentials = {},
	items = [{}],
	binary,
	nodeSettings = {},
}: RunNodeOptions): Promise<RunNodeResult> {
	const types: Record<string, INodeType> = { 'test.start': START, 'test.subject': node };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name] ?? START,
		getByNameAndVersion: (name, version) => {
			const type = types[name];
			if (!type) throw new UnrecognizedNodeTypeError('test', name);
			return NodeHelpers.getVersionedNodeType(type, version);
		},
		getKnownTypes: () => ({}),
	};

	const start = subjectNode({ id: 'start', name: 'Start', type: 'test.start' });
	const subject = subjectNode({
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((name) => [name, { id: name, name }]),
		),
		...nodeSettings,
	});

	const workflow = new Workflow({
		id: 'test',
		name: 'Test',
		nodes: [start, subject],
		connections: { Start: { main: [[{ node: 'Subject', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});

	const additionalData = createAdditionalData(credentials);

	const runExecutionData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{
					node: start,
					data: { main: [items.map((json, item) => ({ json, binary, pairedItem: { item } }))] },
					source: null,
				},
			],
		},
	});

	const run = await new WorkflowExecute(
		additionalData,
		'manual',
		runExecutionData,
	).processRunExecutionData(workflow);

	const task = run.data.resultData.runData.Subject?.[0];
	if (task === undefined) throw new TypeError('The node under test was not run');
	return { run, task, output: (task.data?.main ?? []) as INodeExecutionData[][] };
}
