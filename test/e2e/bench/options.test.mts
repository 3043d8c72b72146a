import { isWholeBenchmark, LEAST_RUNS, readBenchOptions } from '../../../e2e/bench/options.mts';
import { StartFailure } from '../../../e2e/failure.mts';

describe('the command line of the benchmark', () => {
	it('asks for everything when nothing is given', () => {
		const options = readBenchOptions([]);
		expect(options).toEqual({ help: false, quick: false, only: null, runs: LEAST_RUNS });
		expect(isWholeBenchmark(options)).toBe(true);
	});

	it('takes a subject and a number of runs', () => {
		expect(readBenchOptions(['--only', 'limit', '--runs', '7'])).toMatchObject({
			only: 'limit',
			runs: 7,
		});
	});

	it.each([[['--quick']], [['--only', 'webhook']], [['--runs', '2']]])(
		'knows that %p is too little to be written down',
		(commandLine) => {
			expect(isWholeBenchmark(readBenchOptions(commandLine))).toBe(false);
		},
	);

	it.each([
		[['--only', 'speed'], '--only was given "speed"'],
		[['--runs', '0'], '--runs was given "0"'],
		[['--runs', 'many'], '--runs was given "many"'],
		[['--fast'], "'--fast'"],
	])('refuses %p and names it', (commandLine, words) => {
		expect(() => readBenchOptions(commandLine)).toThrow(StartFailure);
		expect(() => readBenchOptions(commandLine)).toThrow(words);
	});
});
