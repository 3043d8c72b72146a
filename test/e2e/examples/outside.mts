import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';

import { PROVIDER_IDS } from '../../../tools/providers.js';
import { underTest } from '../providers/index.mts';

/** The host that stands for the user's own team. */
export const TEAM = 'example.com';

/** Made up; contains `sandbox` like the sandbox's own secrets, so that a search can look for it. */
export const CHAT_MODEL_KEY = 'sandbox-openai-key-0001';

type Fields = Readonly<Record<string, unknown>>;

/** A call that an example made to somebody other than the sandbox: an answer, or a word to the team. */
export interface SentOut {
	/** The host the example names, as in `graph.facebook.com`. */
	readonly host: string;
	/** The path below the host, without the token of the credential. */
	readonly path: string;
	/** As JSON, without the credential. */
	readonly body: string;
}

/** Everybody the examples call besides the sandbox: where answers go, the team, a chat model. */
export interface Outside {
	/** Without a slash at the end; below it each host of {@link HOSTS} has its place. */
	readonly url: string;
	/** What was sent out so far, oldest first. */
	readonly sent: readonly SentOut[];
	close(): Promise<void>;
}

const SENDINGS = PROVIDER_IDS.map((id) => underTest(id).sending);

/** The hosts it stands for. */
export const HOSTS: readonly string[] = [TEAM, ...SENDINGS.map(({ host }) => host)];

/** Starts it on a free port of 127.0.0.1. */
export async function startOutside(): Promise<Outside> {
	const server = fastify({ logger: false, forceCloseConnections: true });
	const sent: SentOut[] = [];

	server.post<{ Params: { host: string; '*': string }; Body: Fields }>(
		'/:host/*',
		async ({ params: { host, '*': path }, headers, body }, reply) => {
			const credential = SENDINGS.find((known) => known.host === host)?.credential ?? {};
			const { token = '' } = credential;
			const hasToken = path.includes(token);
			if (!hasToken || !holds(headers, credential.headers) || !holds(body, credential.body)) {
				return await reply.code(401).send({ error: 'The credential did not come along' });
			}
			const words = Object.entries(body).filter(([name]) => !(name in (credential.body ?? {})));
			const shownPath = token === '' ? path : path.replace(token, '{token}');
			sent.push({ host, path: `/${shownPath}`, body: JSON.stringify(Object.fromEntries(words)) });
			return { success: true };
		},
	);

	// The one call of n8n's OpenAI Chat Model: https://platform.openai.com/docs/api-reference/chat/create
	server.post<{ Body: ChatRequest }>(
		'/openai/v1/chat/completions',
		async ({ headers, body }, reply) => {
			if (headers.authorization !== `Bearer ${CHAT_MODEL_KEY}`) {
				return await reply.code(401).send({ error: { message: 'Incorrect API key provided' } });
			}
			return {
				id: 'chatcmpl-example',
				object: 'chat.completion',
				created: Math.floor(Date.now() / 1000),
				model: body.model,
				choices: [{ index: 0, ...answerTo(body) }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			};
		},
	);

	await server.listen({ host: '127.0.0.1', port: 0 });
	const { port } = server.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, sent, close: async () => await server.close() };
}

function holds(given: Fields, wanted: Fields = {}): boolean {
	return Object.entries(wanted).every(([name, value]) => given[name] === value);
}

interface ChatRequest {
	readonly model: string;
	readonly messages: ReadonlyArray<{ readonly role: string; readonly content?: unknown }>;
	readonly tools?: ReadonlyArray<{ readonly function: { readonly name: string } }>;
}

/**
 * Stands in for the model: it does what the example's system message asks for. Who wants a person is
 * put off; any other question is answered after the first tool was used once.
 */
function answerTo({ messages, tools = [] }: ChatRequest) {
	const question = messages.findLast(({ role }) => role === 'user');
	const wantsPerson = JSON.stringify(question?.content ?? '').includes('person');
	const [tool] = tools;
	if (wantsPerson || tool === undefined || messages.at(-1)?.role === 'tool') {
		const content = wantsPerson
			? 'Somebody from the team will answer you.'
			: 'We are open from 7 to 18 o’clock.';
		return { message: { role: 'assistant', content }, finish_reason: 'stop' };
	}
	const call = { name: tool.function.name, arguments: '{}' };
	return {
		message: {
			role: 'assistant',
			content: null,
			tool_calls: [{ id: 'call_example', type: 'function', function: call }],
		},
		finish_reason: 'tool_calls',
	};
}
