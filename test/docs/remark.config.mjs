/** What `npm run lint` asks of every page: links that lead somewhere, one title, no level of headings left out. */
export default {
	plugins: [
		'remark-gfm',
		[
			'remark-validate-links',
			{ repository: 'n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read' },
		],
		'remark-lint-heading-increment',
		'remark-lint-no-multiple-toplevel-headings',
	],
};
