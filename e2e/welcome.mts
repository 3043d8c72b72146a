import type { Owner } from './host/api.mts';
import { PROVIDERS, PROVIDER_NAMES } from './workflows/providers.mts';
import { webhookPath } from './workflows/workflow.mts';

/**
 * What is up and how to use it, for the terminal.
 * @param n8nUrl without a trailing slash
 * @param sandboxUrl without a trailing slash
 */
export function welcome(n8nUrl: string, sandboxUrl: string, owner: Owner): string {
	const example = JSON.stringify({
		provider: 'ryze',
		kind: 'direct',
		url: `${n8nUrl}/webhook/${webhookPath('ryze')}`,
		text: 'Hello',
	});
	return [
		`  phone page:  ${sandboxUrl}/phone/  write as a customer, watch the ticks turn blue`,
		`n8n's editor:  ${n8nUrl}`,
		`     sign in:  ${owner.email}  password: ${owner.password}`,
		`     sandbox:  ${sandboxUrl}/sandbox/memory shows what was received and marked`,
		'    webhooks:',
		...PROVIDERS.map(
			(provider) =>
				`       ${PROVIDER_NAMES[provider].padEnd(20)} ${n8nUrl}/webhook/${webhookPath(provider)}`,
		),
		'',
		'Let another message come in:',
		`  curl -X POST ${sandboxUrl}/sandbox/webhook -H 'content-type: application/json' -d '${example}'`,
		'',
		'Everything listens on 127.0.0.1 only. Ctrl-C stops it.',
	].join('\n');
}
