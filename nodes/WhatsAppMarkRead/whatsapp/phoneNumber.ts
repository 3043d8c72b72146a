/** International numbers: at most 15 digits (ITU-T E.164); no country has fewer than 7 with its code. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** Direction marks and zero-width characters, which are copied along with a number from a screen. */
const INVISIBLE = /\p{Cf}/gu;

/** Everything people put between the digits of a phone number. */
const WRITING = /^[+\d\s().\-/\u00a0\u2010-\u2015]+$/;

/** A single digit after a last dot: nobody writes phone numbers like that, but spreadsheets write `5511999999999.0`. */
const DECIMAL = /\.\d$/;

/** Mobile numbers of Brazil, Mexico and Argentina: WhatsApp's addresses may lack a digit that people dial. */
const DIALLED = /^(?:(55\d\d)9(?=\d{8}$)|(52)1(?=\d{10}$)|(54)9(?=\d{10}$))/;

/**
 * Removes the digit that WhatsApp's address of a number may lack, to compare two numbers.
 *
 * @param digits e.g. `5511999999999`
 * @returns e.g. `551199999999`; only for comparison
 */
export function comparableNumber(digits: string): string {
	return digits.replace(DIALLED, '$1$2$3');
}

/**
 * Reads a phone number in any common writing into digits with country code.
 *
 * @param text e.g. `+55 11 99999-9999`, `0055 (11) 99999.9999`, `5511999999999`,
 * `5511999999999.0` (a spreadsheet's)
 * @returns the digits, e.g. `5511999999999`, or `null` when the text is no phone number, or lacks its country code:
 * no country code starts with 0
 */
export function parsePhoneNumber(text: string): string | null {
	const visible = text.replace(INVISIBLE, '').trim().replace(/\.0$/, '');
	if (!WRITING.test(visible) || DECIMAL.test(visible)) return null;
	const digits = visible.replace(/\D/g, '').replace(/^00/, '');
	const hasCountryCode = !digits.startsWith('0');
	return hasCountryCode && digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS
		? digits
		: null;
}
