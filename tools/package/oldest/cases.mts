import {
	PROVIDER_IDS,
	sandboxCredential,
	type ProviderId,
	type Sandbox,
} from '../../sandbox/index.mts';
import { fieldParameters, Messages, postedFields } from '../../../test/e2e/hosts/messages.mts';
import { underTest } from '../../../test/e2e/providers/index.mts';
import { providerOf } from '../../providers.js';

/** One run of the node, as engine.js takes it. */
export interface EngineRun {
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentialType: string;
	readonly credential: Readonly<Record<string, string>>;
	readonly items: readonly object[];
	readonly nodeSettings: { readonly onError?: 'continueErrorOutput' };
}

/** A run, and what must come of it. */
export interface OldestCase {
	readonly what: string;
	readonly run: EngineRun;
	/** For each output of the node what its items say. */
	readonly outputs: ReadonlyArray<ReadonlyArray<'read' | 'error'>>;
	/** The message that must be read at the provider afterwards. */
	readonly marks?: { readonly provider: ProviderId; readonly messageId: string };
}

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

/** For every provider a marking from a webhook, one from fields, and failures with an error output. */
export function oldestCases(sandbox: Sandbox): readonly OldestCase[] {
	const messages = new Messages(sandbox);
	return [
		endlessResponse(sandbox, messages),
		...PROVIDER_IDS.flatMap((id) => casesOf(id, sandbox, messages)),
	];
}

function casesOf(provider: ProviderId, sandbox: Sandbox, messages: Messages): OldestCase[] {
	const arrive = () => messages.arrive({ provider, kind: 'direct' });
	const [received, entered, good, refused] = [arrive(), arrive(), arrive(), arrive()];
	const run = runOf(provider, sandbox);
	const marks = ({ message }: typeof good) => ({ provider, messageId: message.messageId });
	const fields = { source: 'fields', ...fieldParameters(provider, '$json', 'direct') };
	const wrong = { ...run.credential, ...underTest(provider).credential.wrong };
	return [
		{
			what: `${provider}: from a webhook`,
			run: { ...run, items: [{ body: received.payload }] },
			outputs: [['read']],
			marks: marks(received),
		},
		{
			what: `${provider}: from fields`,
			run: {
				...run,
				parameters: { ...run.parameters, ...fields },
				items: [postedFields(entered)],
			},
			outputs: [['read']],
			marks: marks(entered),
		},
		{
			what: `${provider}: an unusable item beside a good one`,
			run: { ...run, items: [{ body: {} }, { body: good.payload }], nodeSettings: ON_ERROR },
			outputs: [['read'], ['error']],
			marks: marks(good),
		},
		{
			what: `${provider}: a wrong credential`,
			run: {
				...run,
				credential: wrong,
				items: [{ body: refused.payload }],
				nodeSettings: ON_ERROR,
			},
			outputs: [[], ['error']],
		},
	];
}

/** A response that arrives byte by byte: n8n before 1.68 cannot stop the request, and the execution never ends. */
function endlessResponse(sandbox: Sandbox, messages: Messages): OldestCase {
	const [provider = ''] = PROVIDER_IDS;
	sandbox.faults.set(provider, { sequence: [{ kind: 'drip', everyMs: 100 }] });
	const { payload } = messages.arrive({ provider, kind: 'direct' });
	const run = runOf(provider, sandbox);
	const options = { timeout: 1000, maxRetries: 0 };
	return {
		what: `${provider}: a response that never ends`,
		run: {
			...run,
			parameters: { ...run.parameters, options },
			items: [{ body: payload }],
			nodeSettings: ON_ERROR,
		},
		outputs: [[], ['error']],
	};
}

function runOf(provider: ProviderId, { url }: Sandbox): EngineRun {
	return {
		parameters: { provider },
		credentialType: providerOf(provider).credentialType,
		credential: sandboxCredential(provider, url),
		items: [],
		nodeSettings: {},
	};
}
