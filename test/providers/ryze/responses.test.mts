import { ryze } from '../../../nodes/WhatsAppMarkRead/providers/ryze/index.ts';
import { answered, readReceipt } from '../../helpers/responses.ts';

it('A response of RyzeAPI names no chat by a text of 50,000 characters', () => {
	const body = { success: true, chat_jid: `${'1'.repeat(50_000)}@s.whatsapp.net` };

	expect(readReceipt(ryze, answered(200, body))).toMatchObject({ kind: 'accepted', chatId: null });
});
