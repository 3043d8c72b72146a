import type { Stage } from '../test.mts';
import type { Phone } from './phone.mts';

const MARGIN = 8;

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
	const bottom = screen.y + screen.height + MARGIN;
	await pictures.take(name, page, {
		x: 0,
		y,
		width: guide.x * 2 + guide.width,
		height: bottom - y,
	});
}
