export const ACCOUNT = {
	username: 'owner',
	password: 'sandbox-gowa-password-0001',
	deviceId: 'support',
};

/** User and password as Basic authentication sends them. */
export const BASIC_TOKEN = Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString(
	'base64',
);

export const TROUBLE = {
	/** 401 `AUTHENTICATION_ERROR`: linked, but not connected. */
	disconnectedDevice: 'unplugged',
	/** 500 `INVALID_WA_CLI`: its QR code was never scanned. */
	newDevice: 'never-linked',
};
