import fc from 'fast-check';

/** A phone number with country code, digits only, as long as numbers are. */
export function phoneDigits(): fc.Arbitrary<string> {
	return fc
		.tuple(
			fc.integer({ min: 1, max: 9 }),
			fc.string({ unit: digit(), minLength: 6, maxLength: 14 }),
		)
		.map((parts) => parts.join(''));
}

function digit(): fc.Arbitrary<string> {
	return fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
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
			const beforeLast = digits.length - 2;
			const written = [...digits].map((each, position) => {
				const gap = gaps[position] ?? '';
				return each + (position === beforeLast && gap === '.' ? '' : gap);
			});
			return prefix + written.join('') + end;
		});
}

/** A person as engines name them, with and without the device. */
export function personJid(): fc.Arbitrary<string> {
	return fc
		.tuple(
			phoneDigits(),
			fc.constantFrom('', ':12', '.0:1'),
			fc.constantFrom('@s.whatsapp.net', '@c.us'),
		)
		.map((parts) => parts.join(''));
}

/** A person by the id that hides the phone number, though it looks like one. */
export function lid(): fc.Arbitrary<string> {
	return fc
		.tuple(phoneDigits(), fc.constantFrom('', ':3'))
		.map(([id, device]) => `${id}${device}@lid`);
}

export function groupJid(): fc.Arbitrary<string> {
	return fc
		.tuple(phoneDigits(), fc.option(phoneDigits()))
		.map(([id, made]) => (made === null ? `${id}@g.us` : `${id}-${made}@g.us`));
}

/** A message id as the WhatsApp network writes it. */
export function bareId(): fc.Arbitrary<string> {
	const hex = fc.constantFrom(...'0123456789ABCDEF');
	return fc.string({ unit: hex, minLength: 8, maxLength: 32 });
}
