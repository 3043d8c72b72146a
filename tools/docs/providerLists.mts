import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';

const NAMES = PROVIDERS.map(({ displayName }) => displayName);

/** The form for issues, with every provider of the registry among the choices. */
export function issueFormWithProviders(form: string): string {
	return replaced(form, /(?<=id: provider\n.*\n.*\n +options: )\[.*\]/, `[${NAMES.join(', ')}]`);
}

function replaced(text: string, list: RegExp, names: string): string {
	if (!list.test(text)) throw new TypeError(`There is no list to replace: ${String(list)}`);
	return text.replace(list, () => names);
}
