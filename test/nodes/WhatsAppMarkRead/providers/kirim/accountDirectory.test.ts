import { answered } from '../../../../helpers/answers';
import { kirimDirectory } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim/accountDirectory';

const CREDENTIAL = { baseUrl: 'https://api.kirim.chat' };

describe('The list of phone numbers of Kirim.chat', () => {
	it('is asked for connected numbers', () => {
		expect(kirimDirectory.url(CREDENTIAL, null)).toBe(
			'https://api.kirim.chat/v1/accounts?status=connected',
		);
	});

	it('goes on where the page before ended', () => {
		expect(kirimDirectory.url(CREDENTIAL, 'a+b=')).toBe(
			'https://api.kirim.chat/v1/accounts?status=connected&cursor=a%2Bb%3D',
		);
	});

	it('shows number and name, and leaves out numbers without an id', () => {
		const body = {
			data: [
				{ phone_number_id: '106540352242922', phone_number: '+6281234567890', name: 'Toko' },
				{ phone_number_id: '106540352242999' },
				{ phone_number_id: null, phone_number: '+6281234567891', name: 'New' },
			],
			has_more: false,
			next_cursor: null,
		};
		expect(kirimDirectory.read(answered(200, body))).toEqual({
			kind: 'accounts',
			accounts: [
				{ id: '106540352242922', name: '+6281234567890 · Toko' },
				{ id: '106540352242999', name: '106540352242999' },
			],
			next: null,
		});
	});

	it('has a next page when Kirim says so', () => {
		const more = { data: [], has_more: true, next_cursor: 'NEXT' };
		const last = { data: [], has_more: false, next_cursor: 'NEXT' };
		expect(kirimDirectory.read(answered(200, more))).toMatchObject({ next: 'NEXT' });
		expect(kirimDirectory.read(answered(200, last))).toMatchObject({ next: null });
	});

	it('may be refused', () => {
		const body = { error: { code: 'invalid_api_key', message: 'Invalid API key' } };
		expect(kirimDirectory.read(answered(401, body))).toMatchObject({
			kind: 'refused',
			code: 'invalid_api_key',
			text: 'Invalid API key',
		});
	});
});
