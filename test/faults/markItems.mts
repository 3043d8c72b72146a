import {
	buildWebhook,
	personId,
	type ProviderId,
	type Sandbox,
} from '../../tools/sandbox/index.mts';
import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { credentialOf } from '../helpers/credentials.js';
import { runNode } from '../helpers/runNode.ts';
import { webhookItem } from '../helpers/webhookItem.ts';

/** A message that waits for its receipt, and the item that a Webhook node makes of its webhook. */
export interface Waiting {
	readonly messageId: string;
	readonly item: ReturnType<typeof webhookItem>;
}

const FIRST_PHONE = 5_511_900_000_000;

/** Lets messages arrive, each in a chat of its own, so that each needs a call of its own. */
export function receiveMessages(
	sandbox: Sandbox,
	provider: ProviderId,
	count: number,
): readonly Waiting[] {
	return Array.from({ length: count }, (_, position) => {
		const chat = personId(provider, String(FIRST_PHONE + position));
		const { payload, message } = buildWebhook({ provider, kind: 'direct', chat });
		if (message === null) throw new TypeError('A direct message holds a message');
		sandbox.memory.receive(message);
		return { messageId: message.messageId, item: webhookItem(payload) };
	});
}

/** What one execution of the node left behind. */
export interface Execution {
	readonly items: readonly OutputItem[];
	/** The error that stopped the workflow; `null` when it did not. */
	readonly stopped: { readonly message: string; readonly httpCode: string | null } | null;
	/** Everything of the node's that n8n keeps. */
	readonly kept: unknown;
	readonly milliseconds: number;
}

export interface OutputItem {
	/** The input it is paired to. */
	readonly input: number;
	readonly json: Readonly<Record<string, unknown>>;
}

export interface ExecutionSettings {
	readonly onError: 'continueRegularOutput' | 'stopWorkflow';
	/** Values of the node's *Options*. */
	readonly options: Readonly<Record<string, number | boolean>>;
	readonly typingIndicator?: boolean;
}

/** Runs the real node in n8n's real engine over real HTTP. */
export async function markItems(
	provider: ProviderId,
	credential: Readonly<Record<string, string>>,
	waiting: readonly Waiting[],
	{ onError, options, typingIndicator = false }: ExecutionSettings,
): Promise<Execution> {
	const started = Date.now();
	const { type } = credentialOf(provider);
	const { run, task, output } = await runNode({
		node: new WhatsAppMarkRead(),
		parameters: { provider, typingIndicator, options: { ...options } },
		items: waiting.map(({ item }) => item),
		credentials: { [type.name]: { type, data: { ...credential } } },
		nodeSettings: { onError },
	});
	const { error } = run.data.resultData;
	return {
		items: (output[0] ?? []).map(({ json, pairedItem }) => ({
			input: typeof pairedItem === 'number' ? pairedItem : inputOf(pairedItem),
			json: json as Readonly<Record<string, unknown>>,
		})),
		stopped: error === undefined ? null : { message: error.message, httpCode: codeOf(error) },
		kept: [task, error],
		milliseconds: Date.now() - started,
	};
}

function inputOf(paired: unknown): number {
	return (paired as { item?: number } | undefined)?.item ?? -1;
}

function codeOf(error: object): string | null {
	return 'httpCode' in error && typeof error.httpCode === 'string' ? error.httpCode : null;
}
