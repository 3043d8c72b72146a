export const ACCOUNT = { apiKey: 'sandboxDialog360ApiKey0001' };

/** The number that the key belongs to: only webhooks name it. */
export const PHONE_NUMBER_ID = '106540352242944';
