import { PROVIDER_IDS } from '../providers.js';
import { providerOf } from '../providers.js';
import type { Owner } from '../../test/e2e/host/api.mts';
import { webhookPath } from '../../test/e2e/workflows/workflow.mts';

/**
 * What is up and how to use it, for the terminal.
 * @param n8nUrl without a trailing slash
 * @param sandboxUrl without a trailing slash
 */
export function welcome(n8nUrl: string, sandboxUrl: string, owner: Owner): string {
	const [provider = ''] = PROVIDER_IDS;
	const example = JSON.stringify({
		provider,
		kind: 'direct',
		url: `${n8nUrl}/webhook/${webhookPath(provider)}`,
		text: 'Hello',
	});
	return [
		`  phone page:  ${sandboxUrl}/phone/  write as a customer, watch the ticks turn blue`,
		`n8n's editor:  ${n8nUrl}`,
		`     sign in:  ${owner.email}  password: ${owner.password}`,
		`     sandbox:  ${sandboxUrl}/sandbox/memory shows what was received and marked`,
		'    webhooks:',
		...PROVIDER_IDS.map(
			(id) =>
				`       ${providerOf(id).displayName.padEnd(20)} ${n8nUrl}/webhook/${webhookPath(id)}`,
		),
		'',
		'Let another message come in:',
		`  curl -X POST ${sandboxUrl}/sandbox/webhook -H 'content-type: application/json' -d '${example}'`,
		'',
		'Everything listens on 127.0.0.1 only. Ctrl-C stops it.',
	].join('\n');
}
