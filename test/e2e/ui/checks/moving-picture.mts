import type { Page } from '@playwright/test';

import { webhookPath } from '../../workflows/workflow.mts';
import { expect, test, type Stage } from '../test.mts';
import { markAfterOneSecond } from '../editor/workflows.mts';
import { openPhone, type Phone } from '../phone/phone.mts';
import { onTallPage } from '../phone/tall-page.mts';
import { encodeGif, type Frame } from '../pictures/gif.mts';

const PATH = 'moving-picture';
const TEXTS = ['Hello, are you open today?', 'A table for two at eight, please'] as const;
const LETTERS_A_FRAME = 3;
const GIF = 'ticks-turning-blue.gif';

/** How long what is to be seen stays, in milliseconds. */
const MS = { empty: 900, letters: 120, typed: 500, grey: 1300, blue: 2200 } as const;

/** The story of the README's first picture. */
test('The ticks of a message are grey until the node marks it, then blue (moving picture)', async ({
	stage,
}) => {
	const { page, n8nUrl, pictures } = stage;
	await onTallPage(page, async () => {
		const phone = await phoneOfSlowWorkflow(stage);
		await pictures.keep(GIF, encodeGif(await film(page, phone)));
		await phone.postTo(`${n8nUrl}/webhook/${webhookPath('cloudApi')}`);
	});
});

/** A phone whose workflow answers at once and marks a second later, so that grey can be seen. */
async function phoneOfSlowWorkflow({ page, n8nUrl, sandbox, store }: Stage): Promise<Phone> {
	const credential = await store.sandboxCredential('cloudApi');
	await store.publishWorkflow(
		markAfterOneSecond('Mark after a second', PATH, {
			provider: 'cloudApi',
			credential,
			parameters: { typingIndicator: true },
		}),
	);
	const phone = await openPhone(page, sandbox.url, 'cloudApi');
	await phone.postTo(`${n8nUrl}/webhook/${PATH}`);
	return phone;
}

async function film(page: Page, phone: Phone): Promise<Frame[]> {
	const shoot = async (ms: number): Promise<Frame> => ({
		png: await phone.screen.screenshot({ animations: 'disabled' }),
		ms,
	});
	await page.mouse.move(0, 0);
	const frames = [await shoot(MS.empty)];
	for (const [place, text] of TEXTS.entries()) {
		for (let end = LETTERS_A_FRAME; end < text.length; end += LETTERS_A_FRAME) {
			await phone.messageField.fill(text.slice(0, end));
			frames.push(await shoot(MS.letters));
		}
		await phone.messageField.fill(text);
		frames.push(await shoot(MS.typed));

		await phone.messageField.press('Enter');
		const before = Array<string>(place).fill('Read');
		await expect.poll(() => phone.ticks()).toEqual([...before, 'Delivered']);
		frames.push(await shoot(MS.grey));
		await expect.poll(() => phone.ticks()).toEqual([...before, 'Read']);
		await phone.typingBubble.waitFor();
		frames.push(await shoot(MS.blue));
	}
	return frames;
}
