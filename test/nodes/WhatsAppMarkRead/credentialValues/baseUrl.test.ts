import { refusalOf } from '../../../helpers/refusalOf';
import {
	pathSegment,
	readBaseUrl,
} from '../../../../nodes/WhatsAppMarkRead/credentialValues/baseUrl';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';

describe('A base URL', () => {
	it.each([
		['as it should be', 'https://graph.facebook.com', 'https://graph.facebook.com'],
		['with a trailing slash', 'https://graph.facebook.com/', 'https://graph.facebook.com'],
		['with many slashes', 'https://graph.facebook.com///', 'https://graph.facebook.com'],
		['with white space around it', '  https://graph.facebook.com\n', 'https://graph.facebook.com'],
		['without a scheme', 'graph.facebook.com', 'https://graph.facebook.com'],
		['without a scheme, with a port', 'localhost:8080', 'https://localhost:8080'],
		['of a server in the own network', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['in capitals', 'HTTPS://Graph.Facebook.COM', 'https://graph.facebook.com'],
		['with a path', 'https://example.com/whatsapp/', 'https://example.com/whatsapp'],
		['with a path of several parts', 'https://example.com/a//b', 'https://example.com/a/b'],
		['with a name beyond ASCII', 'https://exämple.com', 'https://xn--exmple-cua.com'],
		['with an IPv6 address', 'http://[::1]:3000/', 'http://[::1]:3000'],
	])('%s is read', (_, given, read) => {
		expect(readBaseUrl(given)).toBe(read);
	});

	it('loses the end of the path that people leave in', () => {
		expect(readBaseUrl('https://example.com/prefix/v1/', /\/v1$/)).toBe(
			'https://example.com/prefix',
		);
	});

	it.each([
		['nothing', ''],
		['white space', '   '],
		['no text', 42],
		['no value', undefined],
		['an object', { url: 'https://example.com' }],
	])('that is %s is called empty', (_, given) => {
		expect(() => readBaseUrl(given)).toThrow(
			new InvalidInput("'Base URL' of the credential is empty", ''),
		);
	});

	it.each([
		['an ftp address', 'ftp://example.com'],
		['a file', 'file:///etc/passwd'],
		['a script', 'javascript:alert(1)'],
		['a scheme alone', 'https://'],
		['a sentence', 'my server'],
		['broken into two lines', 'https://exam\nple.com'],
		['two addresses', 'https://a.example.com https://b.example.com'],
		['a port that does not exist', 'https://example.com:99999'],
	])('that is %s is refused', (_, given) => {
		expect(() => readBaseUrl(given)).toThrow(
			new InvalidInput("'Base URL' of the credential is not a web address", ''),
		);
	});

	it.each([
		['user name and password', 'https://maria:dummy@example.com'],
		['a user name', 'https://maria@example.com'],
		['a password alone', 'https://:dummy@example.com'],
		['user name and password, and no scheme', 'maria:dummy@example.com'],
		['a query', 'https://example.com/?a=b'],
		['a fragment', 'https://example.com/#/instances'],
	])('with %s is refused', (_, given) => {
		expect(() => readBaseUrl(given)).toThrow(
			new InvalidInput(
				"'Base URL' of the credential contains a user name, a password, a query or a fragment",
				'',
			),
		);
	});

	it('that is refused comes with advice', () => {
		expect(refusalOf(() => readBaseUrl('my server'))?.advice).toBe(
			'Open the credential and enter only the address, starting with https://.',
		);
	});

	it('whose path looks like a scheme is kept as it is', () => {
		expect(readBaseUrl('example.com/proxy/http://gateway')).toBe(
			'https://example.com/proxy/http:/gateway',
		);
	});

	it('is not repeated when it is refused: it may contain a password', () => {
		expect(() => readBaseUrl('https://maria:dummy@example.com')).not.toThrow(/maria|dummy/);
		expect(() => readBaseUrl('https://maria:dummy@example.com')).toThrow(InvalidInput);
	});
});

describe('A segment of a URL path', () => {
	it.each([
		['support', 'support'],
		['my shop/1', 'my%20shop%2F1'],
		['a?b#c', 'a%3Fb%23c'],
		['Suporte São Paulo', 'Suporte%20S%C3%A3o%20Paulo'],
		['%2e%2e', '%252e%252e'],
		['...', '...'],
	])('is made of %s', (name, segment) => {
		expect(pathSegment(name, 'Instance')).toBe(segment);
	});

	it.each([[''], ['.'], ['..'], ['a\u0000b'], ['a\r\nb'], ['\ud800']])(
		'cannot be made of %j',
		(name) => {
			expect(() => pathSegment(name, 'Instance')).toThrow(
				/^'Instance' is ".*", which is not a name$/,
			);
			expect(refusalOf(() => pathSegment(name, 'Instance'))?.advice).toBe(
				"Copy the name from the provider's dashboard.",
			);
		},
	);
});
