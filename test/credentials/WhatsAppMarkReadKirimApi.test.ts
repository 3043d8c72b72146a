import { WhatsAppMarkReadKirimApi } from '../../credentials/WhatsAppMarkReadKirimApi.credentials';

it('The credential of Kirim.chat says which keys belong to another product', () => {
	expect(new WhatsAppMarkReadKirimApi().properties[0]?.description).toContain('kc_live_');
});
