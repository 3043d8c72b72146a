import { welcome } from '../../../../tools/start/welcome.mts';
import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { DEMO_OWNER } from '../../host/api.mts';
import { expect, test } from '../test.mts';
import { openWindow, signIn } from '../browser.mts';

/** The addresses of n8n's editor that `npm start` prints. */
function printed(running: Parameters<typeof welcome>[0]) {
	const addresses = welcome(running).match(/http\S+/g) ?? [];
	const [list = ''] = addresses.filter((address) => address.endsWith('/home/workflows'));
	return { list, links: addresses.filter((address) => address.includes('/workflow/')) };
}

test('The address of the editor that npm start prints opens the list of workflows', async ({
	running,
	browser,
}) => {
	const { list, links } = printed(running);
	const page = await openWindow(browser);

	await page.goto(list);
	await signIn(page, DEMO_OWNER);

	await expect(page).toHaveURL(list);
	for (const provider of PROVIDER_IDS) {
		const name = `${providerOf(provider).displayName}: mark incoming messages as read`;
		await expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible();
	}
	expect(links).toHaveLength(PROVIDER_IDS.length);
	await page.close();
});

for (const [position, provider] of PROVIDER_IDS.entries()) {
	test(`The link that npm start prints for ${providerOf(provider).displayName} opens its workflow`, async ({
		running,
		browser,
	}) => {
		const { list, links } = printed(running);
		const link = links[position] ?? '';
		const page = await openWindow(browser);
		await page.goto(list);
		await signIn(page, DEMO_OWNER);

		await page.goto(link);

		await expect(page.getByTestId('canvas-node').first()).toBeVisible();
		await expect(page.getByText('WhatsApp Mark Read', { exact: true }).first()).toBeVisible();
		await expect(page).toHaveURL(link);
		await page.close();
	});
}
