import {
	EXPECTED_OPERATIONS,
	EXPECTED_OPTIONS,
	EXPECTED_PANELS,
	OPERATION_LABELS,
	PROVIDER_LABELS,
	SOURCE_LABELS,
	wholePanel,
} from '../../../../e2e/ui/expected/panel.mts';

const settings = PROVIDER_LABELS.flatMap((provider) =>
	OPERATION_LABELS.filter((operation) => EXPECTED_OPERATIONS[provider].includes(operation)).flatMap(
		(operation) => SOURCE_LABELS.map((source) => ({ provider, operation, source })),
	),
);

describe('The table of what the panel must show', () => {
	it.each(settings)('has one row for $provider, $operation, $source', (setting) => {
		const rows = EXPECTED_PANELS.filter(
			({ provider, operation, source, chatType }) =>
				provider === setting.provider &&
				operation === setting.operation &&
				source === setting.source &&
				chatType === undefined,
		);

		expect(rows).toHaveLength(1);
	});

	it('has no row for an operation that the provider does not offer', () => {
		const rows = EXPECTED_PANELS.filter(
			({ provider, operation }) => !EXPECTED_OPERATIONS[provider].includes(operation),
		);

		expect(rows).toEqual([]);
	});

	it('expects the sender for groups only', () => {
		const withSender = EXPECTED_PANELS.filter(({ fields }) => fields.includes('Sender'));

		expect(withSender.map(({ provider, chatType }) => [provider, chatType])).toEqual([
			['RyzeAPI', 'Group'],
			['Wawp', 'Group'],
		]);
	});

	it('says for every provider and source what can be added', () => {
		const said = EXPECTED_OPTIONS.map(({ provider, source }) => `${provider}, ${source}`);
		const needed = PROVIDER_LABELS.flatMap((provider) =>
			SOURCE_LABELS.map((source) => `${provider}, ${source}`),
		);

		expect(said.sort()).toEqual(needed.sort());
	});
});

it('A whole panel begins with provider and credential and ends with the options', () => {
	const panel = wholePanel({
		provider: 'Wawp',
		operation: 'Mark Chat as Read',
		source: 'Define Below',
		fields: ['Chat'],
	});

	expect(panel).toEqual([
		'Provider',
		'Credential for WhatsApp Mark Read: Wawp API',
		'Operation',
		'Message',
		'Chat',
		'Options',
	]);
});
