export const ACCOUNT = { token: 'sandbox-uazapi-token-0001' };

/** The instance that the token belongs to. */
export const INSTANCE = 'loja';

export const TROUBLE = {
	/** The token of an instance that is not connected: 500 `session not connected`. */
	disconnectedToken: 'sandbox-uazapi-unplugged-token-0001',
	/** 401: no instance has it. */
	adminToken: 'sandbox-uazapi-admin-token-0001',
};

/** The live secret that UAZAPI puts into every webhook as `token`. */
export const UAZAPI_PAYLOAD_TOKEN = 'sandbox-uazapi-payload-token-0001';
