import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberIdField } from '../meta/phoneNumberIdField';

/** The parameters that show for the Cloud API under *Define Below*. */
export const CLOUD_API_FIELDS: readonly INodeProperties[] = [
	phoneNumberIdField(
		'cloudApi',
		"The list needs 'WhatsApp Business Account ID' in the credential; the ID is under WhatsApp > API Setup of your Meta app.",
	),
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
		description:
			"The ID of a received message. The webhook has it under 'messages'. For several messages separate the IDs by commas, or give a list by an expression.",
		displayOptions: {
			show: { provider: ['cloudApi'], source: ['fields'], operation: ['markMessage'] },
		},
	},
];
