import type { Locator, Page } from '@playwright/test';

import { providerOf } from '../../../tools/providers.js';
import type { ProviderId } from '../../../tools/sandbox/index.mts';
import { VIEWPORT } from './browser.mts';
import type { Stage } from './test.mts';

/** High enough for a phone with what stands above it. */
const TALL = { ...VIEWPORT, height: 860 };

const MARGIN = 8;

/** Opens the sandbox's phone page with one provider's phone and an empty history. */
export async function openPhone({ page, sandbox }: Stage, provider: ProviderId): Promise<Phone> {
	const { displayName } = providerOf(provider);
	await page.setViewportSize(TALL);
	await page.goto(`${sandbox.url}/phone/`);
	await page.locator('#connection[data-state="live"]').waitFor();
	await page.locator('#clear').click();
	// The round mark itself is drawn over by its words.
	await page.getByRole('radio', { name: displayName }).check({ force: true });
	return new Phone(page, displayName);
}

/** One provider's phone, as a customer holds it. */
export class Phone {
	/** The phone with its name and its switch. */
	readonly #unit: Locator;
	readonly #name: string;
	/** The phone itself. */
	readonly screen: Locator;
	/** The field a message is typed into. */
	readonly messageField: Locator;
	readonly typingBubble: Locator;
	/** The words beside the ticks of each message, oldest first: Sent, Delivered, Read. */
	readonly ticks: Locator;

	constructor(page: Page, name: string) {
		this.#name = name;
		this.#unit = page.getByRole('region', { name, exact: true });
		this.screen = this.#unit.locator('.phone');
		this.messageField = page.getByLabel(`Message through ${name}`);
		this.typingBubble = this.#unit.locator('.typing');
		this.ticks = this.#unit.locator('.bubble-customer .tick-word');
	}

	/** Types a message and sends it. */
	async write(text: string): Promise<void> {
		await this.messageField.fill(text);
		await this.messageField.press('Enter');
	}

	/** Presses a button under the message field. */
	async press(button: string): Promise<void> {
		await this.#unit.getByRole('button', { name: button }).click();
	}

	/** How the provider responds from now on, as in "Bad token". */
	async setCondition(condition: string): Promise<void> {
		await this.#unit.getByLabel(`How ${this.#name} responds`).selectOption(condition);
		const state = condition === 'Works' ? 'hidden' : 'visible';
		await this.#unit.locator('.trouble').waitFor({ state });
	}

	/** Where this phone's webhooks go from now on. */
	async postTo(url: string): Promise<void> {
		await this.#unit.locator('.target summary').click();
		await this.#unit.getByLabel('n8n’s webhook URL').fill(url);
		await this.#unit.getByRole('button', { name: 'Use it' }).click();
		await this.#unit.locator('.target-form').waitFor({ state: 'hidden' });
	}
}

/** Takes a picture of a phone with what the ticks mean above it and the traffic beside it. */
export async function takePhone(
	{ page, pictures }: Stage,
	phone: Phone,
	name: string,
): Promise<void> {
	await page.evaluate('scrollTo(0, 0)');
	const guide = await page.locator('.guide').boundingBox();
	const screen = await phone.screen.boundingBox();
	if (!guide || !screen) throw new Error('The phone page shows no phone');
	const y = guide.y - MARGIN;
	const height = screen.y + screen.height + MARGIN - y;
	await pictures.take(name, page, { x: 0, y, width: guide.x * 2 + guide.width, height });
}
