import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { TOKEN_REFUSED } from '../expected.mts';
import { openPhone, takePhone } from '../phone.mts';
import { expect, test } from '../test.mts';

const READ = 'Read';

for (const provider of PROVIDER_IDS) {
	const { phonePictures, typingCalls } = underTest(provider);
	const seen = typingCalls === null ? 'turns blue' : 'turns blue, and typing shows';
	test(`A message typed on the ${providerOf(provider).displayName} phone ${seen}`, async ({
		stage,
	}) => {
		const phone = await openPhone(stage, provider);
		await phone.write('Hello, are you open today?');
		await expect(phone.ticks).toHaveText([READ]);
		if (typingCalls !== null) await phone.typingBubble.waitFor();
		await phone.press('Photo');
		await phone.write('Do you have a table for two?');
		await expect(phone.ticks).toHaveText([READ, READ, READ]);
		if (phonePictures?.includes('phone')) {
			await takePhone(stage, phone, 'phone');
		}
	});
}

test('A burst of 10 messages turns blue, all ten', async ({ stage }) => {
	const phone = await openPhone(stage, 'cloudApi');
	await phone.messageField.fill('Quick question');
	await phone.press('Burst of 10');
	await expect(phone.ticks).toHaveText(Array<string>(10).fill(READ));
});

test("With the switch on Bad token the ticks stay grey, and the page shows the node's words", async ({
	stage,
}) => {
	const phone = await openPhone(stage, 'cloudApi');
	await phone.setCondition('Bad token');
	await phone.write('Is my order ready?');
	await expect(phone.ticks).toHaveText(['Delivered']);
	await phone.press('Not marked, show why');
	await expect(stage.page.locator('#cards')).toContainText(TOKEN_REFUSED.message);
	await takePhone(stage, phone, 'phone-error');
	await phone.setCondition('Works');
});

const IN_THE_DARK = PROVIDER_IDS.filter((id) =>
	underTest(id).phonePictures?.includes('phone-dark'),
);

for (const provider of IN_THE_DARK) {
	test('The phone page has a dark theme', async ({ stage }) => {
		const phone = await openPhone(stage, provider);
		const body = stage.page.locator('body');
		const light = String(
			await stage.page.evaluate('getComputedStyle(document.body).backgroundColor'),
		);
		await stage.page.emulateMedia({ colorScheme: 'dark' });
		await phone.write('Hello, are you open today?');
		await phone.press('Voice');
		await expect(phone.ticks).toHaveText([READ, READ]);
		await expect(body).not.toHaveCSS('background-color', light);
		await takePhone(stage, phone, 'phone-dark');
		await stage.page.emulateMedia({ colorScheme: null });
	});
}
