import { reports } from '../../../e2e/load/memory/inUse.mts';

describe("The reports of n8n's memory", () => {
	it('are found between whatever else n8n prints, in MB', () => {
		const output = [
			'Editor is now accessible via:',
			'MEMORY-IN-USE {"heapUsed":104857600,"rss":419430400}',
			'Finished execution 7',
			'MEMORY-IN-USE {"heapUsed":209715200,"rss":524288000}',
			'',
		].join('\n');

		expect(reports(output)).toEqual([
			{ heapMb: 100, residentMb: 400 },
			{ heapMb: 200, residentMb: 500 },
		]);
	});

	it('are none before the first', () => {
		expect(reports('Editor is now accessible via:\n')).toEqual([]);
	});
});
