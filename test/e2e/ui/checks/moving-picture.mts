import { webhookPath } from '../../workflows/workflow.mts';
import { expect, test, type Stage } from '../test.mts';
import { markAfterOneSecond } from '../editor/workflows.mts';
import { openPhone, type Phone } from '../phone.mts';
import { encodeGif, type Frame } from '../pictures/gif.mts';

const PATH = 'moving-picture';
const TEXTS = ['Hello, are you open today?', 'A table for two at eight, please'] as const;
const LETTERS_A_FRAME = 3;

/** How long what is to be seen stays, in milliseconds. */
const MS = { empty: 900, letters: 120, typed: 500, grey: 1300, blue: 2200 } as const;

/** The story of the README's first picture. */
test('The ticks of a message are grey until the node marks it, then blue (moving picture)', async ({
	stage,
}) => {
	const phone = await phoneOfSlowWorkflow(stage);
	await stage.pictures.keep('ticks-turning-blue', 'gif', encodeGif(await film(stage, phone)));
	await phone.postTo(`${stage.n8nUrl}/webhook/${webhookPath('cloudApi')}`);
});

/** A phone whose workflow answers at once and marks a second later, so that grey can be seen. */
async function phoneOfSlowWorkflow(stage: Stage): Promise<Phone> {
	const workflow = markAfterOneSecond('Mark after a second', {
		provider: 'cloudApi',
		credential: stage.credential('cloudApi'),
		parameters: { typingIndicator: true },
		path: PATH,
	});
	await stage.api.publishWorkflow(workflow);
	const phone = await openPhone(stage, 'cloudApi');
	await phone.postTo(`${stage.n8nUrl}/webhook/${PATH}`);
	return phone;
}

async function film({ page }: Stage, phone: Phone): Promise<Frame[]> {
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
		await expect(phone.ticks).toHaveText([...before, 'Delivered']);
		frames.push(await shoot(MS.grey));
		await expect(phone.ticks).toHaveText([...before, 'Read']);
		await phone.typingBubble.waitFor();
		frames.push(await shoot(MS.blue));
	}
	return frames;
}
