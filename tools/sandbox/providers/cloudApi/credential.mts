export const ACCOUNT = {
	accessToken: 'EAAsandboxCloudApiAccessToken0001',
	phoneNumberId: '106540352242922',
	businessAccountId: '102290129340398',
	appSecret: 'sandbox-cloud-app-secret-0001',
	apiVersion: 'v25.0',
};

export const TROUBLE = {
	/** 401, code 190, subcode 463. */
	expiredAccessToken: 'EAAsandboxCloudApiExpiredToken0001',
};
