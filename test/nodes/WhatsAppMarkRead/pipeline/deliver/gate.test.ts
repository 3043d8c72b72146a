import { Gate } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/gate';
import { VirtualOutside } from '../../../../helpers/virtualOutside';

describe('A gate', () => {
	/** Sends as many tasks of 100 ms through a gate; returns when each began. */
	async function starts(places: number, tasks: number): Promise<number[]> {
		const outside = new VirtualOutside();
		const gate = new Gate(places);
		const begun: number[] = [];
		const all = Array.from({ length: tasks }, async () => {
			await gate.run(async () => {
				begun.push(outside.elapsed);
				await outside.pause(100);
			});
		});
		await outside.run(Promise.all(all));
		return begun;
	}

	it.each([
		['no more tasks run at a time than it has places', 2, 5, [0, 0, 100, 100, 200]],
		['tasks run one after another when it has one place', 1, 3, [0, 100, 200]],
		['all tasks run at once when there are places for all', 10, 3, [0, 0, 0]],
	])('lets %s', async (_, places, tasks, begun) => {
		expect(await starts(places, tasks)).toEqual(begun);
	});

	it('lets in first who came first', async () => {
		const gate = new Gate(1);
		const order: string[] = [];
		const enter = async (name: string) => {
			await gate.run(async () => {
				order.push(name);
			});
		};

		await Promise.all([enter('first'), enter('second'), enter('third')]);

		expect(order).toEqual(['first', 'second', 'third']);
	});

	it('returns what the task returns', async () => {
		await expect(new Gate(1).run(async () => 'done')).resolves.toBe('done');
	});

	it('hands its place on when a task fails', async () => {
		const gate = new Gate(1);
		const failing = gate.run(async () => {
			throw new Error('broken');
		});
		const next = gate.run(async () => 'next');

		await expect(failing).rejects.toThrow('broken');
		await expect(next).resolves.toBe('next');
	});

	it('does not gain places by being left while nobody waits', async () => {
		const outside = new VirtualOutside();
		const gate = new Gate(1);
		await gate.run(async () => {});
		await gate.run(async () => {});
		const begun: number[] = [];
		const task = async () => {
			begun.push(outside.elapsed);
			await outside.pause(100);
		};

		await outside.run(Promise.all([gate.run(task), gate.run(task)]));

		expect(begun).toEqual([0, 100]);
	});
});
