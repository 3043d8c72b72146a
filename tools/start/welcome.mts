import type { Running } from '../../test/e2e/bring-up.mts';
import { DEMO_OWNER } from '../../test/e2e/host/api.mts';
import { webhookPath } from '../../test/e2e/workflows/workflow.mts';
import { PROVIDER_IDS, providerOf } from '../providers.js';

/** What is up and how to use it, for the terminal. */
export function welcome({
	n8n,
	sandbox,
	published,
}: Pick<Running, 'n8n' | 'sandbox' | 'published'>): string {
	const [provider = ''] = PROVIDER_IDS;
	const example = JSON.stringify({
		provider,
		kind: 'direct',
		url: `${n8n.url}/webhook/${webhookPath(provider)}`,
		text: 'Hello',
	});
	const forEach = (line: (id: string) => string): string[] =>
		PROVIDER_IDS.map((id) => `       ${providerOf(id).displayName.padEnd(20)} ${line(id)}`);
	return [
		`  phone page:  ${sandbox.url}/phone/  write as a customer, watch the ticks turn blue`,
		// The list of workflows: n8n 2 opens its assistant when no page is named.
		`n8n's editor:  ${n8n.url}/home/workflows`,
		`     sign in:  ${DEMO_OWNER.email}  password: ${DEMO_OWNER.password}`,
		`     sandbox:  ${sandbox.url}/sandbox/memory shows what was received and marked`,
		'   workflows:',
		...forEach((id) => `${n8n.url}/workflow/${published(id).workflowId}`),
		'    webhooks:',
		...forEach((id) => `${n8n.url}/webhook/${webhookPath(id)}`),
		'',
		'Let another message come in:',
		`  curl -X POST ${sandbox.url}/sandbox/webhook -H 'content-type: application/json' -d '${example}'`,
		'',
		'Everything listens on 127.0.0.1 only. Ctrl-C stops it.',
	].join('\n');
}
