import { readResidentKb, sampleMemory } from '../../../e2e/bench/memory.mts';

describe('the memory of a process', () => {
	it('is read out of what Linux tells about it', () => {
		expect(readResidentKb('VmHWM:\t  900000 kB\nVmRSS:\t  123456 kB\nThreads:\t11\n')).toBe(123456);
	});

	it('is not guessed when it is not told', () => {
		expect(() => readResidentKb('Threads:\t11\n')).toThrow('VmRSS');
	});

	it('is unknown for a process that does not exist, and the work is done all the same', async () => {
		const sampled = await sampleMemory(2 ** 30, async () => await Promise.resolve('done'));
		expect(sampled).toEqual({ result: 'done', memory: null });
	});
});
