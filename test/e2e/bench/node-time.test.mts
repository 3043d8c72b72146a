import { readFlatted } from '../../../e2e/bench/node-time.mts';

/** An execution as n8n hands it out, cut down: `flatted` puts every object and text into one list. */
const EXECUTION = JSON.stringify([
	{ version: 1, resultData: '1' },
	{ runData: '2' },
	{ 'Mark as read': '3' },
	['4'],
	{ startTime: 1760000000000, executionTime: 1234, executionStatus: '5' },
	'success',
]);

describe('the time a node took', () => {
	it('is read out of n8n’s run data', () => {
		const path = ['resultData', 'runData', 'Mark as read', '0', 'executionTime'];
		expect(readFlatted(EXECUTION, path)).toBe(1234);
	});

	it('can be a text, which stands in the list as well', () => {
		const path = ['resultData', 'runData', 'Mark as read', '0', 'executionStatus'];
		expect(readFlatted(EXECUTION, path)).toBe('success');
	});

	it('is unknown for a node that did not run', () => {
		const path = ['resultData', 'runData', 'Another node', '0', 'executionTime'];
		expect(readFlatted(EXECUTION, path)).toBeUndefined();
	});
});
