/** One n8n to load the node into, with everything in which the major versions differ for us. */
export interface HostVersion {
	/** How the command line names it. */
	readonly major: '2' | '1';
	/** The exact version its recipe installs. */
	readonly version: string;
	/** Its recipe's folder below `e2e`, and its installation's below `.cache`. */
	readonly folder: string;
	/** What the installation takes on the disk. */
	readonly size: string;
	/** Settings that keep it quiet and that no other version takes. */
	readonly settings: Readonly<Record<string, string>>;
	/**
	 * How a workflow is switched on over the REST interface: n8n 2 publishes one of its versions and
	 * registers the webhook a moment later; n8n 1 sets a field, which a new workflow must have too, and
	 * answers when it is done.
	 */
	readonly activation: 'publish' | 'setActive';
	/**
	 * What becomes, in queue mode, of an execution whose worker was killed: n8n 1 lets another worker
	 * run it again, once (`QUEUE_WORKER_MAX_STALLED_COUNT`, default 1); n8n 2 removed that setting and
	 * lets the execution fail.
	 * @see https://docs.n8n.io/2-0-breaking-changes/
	 */
	readonly executionsOfKilledWorkers: 'fail' | 'runAgain';
}

export const N8N_2: HostVersion = {
	major: '2',
	version: '2.41.1',
	folder: 'n8n-host',
	size: '2.4 GB',
	settings: { N8N_DISABLED_MODULES: 'mcp-registry' },
	activation: 'publish',
	executionsOfKilledWorkers: 'fail',
};

export const N8N_1: HostVersion = {
	major: '1',
	version: '1.123.81',
	folder: 'n8n-host-1x',
	size: '1.6 GB',
	settings: {},
	activation: 'setActive',
	executionsOfKilledWorkers: 'runAgain',
};

/** Newest first. */
export const HOST_VERSIONS: readonly HostVersion[] = [N8N_2, N8N_1];
