import { join } from 'node:path';
import { startSandbox, type ProviderId, type Sandbox } from '../../../../tools/sandbox/index.mts';

/** Where the page's files lie. */
export const PAGE_FOLDER = join(process.cwd(), 'tools', 'sandbox', 'phone', 'page');

/** Starts a sandbox with the phone page, on any free port. */
export async function startWithPhones(
	webhookUrls: Readonly<Record<ProviderId, string>> = {},
): Promise<Sandbox> {
	return await startSandbox({ phonePage: { folder: PAGE_FOLDER, webhookUrls } });
}
