import { InvalidInput } from '../../nodes/WhatsAppMarkRead/input/invalidInput';

/** What reading did besides returning: nothing, or the refusal; anything else is a fault of the code. */
export function refusalOf(read: () => unknown): InvalidInput | null {
	try {
		read();
		return null;
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidInput);
		return error as InvalidInput;
	}
}
