import type { Provider } from '../providers/provider';
import { OPERATION_SUBTITLES } from './operationField';

/** The line under the node on the canvas, e.g. `Mark message: RyzeAPI`, as an n8n expression. */
export function subtitle(providers: readonly Provider[]): string {
	const names = Object.fromEntries(providers.map(({ id, displayName }) => [id, displayName]));
	return `={{ (${JSON.stringify(OPERATION_SUBTITLES)})[$parameter["operation"]] + ": " + (${JSON.stringify(names)})[$parameter["provider"]] }}`;
}
