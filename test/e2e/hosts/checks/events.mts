import { DEMO_EVENTS, sendEvent, verdictOf } from '../../../../tools/start/events.mts';
import { expect, test } from '../test.mts';

for (const event of DEMO_EVENTS) {
	test(`${event.provider} · Demo · ${event.name} is ${event.expected}`, async ({
		running: { n8n },
		sandbox,
		outputs,
	}) => {
		const seen = await sendEvent(sandbox, n8n.url, event);

		outputs.push(JSON.stringify(seen.items));
		expect({ ...seen, verdict: verdictOf(event, seen) }).toMatchObject({ verdict: 'ok' });
	});
}
