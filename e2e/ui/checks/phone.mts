import { PROVIDER_IDS } from '../../../scripts/providers.js';
import { underTest } from '../../providers/index.mts';
import { providerOf } from '../../../scripts/providers.js';
import type { ProviderId } from '../../../sandbox/index.mts';
import type { Check } from '../check.mts';
import { TOKEN_REFUSED } from '../expected/output.mts';
import { expectToRead, expectToSee } from '../look.mts';
import { openPhone } from '../phone/phone.mts';
import { takePhone } from '../phone/picture.mts';
import { onTallPage } from '../phone/tall-page.mts';

const READ = 'Read';

/** The phone page of the sandbox, with the workflows of `npm start` behind it. */
export function phoneChecks(): Check[] {
	return [...PROVIDER_IDS.map(blueTicks), burst(), refusedToken(), ...darkPage()];
}

function blueTicks(provider: ProviderId): Check {
	return {
		name: `A message typed on the ${providerOf(provider).displayName} phone turns blue, and typing shows`,
		run: async (stage) => {
			const { page, sandbox } = stage;
			await onTallPage(page, async () => {
				const phone = await openPhone(page, sandbox.url, provider);
				await phone.write('Hello, are you open today?');
				await expectToSee([READ], async () => await phone.ticks());
				await phone.typingBubble.waitFor();
				await phone.press('Photo');
				await phone.write('Do you have a table for two?');
				await expectToSee([READ, READ, READ], async () => await phone.ticks());
				if (underTest(provider).phonePictures?.includes('phone'))
					await takePhone(stage, phone, 'phone');
			});
		},
	};
}

function burst(): Check {
	return {
		name: 'A burst of 10 messages turns blue, all ten',
		run: async ({ page, sandbox }) => {
			const phone = await openPhone(page, sandbox.url, 'cloudApi');
			await phone.messageField.fill('Quick question');
			await phone.press('Burst of 10');
			await expectToSee(Array<string>(10).fill(READ), async () => await phone.ticks());
		},
	};
}

function refusedToken(): Check {
	return {
		name: "With the switch on Bad token the ticks stay grey, and the page shows the node's words",
		run: async (stage) => {
			const { page, sandbox } = stage;
			await onTallPage(page, async () => {
				const phone = await openPhone(page, sandbox.url, 'cloudApi');
				await phone.setCondition('Bad token');
				await phone.write('Is my order ready?');
				await expectToSee(['Delivered'], async () => await phone.ticks());
				await phone.press('Not marked, show why');
				await expectToRead([TOKEN_REFUSED.message], async () => await phone.traffic());
				await takePhone(stage, phone, 'phone-error');
				await phone.setCondition('Works');
			});
		},
	};
}

function darkPage(): Check[] {
	const pictured = PROVIDER_IDS.filter((id) => underTest(id).phonePictures?.includes('phone-dark'));
	return pictured.map((provider) => ({
		name: 'The phone page has a dark theme',
		run: async (stage) => {
			const { page, sandbox } = stage;
			await onTallPage(page, async () => {
				const phone = await openPhone(page, sandbox.url, provider);
				const background = async (): Promise<string> =>
					String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
				const light = await background();
				await page.emulateMedia({ colorScheme: 'dark' });
				await phone.write('Hello, are you open today?');
				await phone.press('Voice');
				await expectToSee([READ, READ], async () => await phone.ticks());
				await expectToSee('another background', async () =>
					(await background()) === light ? `the light one, ${light}` : 'another background',
				);
				await takePhone(stage, phone, 'phone-dark');
				await page.emulateMedia({ colorScheme: null });
			});
		},
	}));
}
