export const ACCOUNT = {
	apiKey: 'sandboxKapsoApiKey0001',
	phoneNumberId: '106540352242955',
	apiVersion: 'v24.0',
};
