import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyMode,
	INodePropertyOptions,
	INodeType,
	NodeHint,
} from 'n8n-workflow';

/** What a panel shows: its title and its fields. */
export interface Panel {
	readonly node: INodeType;
	readonly credentials: readonly ICredentialType[];
}

type Choice = INodePropertyOptions | INodeProperties | INodePropertyCollection;

const INTRODUCTION = `# Every field

This page is made by \`npm run generate\` from what n8n itself is given; a test fails when it is stale.
It shows each field with its name in a workflow's JSON, its kind, when it shows, and the words around it.`;

/** What a property is told apart by; everything else it holds is printed as it is, so that nothing is left out. */
const TOLD_IN_WORDS = [
	'displayName',
	'name',
	'description',
	'placeholder',
	'hint',
	'options',
	'modes',
	'displayOptions',
	'default',
];

/** The page \`docs/fields.md\`: every field, choice, hint and credential that n8n's panels show. */
export function renderFields({ node, credentials }: Panel): string {
	const { description } = node;
	const { properties, hints = [], credentials: used = [], ...general } = description;
	const chapters = [
		INTRODUCTION,
		`## ${description.displayName}`,
		`${description.description}.`,
		`n8n is told: ${code(general)}`,
		...properties.map((property) => section(property, 3)),
		'### Notes in the panel',
		...hints.map(note),
		'### Credentials it uses',
		list(
			used.map(({ name, ...rest }) => `\`${name}\`: ${code(rest)}`),
			0,
		),
		...credentials.flatMap(credentialChapter),
	];
	return `${chapters.join('\n\n')}\n`;
}

function credentialChapter({ properties, ...credential }: ICredentialType): string[] {
	return [
		`## ${credential.displayName}`,
		`n8n is told: ${code(credential)}`,
		...properties.map((property) => section(property, 3)),
	];
}

function section(property: INodeProperties, level: number): string {
	return [`${'#'.repeat(level)} ${property.displayName}`, linesOf(property, 0)].join('\n\n');
}

/** A field, its choices and what they hold, as a nested list. */
function linesOf(property: INodeProperties, depth: number): string {
	const { description, placeholder, hint, displayOptions, options, modes } = property;
	const rest = Object.fromEntries(
		Object.entries(property).filter(([key]) => !TOLD_IN_WORDS.includes(key)),
	);
	return list(
		[
			`\`${property.name}\`, ${code(rest)}`,
			description,
			placeholder === undefined ? undefined : `In the empty field: _${placeholder}_`,
			hint === undefined ? undefined : `Below it: _${hint}_`,
			displayOptions === undefined ? undefined : `Shows for ${code(displayOptions)}`,
			`At first: ${code(property.default)}`,
			...(options ?? []).map((choice) => choiceOf(choice, depth)),
			...(modes ?? []).map((mode) => modeOf(mode, depth)),
		],
		depth,
	);
}

function choiceOf(choice: Choice, depth: number): string {
	if ('type' in choice) return `**${choice.displayName}**\n${linesOf(choice, depth + 1)}`;
	const { name, description, ...rest } = choice as INodePropertyOptions;
	return `**${name}** ${code(rest)}${description === undefined ? '' : `: ${description}`}`;
}

function modeOf({ displayName, ...mode }: INodePropertyMode, depth: number): string {
	return `**${displayName}**\n${list([code(mode)], depth + 1)}`;
}

function note({ message, ...rest }: NodeHint): string {
	return list([message, code(rest)], 0);
}

function list(lines: ReadonlyArray<string | undefined>, depth: number): string {
	const indent = '\t'.repeat(depth);
	return lines
		.filter((line) => line !== undefined)
		.map((line) => `${indent}- ${line}`)
		.join('\n');
}

function code(value: unknown): string {
	return `\`${JSON.stringify(value)}\``;
}
