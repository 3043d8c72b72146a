import { answered } from '../../../../helpers/answers';
import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { cloudApiDirectory } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi/accountDirectory';

const CREDENTIAL = {
	businessAccountId: '102290129340398',
	apiVersion: 'v25.0',
	baseUrl: 'https://graph.facebook.com',
};

describe('The list of phone numbers of the WhatsApp Cloud API', () => {
	it('is asked of the WhatsApp Business Account', () => {
		expect(cloudApiDirectory.url(CREDENTIAL, null)).toBe(
			'https://graph.facebook.com/v25.0/102290129340398/phone_numbers?fields=id,display_phone_number,verified_name&limit=100',
		);
	});

	it('goes on where the page before ended', () => {
		expect(cloudApiDirectory.url(CREDENTIAL, 'a+b=')).toMatch(/&after=a%2Bb%3D$/);
	});

	it('needs the id of the account', () => {
		expect(() => cloudApiDirectory.url({ ...CREDENTIAL, businessAccountId: '' }, null)).toThrow(
			new InvalidInput("The list needs 'WhatsApp Business Account ID' in the credential", ''),
		);
	});

	it('shows number and name', () => {
		const body = {
			data: [
				{
					id: '106540352242922',
					display_phone_number: '+1 555-078-3881',
					verified_name: 'Jaspers',
				},
				{ id: '106540352242999', display_phone_number: '+1 555-078-3882' },
				{ id: '106540352242900' },
				{ display_phone_number: 'without an id' },
				null,
			],
		};
		expect(cloudApiDirectory.read(answered(200, body))).toEqual({
			kind: 'accounts',
			accounts: [
				{ id: '106540352242922', name: '+1 555-078-3881 · Jaspers' },
				{ id: '106540352242999', name: '+1 555-078-3882' },
				{ id: '106540352242900', name: '106540352242900' },
			],
			next: null,
		});
	});

	it('has a next page when Meta names one, by its cursor: the address itself holds the token', () => {
		const next = 'https://graph.facebook.com/v25.0/1/phone_numbers?access_token=dummy&after=AFTER';
		const body = { data: [], paging: { cursors: { after: 'AFTER' }, next } };
		expect(cloudApiDirectory.read(answered(200, body))).toMatchObject({ next: 'AFTER' });
	});

	it('ends where Meta names a cursor but no next page', () => {
		const body = { data: [], paging: { cursors: { after: 'AFTER' } } };
		expect(cloudApiDirectory.read(answered(200, body))).toMatchObject({ next: null });
	});

	it("may be refused in Meta's envelope", () => {
		const body = { error: { message: 'Invalid OAuth access token', code: 190 } };
		expect(cloudApiDirectory.read(answered(401, body))).toMatchObject({
			kind: 'refused',
			code: '190',
			text: 'Invalid OAuth access token',
		});
	});
});
