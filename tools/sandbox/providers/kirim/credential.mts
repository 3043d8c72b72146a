export const ACCOUNT = {
	// `kdv_live_` and 24 characters.
	apiKey: 'kdv_live_sandboxKirimApiKey000001',
	phoneNumberId: '209870352242955',
};

export const TROUBLE = {
	/** 401 `expired_api_key`. */
	expiredApiKey: 'kdv_live_sandboxKirimExpired00001',
	/** 403 `phone_number_forbidden`. */
	forbiddenPhoneNumberId: '309870352242900',
	/** 422 `account_not_connected`. */
	disconnectedPhoneNumberId: '309870352242911',
};
