import { PROVIDER_IDS } from '../../scripts/providers.js';
import { welcome } from '../../e2e/welcome.mts';

describe('what is printed when everything is up', () => {
	const text = welcome('http://127.0.0.1:5678', 'http://127.0.0.1:8787', {
		email: 'demo@example.com',
		password: 'dummy',
	});

	it('says where the editor is and how to sign in', () => {
		expect(text).toContain('http://127.0.0.1:5678');
		expect(text).toContain('demo@example.com  password: dummy');
	});

	it('says where to watch the ticks turn blue', () => {
		expect(text).toContain('http://127.0.0.1:8787/phone/');
	});

	it('names the webhook of every provider', () => {
		for (const provider of PROVIDER_IDS) {
			expect(text).toContain(`http://127.0.0.1:5678/webhook/whatsapp-${provider}`);
		}
	});

	it('shows how another message comes in', () => {
		expect(text).toContain('curl -X POST http://127.0.0.1:8787/sandbox/webhook');
	});
});
