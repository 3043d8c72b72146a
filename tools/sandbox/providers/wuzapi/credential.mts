export const ACCOUNT = { token: 'sandbox-wuzapi-token-0001' };

/** The instance of that token, as its webhooks name it. */
export const INSTANCE = 'loja';

export const TROUBLE = {
	/** Of an instance that waits for its QR code. */
	waitingToken: 'sandbox-wuzapi-waiting-token-0001',
	/** Of an instance that was never connected: 500 `no session`. */
	stoppedToken: 'sandbox-wuzapi-stopped-token-0001',
};

/** The live token that older servers put into every form: in truth that of the instance, here one that can be searched for. */
export const PAYLOAD_TOKEN = 'sandbox-wuzapi-payload-token-0001';
