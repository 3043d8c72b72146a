import type { IDataObject } from 'n8n-workflow';

/** What n8n's Webhook node hands on when something is posted to it. */
export function webhookItem(payload: object): IDataObject {
	return {
		headers: { host: 'n8n.example.com', 'content-type': 'application/json' },
		params: {},
		query: {},
		body: payload as IDataObject,
		webhookUrl: 'https://n8n.example.com/webhook/whatsapp',
		executionMode: 'production',
	};
}
