export const ACCOUNT = { apiKey: 'sandboxWahaApiKey0001', session: 'default' };

export const TROUBLE = {
	/** 422: the session waits for its QR code. */
	stoppedSession: 'waiting',
};
