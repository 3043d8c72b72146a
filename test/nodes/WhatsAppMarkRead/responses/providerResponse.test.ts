import {
	codeAt,
	firstText,
	isSuccessStatus,
	readableText,
	readRawResponse,
} from '../../../../nodes/WhatsAppMarkRead/responses/providerResponse';

const raw = (body: string) => readRawResponse({ status: 200, headers: {}, body });

describe('An HTTP response', () => {
	it('that is JSON is parsed, and has no text of its own', () => {
		expect(raw('{"success":true}')).toEqual({
			status: 200,
			headers: {},
			json: { success: true },
			text: '',
			isPage: false,
		});
	});

	it('that is a text in JSON has that text', () => {
		expect(raw('"Unauthorized"')).toMatchObject({ json: 'Unauthorized', text: 'Unauthorized' });
	});

	it('that is empty has neither JSON nor text', () => {
		expect(raw('')).toMatchObject({ json: undefined, text: '', isPage: false });
	});

	it('that is plain text is that text', () => {
		expect(raw('Bad Request\n')).toMatchObject({
			json: undefined,
			text: 'Bad Request',
			isPage: false,
		});
	});

	it.each([
		['HTML', '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'],
		['HTML in capitals, after white space', '\n <HTML><BODY>502 Bad Gateway</BODY></HTML>'],
		['XML', '<?xml version="1.0"?><error><message>502 Bad Gateway</message></error>'],
	])('that is %s is a page, and has its text', (_, body) => {
		expect(raw(body)).toMatchObject({ json: undefined, text: '502 Bad Gateway', isPage: true });
	});

	it('that is text with markup in it is no page', () => {
		expect(raw('Not found: <b>x</b>')).toMatchObject({ text: 'Not found: x', isPage: false });
	});

	it('that is cut off in the middle is text', () => {
		expect(raw('{"success":tr')).toMatchObject({ json: undefined, text: '{"success":tr' });
	});
});

describe('Making a body readable', () => {
	it.each([
		['drops scripts and styles', '<style>b{}</style><script>x()</script><p>Down</p>', 'Down'],
		['drops a script with attributes', '<script src="a.js">\nx()\n</script>Down', 'Down'],
		[
			'keeps words apart on both sides of a script',
			'Bad<script>x()</script>Gateway',
			'Bad Gateway',
		],
		['keeps words apart on both sides of a comment', 'Bad<!-- x -->Gateway', 'Bad Gateway'],
		['keeps words apart that character data joins', 'Bad<![CDATA[Gateway]]>', 'Bad Gateway'],
		['drops comments', '<!-- nginx --><p>Down</p>', 'Down'],
		['keeps words of neighbours apart', '<b>Bad</b><b>Gateway</b>', 'Bad Gateway'],
		['reads entities', 'a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;&nbsp;e', `a <b> & "c" 'd' e`],
		['puts lines on one line', ' a\r\n\tb ', 'a b'],
	])('%s', (_, body, text) => {
		expect(readableText(body)).toBe(text);
	});

	it.each([
		['a script that is not closed', '<p>Down</p><script>x()', 'Down'],
		['a comment that is not closed', '<p>Down</p><!-- nginx', 'Down'],
		['a tag within a tag', '<p <b>Down</b>', '<p Down'],
		['character data of XML', '<error><![CDATA[Not <b>found</b>]]></error>', 'Not found'],
	])('copes with %s', (_, body, text) => {
		expect(readableText(body)).toBe(text);
	});

	it('marks what it left out of a huge page', () => {
		expect(readableText(`Down${'<br>'.repeat(5_000)}`)).toBe('Down …');
	});

	it('is empty for a huge page without any text', () => {
		expect(readableText('<br>'.repeat(5_000))).toBe('');
	});

	it('never cuts a character in two', () => {
		expect(readableText(`${'x'.repeat(299)}😀`)).toBe(`${'x'.repeat(299)}…`);
	});

	it('cuts it after 300 characters', () => {
		expect(readableText('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
	});

	it('takes no time over a huge or hostile page', () => {
		const hostile = `${'<script>'.repeat(100_000)}${'<!--'.repeat(100_000)}`;
		expect(readableText(hostile)).toHaveLength(0);
	});
});

describe("A provider's text", () => {
	it('are the first text there is', () => {
		expect(firstText(undefined, '', ' ', 'Invalid token', 'later')).toBe('Invalid token');
	});

	it('may be a list of texts', () => {
		expect(firstText(['chatId must be a string', 'session is required'])).toBe(
			'chatId must be a string; session is required',
		);
	});

	it('are never an object or a number', () => {
		expect(firstText({ message: 'inside' }, [{}], 42, null)).toBeNull();
	});

	it('are shown without markup', () => {
		expect(firstText('<b>Invalid</b> token')).toBe('Invalid token');
	});
});

describe("A provider's code", () => {
	it.each([
		['a number', 131009, '131009'],
		['zero', 0, '0'],
		['a text', 'invalid_session', 'invalid_session'],
	])('may be %s', (_, code, text) => {
		expect(codeAt({ code }, 'code')).toBe(text);
	});

	it.each([
		['nothing', undefined],
		['an empty text', ''],
		['an object', {}],
		['a truth value', true],
	])('is not %s', (_, code) => {
		expect(codeAt({ code }, 'code')).toBeNull();
	});
});

describe('An HTTP status', () => {
	it.each([[200], [201], [204], [299]])('says success when it is %i', (status) => {
		expect(isSuccessStatus(status)).toBe(true);
	});

	it.each([[100], [199], [300], [304], [404], [500]])(
		'says something else when it is %i',
		(status) => {
			expect(isSuccessStatus(status)).toBe(false);
		},
	);
});
