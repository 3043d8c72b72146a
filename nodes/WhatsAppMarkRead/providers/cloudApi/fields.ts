import type { ProviderField } from '../provider';
/** The parameters that show for the Cloud API under *Define Below*. */
export const CLOUD_API_FIELDS: readonly ProviderField[] = [
	{
		name: 'phoneNumberId',
		description:
			"Your WhatsApp number that received the message. Left empty, the one in the credential is used. The list needs 'WhatsApp Business Account ID' in the credential; the ID is under WhatsApp > API Setup of your Meta app.",
	},
	{
		name: 'messageId',
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
		description:
			"The ID of a received message. The webhook has it under 'messages'. For several messages separate the IDs by commas, or give a list by an expression.",
	},
];
