import { welcome } from '../../../../tools/start/welcome.mts';
import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { DEMO_OWNER } from '../../host/api.mts';
import { expect, test } from '../test.mts';
import { openWindow, signIn } from '../browser.mts';

test('The address of the editor that npm start prints opens the list of workflows, and each link its workflow', async ({
	running,
	browser,
}) => {
	const addresses = welcome(running).match(/http\S+/g) ?? [];
	const [list = ''] = addresses.filter((address) => address.endsWith('/home/workflows'));
	const links = addresses.filter((address) => address.includes('/workflow/'));
	const page = await openWindow(browser);

	await page.goto(list);
	await signIn(page, DEMO_OWNER);

	await expect(page).toHaveURL(list);
	for (const provider of PROVIDER_IDS) {
		const name = `${providerOf(provider).displayName}: mark incoming messages as read`;
		await expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible();
	}
	expect(links).toHaveLength(PROVIDER_IDS.length);
	for (const link of links) {
		await page.goto(link);
		await expect(page.getByTestId('canvas-node').first()).toBeVisible();
		await expect(page.getByText('WhatsApp Mark Read', { exact: true }).first()).toBeVisible();
		await expect(page).toHaveURL(link);
	}
	await page.close();
});
