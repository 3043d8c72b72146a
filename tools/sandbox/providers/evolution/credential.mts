export const ACCOUNT = { apiKey: 'sandbox-evolution-key-0001', instance: 'support' };

export const TROUBLE = {
	/** The token of the instance `support` alone; the key of the account is the server's global one. */
	instanceToken: 'sandbox-evolution-instance-token-0001',
	/** 500 `Connection Closed`. */
	disconnectedInstance: 'unplugged',
	/** 400: runs on Meta's Cloud API. */
	cloudInstance: 'on-cloud-api',
};

/** The live secret that Evolution API puts into every webhook as `apikey`. */
export const EVOLUTION_PAYLOAD_KEY = 'sandbox-evolution-payload-key-0001';
