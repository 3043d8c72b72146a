import type { ProviderId } from '../../sandbox/index.mts';

/** All providers, in the order of the node's dropdown. */
export const PROVIDERS: readonly ProviderId[] = ['cloudApi', 'kirim', 'ryze', 'wawp'];

export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
	cloudApi: 'WhatsApp Cloud API',
	kirim: 'Kirim.chat',
	ryze: 'RyzeAPI',
	wawp: 'Wawp',
};

export const CREDENTIAL_TYPES: Readonly<Record<ProviderId, string>> = {
	cloudApi: 'whatsAppMarkReadCloudApi',
	kirim: 'whatsAppMarkReadKirimApi',
	ryze: 'whatsAppMarkReadRyzeApi',
	wawp: 'whatsAppMarkReadWawpApi',
};
