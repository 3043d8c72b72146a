/** The four WhatsApp providers, by the names the node's *Provider* dropdown stores. */
export const PROVIDER_IDS = ['cloudApi', 'kirim', 'ryze', 'wawp'] as const;

export type ProviderId = (typeof PROVIDER_IDS)[number];

/** Whether a value from outside (command line, control endpoint) names one of the four providers. */
export function isProviderId(value: unknown): value is ProviderId {
	return PROVIDER_IDS.some((id) => id === value);
}
