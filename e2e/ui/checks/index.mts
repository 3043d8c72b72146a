import { join } from 'node:path';

import type { Check } from '../check.mts';
import { agentToolChecks } from './agent-tool.mts';
import { credentialChecks } from './credentials.mts';
import { exampleChecks } from './examples.mts';
import { filledPanelChecks } from './filled-panels.mts';
import { movingPictureChecks } from './moving-picture.mts';
import { nodeCreatorChecks } from './node-creator.mts';
import { outputPreviewChecks } from './output-preview.mts';
import { panelChecks } from './panel.mts';
import { phoneKeyboardChecks } from './phone-keyboard.mts';
import { phoneChecks } from './phone.mts';
import { runChecks } from './runs.mts';

/**
 * All checks, in the order in which a new user meets what they look at.
 * @param root the project's folder
 */
export function allChecks(root: string): Check[] {
	return [
		...nodeCreatorChecks(),
		...panelChecks(),
		...filledPanelChecks(),
		...credentialChecks(),
		...runChecks(),
		...outputPreviewChecks(),
		...agentToolChecks(),
		...phoneChecks(),
		...phoneKeyboardChecks(),
		...movingPictureChecks(),
		...exampleChecks(join(root, 'examples')),
	];
}
