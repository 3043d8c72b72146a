import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { PROVIDER_IDS, type ProviderId } from '../providers/index.mts';
import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';
import { sendWebhook } from '../webhook/sendWebhook.mts';
import { phoneCast, type PhoneCast } from './cast.mts';
import { setCondition, type Condition } from './conditions.mts';
import { webhooksOf, type MessageOrder } from './messages.mts';
import { memoryView, type MemoryView } from './pageView.mts';
import { loopbackUrl } from './webhookUrl.mts';

/** What can be set on a phone. */
interface PhoneSettings {
	/** Where its webhooks go; `null`: nowhere yet. */
	webhookUrl: string | null;
	condition: Condition;
}

/** Everything a page shows. */
export interface PhonesView extends MemoryView {
	readonly phones: ReadonlyArray<PhoneSettings & PhoneCast & { readonly provider: ProviderId }>;
}

/** Changes within this time reach the pages as one. */
const GATHERED_MS = 50;

/** One phone per provider, whose owner writes to a business that n8n works for. */
export class Phones {
	readonly #memory: SandboxMemory;
	readonly #faults: Faults;
	readonly #settings: Readonly<Record<ProviderId, PhoneSettings>>;
	readonly #followers = new Set<() => void>();
	#timer: NodeJS.Timeout | undefined;

	/**
	 * @param webhookUrls where each provider's webhooks go, as far as it is known
	 * @throws InvalidWebhook when an address is not on this machine
	 */
	constructor(
		memory: SandboxMemory,
		faults: Faults,
		webhookUrls: Readonly<Record<ProviderId, string>>,
	) {
		this.#memory = memory;
		this.#faults = faults;
		this.#settings = Object.fromEntries(
			PROVIDER_IDS.map((provider) => {
				const known = webhookUrls[provider];
				const webhookUrl = known === undefined ? null : loopbackUrl(known);
				return [provider, { webhookUrl, condition: 'works' }];
			}),
		);
		memory.onChange = () => this.#changed();
	}

	/** Everything so far. */
	view(): PhonesView {
		return {
			phones: PROVIDER_IDS.map((provider) => ({
				provider,
				...this.#settingsOf(provider),
				...phoneCast(provider),
			})),
			...memoryView(this.#memory),
		};
	}

	/**
	 * Calls the follower after each change of the view, once for several that come together.
	 *
	 * @returns what ends the following
	 */
	follow(follower: () => void): () => void {
		this.#followers.add(follower);
		return () => void this.#followers.delete(follower);
	}

	/**
	 * Posts what the provider posts for something a person did, and does not wait for the responses:
	 * they show in the view.
	 *
	 * @returns how many webhooks are on their way
	 * @throws InvalidWebhook when it is not known where to post, or the order makes no sense
	 */
	act(order: MessageOrder): number {
		const { webhookUrl } = this.#settingsOf(order.provider);
		if (webhookUrl === null) {
			throw new InvalidWebhook('Where should this go? Fill in the webhook URL of n8n first');
		}
		const webhooks = webhooksOf(order, webhookUrl, this.#memory);
		for (const webhook of webhooks) {
			// The memory keeps what became of it, failures too.
			sendWebhook(webhook, this.#memory).catch(() => {});
		}
		return webhooks.length;
	}

	/**
	 * @returns the address in its normal form
	 * @throws InvalidWebhook when it is not on this machine
	 */
	setWebhookUrl(provider: ProviderId, url: unknown): string {
		const webhookUrl = loopbackUrl(url);
		this.#settingsOf(provider).webhookUrl = webhookUrl;
		this.#changed();
		return webhookUrl;
	}

	setCondition(provider: ProviderId, condition: Condition): void {
		setCondition(this.#faults, provider, condition);
		this.#settingsOf(provider).condition = condition;
		this.#changed();
	}

	/** Lets every provider work again. */
	reset(): void {
		for (const provider of PROVIDER_IDS) this.setCondition(provider, 'works');
	}

	#settingsOf(provider: ProviderId): PhoneSettings {
		return this.#settings[provider] ?? { webhookUrl: null, condition: 'works' };
	}

	#changed(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			for (const follower of this.#followers) follower();
		}, GATHERED_MS);
	}
}
