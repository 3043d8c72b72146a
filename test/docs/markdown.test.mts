import { anchors, codeBlocks, firstColumns, headings, links, tables } from './markdown.mts';

const PAGE = `# What it does, and why: SomeAPI (2.0)

<a id="old-name"></a>See [the picture ![ticks](a.png)](b.md#c) and \`[no](link)\`.

New file \`a.ts\`:

\`\`\`ts title
# no heading
| no | table |
\`\`\`

## Again

| A | B \\| C |
| --- | --- |
| 1 | [x](y) |
| 2 | 3 |

## Again

## Instalación en español
`;

describe('Reading a page', () => {
	it('finds its headings with the anchors that GitHub gives them', () => {
		expect(headings(PAGE).map(({ level, slug }) => [level, slug])).toEqual([
			[1, 'what-it-does-and-why-someapi-20'],
			[2, 'again'],
			[2, 'again-1'],
			[2, 'instalación-en-español'],
		]);
	});

	it('finds blocks of code with the line that announces them', () => {
		expect(codeBlocks(PAGE)).toEqual([
			{
				language: 'ts',
				announcement: 'New file `a.ts`:',
				text: '# no heading\n| no | table |\n',
			},
		]);
	});

	it('counts the rows and columns of its tables', () => {
		expect(tables(PAGE)).toEqual([{ columns: 2, rows: 3 }]);
	});

	it('finds the first column of its tables', () => {
		expect(firstColumns(PAGE)).toEqual([['1', '2']]);
	});

	it('finds the anchors set by hand beside those of the headings', () => {
		expect(anchors(PAGE)).toEqual([...headings(PAGE).map(({ slug }) => slug), 'old-name']);
	});

	it('finds its links and images, but none in code', () => {
		expect(links(PAGE)).toEqual([
			{ kind: 'link', text: expect.stringContaining('the picture'), target: 'b.md#c' },
			{ kind: 'image', text: 'ticks', target: 'a.png' },
			{ kind: 'link', text: 'x', target: 'y' },
		]);
	});
});
