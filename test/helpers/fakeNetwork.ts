import nock from 'nock';

import { prepareEngine } from './runNode';

/** Cuts a test file off the real network. Every call a test announces must then be made, and no other can be. */
export function useFakeNetwork(): void {
	beforeAll(() => {
		prepareEngine();
		if (!nock.isActive()) nock.activate();
		nock.disableNetConnect();
	});
	afterEach(() => {
		const missing = nock.pendingMocks();
		nock.cleanAll();
		nock.abortPendingRequests();
		expect(missing).toEqual([]);
	});
	afterAll(() => {
		nock.enableNetConnect();
		nock.restore();
	});
}
