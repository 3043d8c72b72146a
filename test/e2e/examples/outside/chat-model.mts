import type { FastifyInstance } from 'fastify';

/** Made up; contains `sandbox` like the sandbox's own secrets, so that a scan can look for it. */
export const CHAT_MODEL_KEY = 'sandbox-openai-key-0001';

interface ChatMessage {
	readonly role: string;
	readonly content?: unknown;
}

interface ChatRequest {
	readonly model?: string;
	readonly messages?: readonly ChatMessage[];
	readonly tools?: ReadonlyArray<{ readonly function: { readonly name: string } }>;
}

/** What the model answers, in the form of OpenAI's chat completions. */
interface ChatAnswer {
	readonly role: 'assistant';
	readonly content: string | null;
	readonly tool_calls?: readonly object[];
}

/**
 * Serves the one call of OpenAI's interface that n8n's OpenAI Chat Model makes, below `/openai/v1`.
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function mountChatModel(server: FastifyInstance): void {
	server.post<{ Body: ChatRequest }>('/openai/v1/chat/completions', async (request, reply) => {
		if (request.headers.authorization !== `Bearer ${CHAT_MODEL_KEY}`) {
			return await reply.code(401).send({ error: { message: 'Incorrect API key provided' } });
		}
		const message = answerTo(request.body);
		return {
			id: 'chatcmpl-example',
			object: 'chat.completion',
			created: Math.floor(Date.now() / 1000),
			model: request.body.model ?? 'example',
			choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
}

/**
 * Stands in for the model: it does what the example's system message asks for. Who wants a person is
 * put off; any other question is answered after the first tool was used once.
 */
export function answerTo({ messages = [], tools = [] }: ChatRequest): ChatAnswer {
	const question = messages.findLast(({ role }) => role === 'user');
	if (JSON.stringify(question?.content ?? '').includes('person')) {
		return { role: 'assistant', content: 'Somebody from the team will answer you.' };
	}
	const [tool] = tools;
	if (tool === undefined || messages.at(-1)?.role === 'tool') {
		return { role: 'assistant', content: 'We are open from 7 to 18 o’clock.' };
	}
	const call = { name: tool.function.name, arguments: '{}' };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_example', type: 'function', function: call }],
	};
}
