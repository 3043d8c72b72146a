import { WhatsAppMarkReadCloudApi } from '../../credentials/WhatsAppMarkReadCloudApi.credentials.ts';
import { WhatsAppMarkReadKirimApi } from '../../credentials/WhatsAppMarkReadKirimApi.credentials.ts';
import { WhatsAppMarkReadRyzeApi } from '../../credentials/WhatsAppMarkReadRyzeApi.credentials.ts';
import { WhatsAppMarkReadWawpApi } from '../../credentials/WhatsAppMarkReadWawpApi.credentials.ts';
import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import type { Panel } from './fields.mts';

/** The node and its credentials as n8n loads them. */
export function panel(): Panel {
	return {
		node: new WhatsAppMarkRead(),
		credentials: [
			new WhatsAppMarkReadCloudApi(),
			new WhatsAppMarkReadKirimApi(),
			new WhatsAppMarkReadRyzeApi(),
			new WhatsAppMarkReadWawpApi(),
		],
	};
}
