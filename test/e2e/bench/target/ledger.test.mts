import { Ledger } from '../../../../e2e/bench/target/ledger.mts';

describe('the ledger of the providers’ side', () => {
	it('counts calls, and the most that were under way at once', () => {
		const ledger = new Ledger();
		ledger.come(1000);
		ledger.come(1001);
		ledger.leave(1050, 'plain');
		ledger.come(1051);
		ledger.leave(1060, 'plain');
		ledger.leave(1101, 'plain');
		expect(ledger.observation()).toMatchObject({
			calls: 3,
			mostInFlight: 2,
			firstCallAt: 1000,
			lastAnswerAt: 1101,
		});
	});

	it('counts a message that was accepted twice once', () => {
		const ledger = new Ledger();
		ledger.accept(['a', 'b']);
		ledger.accept(['a']);
		expect(ledger.observation().delivered).toBe(2);
	});

	it('tells calls refused before the limit was announced from those after', () => {
		const ledger = new Ledger();
		ledger.come(1000);
		ledger.come(1000);
		ledger.refuse();
		ledger.leave(1050, 'announcesLimit');
		ledger.come(1051);
		ledger.refuse();
		expect(ledger.observation()).toMatchObject({ refused: 2, refusedAfterAnnouncement: 1 });
	});

	it('has seen nothing at first', () => {
		expect(new Ledger().observation()).toEqual({
			calls: 0,
			mostInFlight: 0,
			delivered: 0,
			refused: 0,
			refusedAfterAnnouncement: 0,
			firstCallAt: null,
			lastAnswerAt: null,
		});
	});
});
