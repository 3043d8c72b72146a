import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { CREDENTIAL_TYPES } from '../credentialTypes.js';
import type { Panel } from './fields.mts';

/** The node and its credentials as n8n loads them. */
export function panel(): Panel {
	return { node: new WhatsAppMarkRead(), credentials: [...CREDENTIAL_TYPES.values()] };
}
