export const ACCOUNT = { token: 'sandbox-ryze-token-0001', instance: 'support' };

export const TROUBLE = {
	/** The token of the instance `support` alone; that of the account reaches all of the account's. */
	instanceToken: 'sandbox-ryze-instance-token-0001',
	/** 403: exists, but belongs to somebody else. */
	foreignInstance: 'somebody-else',
	/** 503 `Instance is not connected to WhatsApp`. */
	disconnectedInstance: 'unplugged',
};

/** The live secret RyzeAPI puts into every webhook as `instanceData.token`. */
export const RYZE_PAYLOAD_TOKEN = 'sandbox-ryze-payload-token-0001';

/** The address RyzeAPI's webhooks name as `instanceData.baseUrl`; it resolves nowhere (RFC 2606). */
export const RYZE_PAYLOAD_BASE_URL = 'https://ryze-payload.invalid';
