import { readFileSync } from 'node:fs';
import type { INodeProperties } from 'n8n-workflow';

import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import { firstColumns } from './markdown.mts';

const { properties } = new WhatsAppMarkRead().description;
/** What is shown among the fields, but is none of ours to explain. */
const NO_FIELDS = ['callout', 'credentials', 'notice'];
const fields = properties.filter(({ type }) => !NO_FIELDS.includes(type));
const options = (properties.find(({ name }) => name === 'options')?.options ??
	[]) as INodeProperties[];

const labels = (shown: readonly INodeProperties[]) =>
	[...new Set(shown.map(({ displayName }) => displayName))].sort();

describe.each(['docs/reference.md', 'docs/es/reference.md'])('%s', (page) => {
	const [parameters, optionNames] = firstColumns(readFileSync(page, 'utf8'));

	it('names every field of the panel as n8n shows it', () => {
		expect([...(parameters ?? [])].sort()).toEqual(labels(fields));
	});

	it('names every option as n8n shows it', () => {
		expect([...(optionNames ?? [])].sort()).toEqual(labels(options));
	});
});
