import { typingField } from '../../../../nodes/WhatsAppMarkRead/description/panelFields';
import { plainProvider } from '../../../helpers/plainProvider';

it('The typing indicator is offered for the providers that have one', () => {
	const providers = [
		plainProvider({ id: 'inTheSameCall', typing: 'sameCall' }),
		plainProvider({ id: 'without', typing: 'none' }),
		plainProvider({ id: 'byItself', typing: 'ownCall' }),
	];

	expect(typingField(providers).displayOptions?.show).toEqual({
		provider: ['inTheSameCall', 'byItself'],
		operation: ['markMessage'],
	});
});
