import { answerTo } from '../../../../e2e/examples/outside/chat-model.mts';

const TOOLS = [{ function: { name: 'WhatsApp_Mark_Read' } }];
const QUESTION = { role: 'user', content: 'When are you open?' };

describe('the stand-in for the chat model', () => {
	it('uses the tool before it answers a question', () => {
		const answer = answerTo({ messages: [QUESTION], tools: TOOLS });

		expect(answer.tool_calls).toMatchObject([{ function: { name: 'WhatsApp_Mark_Read' } }]);
	});

	it('answers once the tool was used', () => {
		const messages = [QUESTION, { role: 'assistant' }, { role: 'tool', content: '[]' }];

		expect(answerTo({ messages, tools: TOOLS })).toEqual({
			role: 'assistant',
			content: 'We are open from 7 to 18 o’clock.',
		});
	});

	it('leaves the tool alone when a person is asked for', () => {
		const messages = [{ role: 'user', content: 'I want to talk to a person' }];

		expect(answerTo({ messages, tools: TOOLS }).tool_calls).toBeUndefined();
	});
});
