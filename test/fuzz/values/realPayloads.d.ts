import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';

/** What all providers really post: the webhooks in test/providers, and every kind and layout of the sandbox. */
export declare const REAL_PAYLOADS: readonly JsonObject[];
