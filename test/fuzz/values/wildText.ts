import fc from 'fast-check';

/** Pieces that mean something to a reader of ids, addresses, URLs, headers or pages, and what no text should hold. */
const PIECES = [
	...['', ' ', '\t', '\r\n', '\u0000', '\u0007', '\u007f', '\u0085', '\u00a0', '\u2028', '\ufeff'],
	...['\ud800', '\udfff', '\u200b', '\u202e', '😀', 'é', '٣', '\uff0f'],
	...['@', '_', '.', ':', '-', '+', '(', ')', ',', ';', '=', '&', '|', '$&'],
	...['/', '//', '\\', '..', '.', '%2f', '%2e%2e', '%', '%zz', '%00', '?', '#', '*', "'", '"', '`'],
	...['<', '>', '<script>', '</script>', '<!--', '-->', '<?xml', '<![CDATA[', '&lt;', '&#39;'],
	...['{', '}', '[', ']', '{"a":1}', 'null', 'undefined', 'NaN', 'true', '0', '-0', '-1', '1e999'],
	...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '{provider}'],
	...['false_', 'true_', 'wamid.', 'msg_', '3EB08FCF27E532F1B0F5', '120363123456789'],
	...['@g.us', '@lid', '@c.us', '@s.whatsapp.net', '@newsletter', '@broadcast', 'status@broadcast'],
	...['5511999999999', '106540352242922', '00', '1739321024', '99999999999999999999'],
	...['http://', 'https://', 'HTTPS:', 'user:password@', 'localhost', '169.254.169.254', ':99999'],
	...['javascript:', 'file:///', '/v1', '/v25.0', '/manager', '/api', '[::1]', 'xn--', '%ff'],
] as const;

/** A text that somebody may have made to break a reader: pieces with a meaning, in any order, between any others. */
export function wildText(): fc.Arbitrary<string> {
	const piece = fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...PIECES) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
		{ weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
	);
	return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
}

/** Far longer than anything real. Few and always the same: they cost no time to make. */
const HUGE_TEXTS = ['_', '@', '1', ' ', '<', 'false_', '\ud800', '[', '-1@'].map((piece) =>
	piece.repeat(50_000),
);

/** {@link wildText}, now and then a huge one. */
export function wildOrHugeText(): fc.Arbitrary<string> {
	return fc.oneof(
		{ weight: 60, arbitrary: wildText() },
		{ weight: 1, arbitrary: fc.constantFrom(...HUGE_TEXTS) },
	);
}
