import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { triggerItems } from '../../../../e2e/examples/stage/entrance.mts';
import { lastNodeIn } from '../../../../e2e/examples/stage/executions.mts';

function fixture(name: string): object {
	const text = readFileSync(
		join('test', 'providers', 'cloudApi', 'webhooks', `${name}.json`),
		'utf8',
	);
	return (JSON.parse(text) as { payload: object }).payload;
}

describe('the data pinned to the WhatsApp Trigger', () => {
	it.each([
		['textMessage', 'triggerItemMessage'],
		['statusesOnly', 'triggerItemStatus'],
	])('has the form of the item the trigger makes of %s', (webhook, item) => {
		const [made] = triggerItems(fixture(webhook));

		expect(Object.keys(made ?? {})).toEqual(Object.keys(fixture(item)));
	});

	it('is one item for each change', () => {
		expect(triggerItems(fixture('manyMessages'))).toHaveLength(3);
	});
});

describe('the last node of an execution', () => {
	it('is found in what n8n stores', () => {
		const stored = [
			{ startData: '1', resultData: '2' },
			{},
			{ runData: '1', lastNodeExecuted: '3' },
			'Tell the team',
		];

		expect(lastNodeIn(JSON.stringify(stored))).toBe('Tell the team');
	});

	it('is empty when no node ran', () => {
		expect(lastNodeIn('[{"resultData":"1"},{"runData":"2"},{}]')).toBe('');
	});
});
