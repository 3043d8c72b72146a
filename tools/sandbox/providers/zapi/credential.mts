export const ACCOUNT = {
	instanceId: '3E00A1B2C3D4E5F60718293A4B5C6D7E',
	token: 'sandbox-zapi-token-0001',
	clientToken: 'sandbox-zapi-client-token-0001',
};

/** An instance that is not connected to WhatsApp, with a token of its own, as each has. */
export const UNPLUGGED = {
	instanceId: '3E00F1E2D3C4B5A60718293A4B5C6D7E',
	token: 'sandbox-zapi-unplugged-token-0001',
};

/**
 * The token of the instance that each delivery has in the header `z-api-token`; here another one than the account's, so
 * that where it turns up tells where it is from.
 */
export const ZAPI_HEADER_TOKEN = 'sandbox-zapi-header-token-0001';
