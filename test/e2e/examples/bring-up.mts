import { startSandbox } from '../../../tools/sandbox/index.mts';
import { reservePort } from '../host/port.mts';
import type { RunningN8n } from '../host/server.mts';
import { provideN8nWithNode } from '../n8n-with-node.mts';
import { step } from '../progress.mts';
import type { Undo } from '../undo.mts';
import { startOutside } from './outside/server.mts';
import { openTheatre, type Theatre } from './stage/perform.mts';

/**
 * Brings up a real n8n with the packed node in it, the sandbox of the providers, and who stands
 * for everybody else the examples call.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do.
 */
export async function bringUpExamples(
	root: string,
	wish: { readonly fresh: boolean },
	undo: Undo,
	signal: AbortSignal,
): Promise<{ readonly theatre: Theatre; readonly n8n: RunningN8n }> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const n8nWithNode = await provideN8nWithNode(
		root,
		{ port, purpose: 'examples', fresh: wish.fresh },
		undo,
		signal,
	);

	const sandbox = await startSandbox();
	undo.add(async () => await sandbox.close());
	const outside = await startOutside();
	undo.add(async () => await outside.close());

	const n8n = await step('Starting n8n', async () => await n8nWithNode.start());
	undo.add(async () => await n8n.stop());
	return { n8n, theatre: await openTheatre(root, n8n.url, sandbox, outside) };
}
