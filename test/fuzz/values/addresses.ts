import fc from 'fast-check';

/** A phone number with country code, digits only, as long as numbers are. */
export function phoneDigits(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[1-9]\d{6,14}$/);
}

/** One of the ways in which people and their devices write a number; no last digit stands alone behind a dot. */
export function writtenNumber(digits: string): fc.Arbitrary<string> {
	const between = fc.oneof(
		{ weight: 6, arbitrary: fc.constant('') },
		{ weight: 1, arbitrary: fc.constantFrom(' ', '-', '.', '(', ')', '/', ' (', ') ') },
		{ weight: 1, arbitrary: fc.constantFrom('\u00a0', '\u2011', '\u2013', '\u202a', '\u200b') },
	);
	return fc
		.tuple(
			fc.constantFrom('', '+', '00', '+ ', '\u202a+', ' +', '(+', '0 0'),
			fc.array(between, { minLength: digits.length, maxLength: digits.length }),
			fc.constantFrom('', ' ', '\u202c', '\n'),
		)
		.map(([prefix, gaps, end]) => {
			const written = [...digits].map((digit, position) => digit + (gaps[position] ?? ''));
			return prefix + written.join('').replace(/\.(?=\d\D*$)/, '') + end;
		});
}

/** A person as engines name them, with and without the device. */
export function personJid(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[1-9]\d{6,14}(:12|\.0:1)?@(s\.whatsapp\.net|c\.us)$/);
}

/** A person by the id that hides the phone number, though it looks like one. */
export function lid(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[1-9]\d{6,14}(:3)?@lid$/);
}

export function groupJid(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[1-9]\d{6,14}(-[1-9]\d{6,14})?@g\.us$/);
}

/** A message id as the WhatsApp network writes it. */
export function bareId(): fc.Arbitrary<string> {
	return fc.stringMatching(/^[0-9A-F]{8,32}$/);
}
