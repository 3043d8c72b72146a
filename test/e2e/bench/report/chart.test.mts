import { chartGroups } from '../../../../e2e/bench/report/chart-bars.mts';
import { drawChart } from '../../../../e2e/bench/report/chart.mts';
import { keptComparisons } from '../comparisons.mts';

describe('the chart of the benchmark', () => {
	const groups = chartGroups(keptComparisons());
	const svg = drawChart(groups, 'Time & delivery');

	it('shows the time of 1,000 receipts from the least possible to the slowest', () => {
		expect(groups[0]?.bars.map(({ label, text }) => [label, text])).toEqual([
			['The least possible, 50 at a time', '1.0 s'],
			['WhatsApp Mark Read, 50 at a time', '10.0 s'],
			['HTTP Request, bare token', '20.0 s'],
			['HTTP Request, stored credential', '40.0 s'],
		]);
	});

	it('shows what was delivered under the rate limit', () => {
		expect(groups[1]?.bars.map(({ text }) => text)).toEqual([
			'300 of 300',
			'100 of 300',
			'100 of 300',
		]);
	});

	it('draws one bar for each value, the longest not beyond the picture', () => {
		const bars = [...svg.matchAll(/<rect class="\w+" x="(\d+)" y="\d+" width="(\d+)"/g)];
		expect(bars).toHaveLength(7);
		for (const [, x, width] of bars) expect(Number(x) + Number(width)).toBeLessThan(760);
	});

	it('says to a screen reader what it shows, with its signs escaped', () => {
		expect(svg).toContain('<title>Time &amp; delivery</title>');
	});

	it('has colours for a dark page, and nothing active or from elsewhere', () => {
		expect(svg).toContain('prefers-color-scheme: dark');
		expect(svg).not.toMatch(/<script|href|url\(|@import/);
	});

	it('is empty of groups when nothing was measured', () => {
		expect(chartGroups([])).toEqual([]);
	});
});
