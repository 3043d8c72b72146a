import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider.ts';

const FIXTURES = join(process.cwd(), 'test/fixtures');

/** Kirim.chat passes Meta's payloads on unchanged: these are told apart by nobody. */
const SHARED = ['cloudApi', 'kirim'];

/** Of Kirim.chat's, those that Meta could have sent. */
const UNCHANGED = ['kirim/passthrough.json'];

const fixtures = PROVIDERS.flatMap(({ id }) =>
	readdirSync(join(FIXTURES, id)).map((file) => {
		const name = `${id}/${file}`;
		const { payload } = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as {
			payload: JsonObject;
		};
		const isShared = id === 'cloudApi' || UNCHANGED.includes(name);
		return { name, payload, owners: isShared ? SHARED : [id] };
	}),
);

function recognises(provider: Provider, payload: JsonObject): boolean {
	try {
		return provider.readWebhook(payload) !== null;
	} catch {
		return true;
	}
}

describe('A payload is recognised by its own provider alone', () => {
	it.each(fixtures)('$name: by $owners', ({ payload, owners }) => {
		const recognising = PROVIDERS.filter((provider) => recognises(provider, payload));
		expect(recognising.map(({ id }) => id)).toEqual(owners);
	});
});
