import fc from 'fast-check';

import { wildOrHugeText, wildText } from './wildText';

/** The headers that are read, with values as they should be and as they should not. */
export function anyHeaders(): fc.Arbitrary<Readonly<Record<string, string>>> {
	const headers = {
		'x-ratelimit-limit': numberText(),
		'x-ratelimit-remaining': numberText(),
		'x-ratelimit-reset': fc.oneof(numberText(), unixSeconds().map(String)),
		'retry-after': fc.oneof(numberText(), httpDate(), wildText()),
		'x-business-use-case-usage': usage(),
		date: fc.oneof(httpDate(), wildText()),
		'x-request-id': wildOrHugeText(),
	};
	return fc.record(headers, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
}

function numberText(): fc.Arbitrary<string> {
	return fc.oneof(
		fc.nat(200).map(String),
		fc.integer().map(String),
		fc.double().map(String),
		fc.bigInt().map(String),
		fc.constantFrom('0', '-0', '-5', ' 30 ', '1e9', '0x10', '1.5', '١'),
		fc.constantFrom('9'.repeat(12), '9'.repeat(400)),
		wildOrHugeText(),
	);
}

/** Around the time at which tests begin, and far from it. */
function unixSeconds(): fc.Arbitrary<number> {
	return fc.oneof(
		fc.integer({ min: 1_767_225_000, max: 1_767_226_200 }),
		fc.integer({ min: 0, max: 999_999_999_999 }),
	);
}

function httpDate(): fc.Arbitrary<string> {
	const soon = unixSeconds().map((seconds) => new Date(seconds * 1000));
	return fc.oneof(fc.date({ noInvalidDate: true }), soon).map((date) => date.toUTCString());
}

/** Meta's `x-business-use-case-usage`, also with times that are none. */
function usage(): fc.Arbitrary<string> {
	const minutes = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, 5, 1e308, -1, null, '5'));
	const entry = fc.record({ estimated_time_to_regain_access: minutes }, { requiredKeys: [] });
	const accounts = fc.dictionary(wildText(), fc.array(entry, { maxLength: 3 }), { maxKeys: 3 });
	return fc.oneof(
		accounts.map((json) => JSON.stringify(json)),
		wildOrHugeText(),
	);
}
