import type { Locator, Page } from '@playwright/test';

import { providerOf } from '../../../../tools/providers.js';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';

/** Opens the sandbox's phone page with one provider's phone and an empty history. */
export async function openPhone(
	page: Page,
	sandboxUrl: string,
	provider: ProviderId,
): Promise<Phone> {
	await page.goto(`${sandboxUrl}/phone/`);
	await page.locator('#connection[data-state="live"]').waitFor();
	await page.locator('#clear').click();
	// The round mark itself is drawn over by its words.
	await page.getByRole('radio', { name: providerOf(provider).displayName }).check({ force: true });
	return new Phone(page, providerOf(provider).displayName);
}

/** One provider's phone, as a customer holds it. */
export class Phone {
	readonly #page: Page;
	readonly #name: string;

	constructor(page: Page, name: string) {
		this.#page = page;
		this.#name = name;
	}

	/** The phone with its name and its switch, for pictures. */
	get unit(): Locator {
		return this.#page.getByRole('region', { name: this.#name, exact: true });
	}

	/** The phone itself. */
	get screen(): Locator {
		return this.unit.locator('.phone');
	}

	/** The field a message is typed into. */
	get messageField(): Locator {
		return this.#page.getByLabel(`Message through ${this.#name}`);
	}

	/** What the typing bubble is. */
	get typingBubble(): Locator {
		return this.unit.locator('.typing');
	}

	/** Types a message and sends it. */
	async write(text: string): Promise<void> {
		await this.messageField.fill(text);
		await this.messageField.press('Enter');
	}

	/** Presses a button under the message field. */
	async press(button: string): Promise<void> {
		await this.unit.getByRole('button', { name: button }).click();
	}

	/** The words beside the ticks of each message, oldest first: Sent, Delivered, Read. */
	async ticks(): Promise<string[]> {
		return await this.unit.locator('.bubble-customer .tick-word').allInnerTexts();
	}

	/** How the provider responds from now on, as in "Bad token". */
	async setCondition(condition: string): Promise<void> {
		await this.unit.getByLabel(`How ${this.#name} responds`).selectOption(condition);
		await this.unit.locator('.trouble').waitFor({
			state: condition === 'Works' ? 'hidden' : 'visible',
		});
	}

	/** Where this phone's webhooks go from now on. */
	async postTo(url: string): Promise<void> {
		await this.unit.locator('.target summary').click();
		await this.unit.getByLabel('n8n’s webhook URL').fill(url);
		await this.unit.getByRole('button', { name: 'Use it' }).click();
		await this.unit.locator('.target-form').waitFor({ state: 'hidden' });
	}

	/** What the messages of the business and of the provider say, newest first. */
	async traffic(): Promise<string> {
		return (await this.#page.locator('#cards > li:visible').allInnerTexts()).join('\n');
	}
}
