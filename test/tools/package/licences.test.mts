import { findLicenceFaults } from '../../../tools/package/licences.mts';

describe('A development tool', () => {
	it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', '(MIT AND CC-BY-3.0)'])(
		'may stand under %s',
		(licence) => {
			expect(findLicenceFaults([{ name: 'tool@1.0.0', licences: [licence] }])).toEqual([]);
		},
	);

	it.each([
		'GPL-3.0-only',
		'AGPL-3.0-only',
		'(MIT AND GPL-3.0-only)',
		'(MIT OR ISC) AND GPL-3.0-only',
		'UNLICENSED',
		'Custom: LICENSE.md',
	])('may not stand under %s', (licence) => {
		expect(findLicenceFaults([{ name: 'tool@1.0.0', licences: [licence] }])).toEqual([
			`tool@1.0.0: ${licence} is not allowed`,
		]);
	});

	it('may not be without a licence', () => {
		expect(findLicenceFaults([{ name: 'tool@1.0.0', licences: [] }])).toEqual([
			'tool@1.0.0: no licence is not allowed',
		]);
	});

	it.each(['n8n-core@2.41.1', 'n8n-workflow@2.41.0', '@n8n/client-oauth2@1.23.1'])(
		'may be %s, which is n8n itself',
		(name) => {
			expect(findLicenceFaults([{ name, licences: ['Custom: LICENSE.md'] }])).toEqual([]);
		},
	);

	it("does not pass for n8n's by its name", () => {
		const licences = ['Custom: LICENSE.md'];

		expect(findLicenceFaults([{ name: 'n8n-nodes-other@1.0.0', licences }])).toHaveLength(1);
	});
});
