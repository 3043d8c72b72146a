import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { providerOf } from '../../../../tools/providers.js';
import { expect, test } from '../test.mts';
import { TOKEN_REFUSED } from '../expected/output.mts';
import { openPhone } from '../phone/phone.mts';
import { takePhone } from '../phone/picture.mts';
import { onTallPage } from '../phone/tall-page.mts';

const READ = 'Read';

for (const provider of PROVIDER_IDS) {
	test(`A message typed on the ${providerOf(provider).displayName} phone turns blue, and typing shows`, async ({
		stage,
	}) => {
		const { page, sandbox } = stage;
		await onTallPage(page, async () => {
			const phone = await openPhone(page, sandbox.url, provider);
			await phone.write('Hello, are you open today?');
			await expect.poll(() => phone.ticks()).toEqual([READ]);
			await phone.typingBubble.waitFor();
			await phone.press('Photo');
			await phone.write('Do you have a table for two?');
			await expect.poll(() => phone.ticks()).toEqual([READ, READ, READ]);
			if (underTest(provider).phonePictures?.includes('phone'))
				await takePhone(stage, phone, 'phone');
		});
	});
}

test('A burst of 10 messages turns blue, all ten', async ({ stage: { page, sandbox } }) => {
	const phone = await openPhone(page, sandbox.url, 'cloudApi');
	await phone.messageField.fill('Quick question');
	await phone.press('Burst of 10');
	await expect.poll(() => phone.ticks()).toEqual(Array<string>(10).fill(READ));
});

test("With the switch on Bad token the ticks stay grey, and the page shows the node's words", async ({
	stage,
}) => {
	const { page, sandbox } = stage;
	await onTallPage(page, async () => {
		const phone = await openPhone(page, sandbox.url, 'cloudApi');
		await phone.setCondition('Bad token');
		await phone.write('Is my order ready?');
		await expect.poll(() => phone.ticks()).toEqual(['Delivered']);
		await phone.press('Not marked, show why');
		await expect.poll(() => phone.traffic()).toContain(TOKEN_REFUSED.message);
		await takePhone(stage, phone, 'phone-error');
		await phone.setCondition('Works');
	});
});

const IN_THE_DARK = PROVIDER_IDS.filter((id) =>
	underTest(id).phonePictures?.includes('phone-dark'),
);

for (const provider of IN_THE_DARK) {
	test('The phone page has a dark theme', async ({ stage }) => {
		const { page, sandbox } = stage;
		await onTallPage(page, async () => {
			const phone = await openPhone(page, sandbox.url, provider);
			const background = async (): Promise<string> =>
				String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
			const light = await background();
			await page.emulateMedia({ colorScheme: 'dark' });
			await phone.write('Hello, are you open today?');
			await phone.press('Voice');
			await expect.poll(() => phone.ticks()).toEqual([READ, READ]);
			await expect.poll(background).not.toBe(light);
			await takePhone(stage, phone, 'phone-dark');
			await page.emulateMedia({ colorScheme: null });
		});
	});
}
