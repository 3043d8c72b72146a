import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const NODE = 'nodes/WhatsAppMarkRead';
const page = readFileSync('docs/architecture.md', 'utf8');

interface Import {
	/** Where it stands, from the node's folder. */
	readonly file: string;
	/** What is imported: a file from the node's folder, without ending, or a package. */
	readonly from: string;
	readonly isType: boolean;
}

const imports: readonly Import[] = readdirSync(NODE, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.ts'))
	.flatMap(importsOf);

function importsOf(file: string): readonly Import[] {
	const text = readFileSync(join(NODE, file), 'utf8');
	return [...text.matchAll(/^import (type )?[^;]*? from '([^']+)';/gm)].map((match) => {
		const from = match[2] ?? '';
		const path = normalize(join(dirname(file), from)).replaceAll('\\', '/');
		return { file, from: from.startsWith('.') ? path : from, isType: match[1] !== undefined };
	});
}

/** The rooms from the edge to the ground. */
const LEVELS: ReadonlyArray<readonly string[]> = [
	['WhatsAppMarkRead.node.ts'],
	['n8n'],
	['description', 'pipeline'],
	['providers'],
	['responses', 'whatsapp', 'credentialValues'],
	['input'],
];

const roomOf = (path: string) => path.replace(/\/.*/, '');

/** First folder of a path; two for what is inside of `providers/`. */
function part(path: string): string {
	const [first = '', second = ''] = path.split('/');
	return first === 'providers' ? `${first}/${second}` : first;
}

const moduleOf = (file: string) => file.replace(/(\/index)?\.ts$/, '');

const checked = new Set<string>();

/** A path of imports, continued until it meets itself; empty when it never does. */
function circle(path: readonly string[]): readonly string[] {
	const last = path[path.length - 1] ?? '';
	if (path.indexOf(last) < path.length - 1) return path;
	if (checked.has(last)) return [];
	const found = imports
		.filter(({ file }) => moduleOf(file) === last)
		.flatMap(({ from }) => circle([...path, from]));
	checked.add(last);
	return found;
}

describe('In the code of the node', () => {
	it('there are imports to look at', () => {
		expect(imports.length).toBeGreaterThan(100);
	});

	it('only n8n/ imports more than types from n8n', () => {
		const others = imports.filter(
			({ file, from, isType }) =>
				from.startsWith('n8n') && !from.includes('/') && !isType && part(file) !== 'n8n',
		);

		expect(others.map(({ file }) => file)).toEqual([]);
	});

	it('a room imports from itself and from lower rooms alone', () => {
		const level = (path: string) => LEVELS.findIndex((rooms) => rooms.includes(roomOf(path)));
		const upwards = imports.filter(
			({ file, from }) =>
				level(from) !== -1 && level(from) <= level(file) && roomOf(from) !== roomOf(file),
		);

		expect(imports.filter(({ file }) => level(file) === -1)).toEqual([]);
		expect(upwards).toEqual([]);
	});

	it('no file imports itself by way of others', () => {
		expect(imports.flatMap(({ file }) => circle([moduleOf(file)]))).toEqual([]);
	});

	it('the pipeline knows providers by their contract alone', () => {
		const known = imports.filter(
			({ file, from }) => part(file) === 'pipeline' && from.startsWith('providers'),
		);

		expect(new Set(known.map(({ from }) => from))).toEqual(
			new Set(['providers/calls', 'providers/messages', 'providers/provider']),
		);
	});

	it('no provider imports another', () => {
		const between = imports.filter(
			({ file, from }) =>
				/^providers\/\w+\//.test(file) &&
				from.startsWith('providers/') &&
				!/^providers\/((calls|messages|provider)$|meta\/|linked\/)/.test(from) &&
				part(from) !== part(file),
		);

		expect(between).toEqual([]);
	});
});

describe('The page about how the node works', () => {
	it('names files and folders that exist', () => {
		const named = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w.-]+\.m?ts)`/g)]
			.map((match) => match[1] ?? '')
			.filter((path) => !path.includes('<'));

		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((path) => !existsSync(path) && !existsSync(join(NODE, path)))).toEqual([]);
	});

	it.each([
		...[...page.matchAll(/`(read\w+Webhook)`/g)].map(([, name = '']) => name),
		'readProvider',
		'readInputItem',
		'readItem',
		'readPayload',
		'conversationsOf',
		'planCalls',
		'deliver',
		'exchange',
		'reportReceipt',
		'toOutputItems',
	])('names the function %s, which exists', (name) => {
		const files = new Set(imports.map(({ file }) => file));
		const isDefined = (file: string) =>
			readFileSync(join(NODE, file), 'utf8').includes(`function ${name}(`);

		expect(page).toContain(`\`${name}\``);
		expect([...files].some(isDefined)).toBe(true);
	});
});
