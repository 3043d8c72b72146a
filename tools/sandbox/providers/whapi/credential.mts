export const ACCOUNT = { token: 'sandbox-whapi-token-0001' };

/** The channel of the token: only webhooks name it. */
export const CHANNEL = 'CANARY-S4ND8';

/** The token of a channel that no phone is linked to. */
export const UNLINKED_TOKEN = 'sandbox-whapi-unlinked-token-0001';
