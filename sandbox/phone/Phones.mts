import type { Faults } from '../faults/Faults.mts';
import type { MemoryChange } from '../memory/changes.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { PROVIDER_IDS, type ProviderId } from '../providers/index.mts';
import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';
import { sendWebhook } from '../webhook/sendWebhook.mts';
import { phoneCast, type PhoneCast } from './cast.mts';
import { setCondition, type Condition } from './conditions.mts';
import { EventFeed } from './EventFeed.mts';
import type { MessageOrder } from './messageOrder.mts';
import { memoryView, readView, requestView, typingView, type MemoryView } from './pageView.mts';
import { loopbackUrl } from './webhookUrl.mts';
import { webhooksOf } from './webhooksOf.mts';

/** What can be set on a phone. */
export interface PhoneSettings {
	readonly provider: ProviderId;
	/** Where its webhooks go; `null`: nowhere yet. */
	readonly webhookUrl: string | null;
	readonly condition: Condition;
}

/** Everything a page shows. */
export interface PhonesView extends MemoryView {
	readonly phones: ReadonlyArray<PhoneSettings & PhoneCast>;
}

/** One phone per provider, whose owner writes to a business that n8n works for. */
export class Phones {
	/** What happens, for the page: `webhook`, `read`, `typing`, `request`, `settings`, `cleared`. */
	readonly feed = new EventFeed();
	readonly #memory: SandboxMemory;
	readonly #faults: Faults;
	readonly #settings = new Map<ProviderId, PhoneSettings>();

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
		for (const provider of PROVIDER_IDS) {
			const known = webhookUrls[provider];
			const webhookUrl = known === undefined ? null : loopbackUrl(known);
			this.#settings.set(provider, { provider, webhookUrl, condition: 'works' });
		}
		memory.changes.subscribe((change) => this.#publish(change));
	}

	/** Everything so far. */
	view(): PhonesView {
		return {
			phones: PROVIDER_IDS.map((provider) => ({
				...this.#settingsOf(provider),
				...phoneCast(provider),
			})),
			...memoryView(this.#memory),
		};
	}

	/**
	 * Posts what the provider posts for something a person did, and does not wait for the responses:
	 * they come as `webhook` events.
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

	/** @throws InvalidWebhook when the address is not on this machine */
	setWebhookUrl(provider: ProviderId, url: unknown): PhoneSettings {
		return this.#set(provider, { webhookUrl: loopbackUrl(url) });
	}

	setCondition(provider: ProviderId, condition: Condition): PhoneSettings {
		setCondition(this.#faults, provider, condition);
		return this.#set(provider, { condition });
	}

	#settingsOf(provider: ProviderId): PhoneSettings {
		return this.#settings.get(provider) ?? { provider, webhookUrl: null, condition: 'works' };
	}

	#set(provider: ProviderId, change: Partial<PhoneSettings>): PhoneSettings {
		const settings = { ...this.#settingsOf(provider), ...change };
		this.#settings.set(provider, settings);
		this.feed.publish('settings', settings);
		return settings;
	}

	#publish(change: MemoryChange): void {
		switch (change.type) {
			case 'webhook':
				return this.feed.publish('webhook', change.webhook);
			case 'read':
				return this.feed.publish('read', change.messages.map(readView));
			case 'typing':
				return this.feed.publish('typing', typingView(change.typing));
			case 'request':
				return this.feed.publish('request', requestView(change.request));
			case 'cleared':
				// Faults end with it.
				for (const provider of PROVIDER_IDS) this.#set(provider, { condition: 'works' });
				return this.feed.publish('cleared', {});
			case 'chat':
				// Read messages come as `read`; an unread badge is the business's alone.
				return;
		}
	}
}
