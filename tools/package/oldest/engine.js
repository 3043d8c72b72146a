'use strict';

/**
 * Loads the built package with an old n8n's own loader and runs its node in that n8n's own engine, in a process of its
 * own: two versions of n8n do not fit into one.
 * Usage: node engine.js <folder of that n8n> <folder of the package> <file with the runs> <file for the results>
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');

const [, , n8nFolder, packageFolder, runsFile, resultsFile] = process.argv;
// n8n writes an encryption key there.
process.env.N8N_USER_FOLDER = dirname(resultsFile);

const requireOld = createRequire(join(n8nFolder, 'package.json'));
const { PackageDirectoryLoader, WorkflowExecute } = requireOld('n8n-core');
const { NodeHelpers, Workflow } = requireOld('n8n-workflow');

const START = {
	description: { name: 'start', version: 1, inputs: [], outputs: ['main'], properties: [] },
	async execute() {
		return [this.getInputData()];
	},
};

const EDITOR = 'http://localhost:5678';

void main();

async function main() {
	const loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	const results = [];
	for (const run of JSON.parse(readFileSync(runsFile, 'utf8'))) {
		results.push(await runNode(loader, run));
	}
	const credentialTypes = loader.types.credentials.map(({ name }) => name);
	writeFileSync(resultsFile, JSON.stringify({ credentialTypes, results }));
	// A request that cannot be stopped would keep the process alive.
	process.exit(0);
}

async function runNode(loader, { parameters, credentialType, credential, items, onError }) {
	const types = { start: START, subject: Object.values(loader.nodeTypes)[0].type };
	const workflow = new Workflow({
		id: 'test',
		nodes: [
			node('start', {}),
			{
				...node('subject', parameters),
				credentials: { [credentialType]: { id: '1', name: 'Account' } },
				onError,
			},
		],
		connections: { start: { main: [[{ node: 'subject', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: {
			getByName: (name) => types[name],
			getByNameAndVersion: (name, version) =>
				NodeHelpers.getVersionedNodeType(types[name], version),
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1' },
	});
	const start = {
		node: workflow.getNode('start'),
		data: { main: [items.map((json, item) => ({ json, pairedItem: { item } }))] },
		source: null,
	};
	const { data } = await new WorkflowExecute(additionalData(loader, credential), 'manual', {
		startData: {},
		resultData: { runData: {}, pinData: {} },
		executionData: {
			contextData: {},
			metadata: {},
			nodeExecutionStack: [start],
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	}).processRunExecutionData(workflow);
	const [task] = data.resultData.runData.subject ?? [];
	const error = task?.error ?? data.resultData.error;
	const outputs = task?.data?.main ?? [];
	return {
		error: error?.message ?? null,
		outputs: outputs.map((output) => (output ?? []).map(({ json }) => json)),
	};
}

function node(name, parameters) {
	return { id: name, name, type: name, typeVersion: 1, position: [0, 0], parameters };
}

/** What n8n's server gives to its engine. */
function additionalData(loader, credential) {
	return {
		credentialsHelper: {
			getParentTypes: () => [],
			getDecrypted: async () => ({ ...credential }),
			preAuthentication: async () => undefined,
			authenticate: async (data, type, request) =>
				await loader.credentialTypes[type].type.authenticate(data, request),
		},
		executionId: '1',
		variables: {},
		restApiUrl: `${EDITOR}/rest`,
		instanceBaseUrl: EDITOR,
		webhookBaseUrl: `${EDITOR}/webhook`,
		webhookWaitingBaseUrl: `${EDITOR}/webhook-waiting`,
		webhookTestBaseUrl: `${EDITOR}/webhook-test`,
		formWaitingBaseUrl: `${EDITOR}/form-waiting`,
		setExecutionStatus: () => {},
	};
}
