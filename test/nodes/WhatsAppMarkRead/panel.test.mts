import { WhatsAppMarkRead } from '../../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { CREDENTIAL_TYPES } from '../../../tools/credentialTypes.js';

// Names and values are saved in people's workflows: a change must be seen before `npx jest -u` accepts it.
it.each([['node', new WhatsAppMarkRead().description], ...CREDENTIAL_TYPES])(
	'What n8n is given to show is as before: %s',
	(_what, shown) => {
		expect(shown).toMatchSnapshot();
	},
);
