import { judge, type Observation } from '../../e2e/demo/verdict.mts';

const marked: Observation = {
	messageId: 'wamid.A',
	items: [{ success: true, status: 'read', messageIds: ['wamid.A'] }],
	readInSandbox: true,
	callsToProvider: 1,
};

describe('a message that should be marked', () => {
	it('is ok when the node says so and the sandbox remembers it', () => {
		expect(judge('read', marked)).toBe('ok');
	});

	it.each<[string, Partial<Observation>]>([
		['the sandbox does not remember it', { readInSandbox: false }],
		['the node put out nothing', { items: [] }],
		['the node failed', { items: [{ error: 'refused' }] }],
		[
			'the node marked another one',
			{ items: [{ success: true, status: 'read', messageIds: ['wamid.B'] }] },
		],
		['the node put out something else besides', { items: [...marked.items, { error: 'x' }] }],
	])('is not marked when %s', (_case, difference) => {
		expect(judge('read', { ...marked, ...difference })).toBe('NOT MARKED');
	});
});

describe('an event without a message', () => {
	const skipped: Observation = {
		messageId: null,
		items: [{ success: true, status: 'skipped', reason: 'a delivery status' }],
		readInSandbox: false,
		callsToProvider: 0,
	};

	it('is ok when it was skipped with a reason and no call', () => {
		expect(judge('skipped', skipped)).toBe('ok');
	});

	it('is not skipped when the provider was called for it', () => {
		expect(judge('skipped', { ...skipped, callsToProvider: 1 })).toBe('NOT SKIPPED');
	});

	it('is not skipped when no reason is given', () => {
		expect(judge('skipped', { ...skipped, items: [{ status: 'skipped' }] })).toBe('NOT SKIPPED');
	});
});

describe('a call the provider refuses', () => {
	const refused: Observation = {
		messageId: 'wamid.unknown',
		items: [{ error: 'Message not found', message: 'Message not found', details: {} }],
		readInSandbox: false,
		callsToProvider: 1,
	};

	it('is ok when the item carries the error', () => {
		expect(judge('error', refused)).toBe('ok');
	});

	it('is not refused when the provider was never asked', () => {
		expect(judge('error', { ...refused, callsToProvider: 0 })).toBe('NO ERROR');
	});

	it('is not refused when the item has other keys than those of an error', () => {
		const items = [{ error: 'Error in workflow' }];
		expect(judge('error', { ...refused, items })).toBe('NO ERROR');
	});
});
