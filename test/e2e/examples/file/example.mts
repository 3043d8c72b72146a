import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A node as n8n's "Download" writes it. */
export interface ExampleNode {
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly webhookId?: string;
	readonly onError?: string;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}

/** Where an output leads. */
export interface ExampleLink {
	readonly node: string;
	readonly type: string;
	readonly index: number;
}

/** A workflow as n8n's "Download" writes it. */
export interface ExampleWorkflow {
	readonly name: string;
	readonly nodes: readonly ExampleNode[];
	/** By the name of the node they start from, then by kind, then by output. */
	readonly connections: Readonly<
		Record<string, Readonly<Record<string, ReadonlyArray<readonly ExampleLink[]>>>>
	>;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly pinData: Readonly<Record<string, unknown>>;
	readonly active: boolean;
	readonly tags: readonly unknown[];
}

/**
 * Lists the importable workflows.
 * @param root the project's folder
 * @returns file names without `.json`, in alphabetical order
 */
export async function listExamples(root: string): Promise<readonly string[]> {
	const files = await readdir(join(root, 'examples'));
	return files
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.slice(0, -'.json'.length))
		.sort();
}

/**
 * Reads one importable workflow.
 * @param root the project's folder
 * @param file its name without `.json`
 * @throws Error when the file is missing or no JSON
 */
export async function readExample(root: string, file: string): Promise<ExampleWorkflow> {
	const text = await readFile(join(root, 'examples', `${file}.json`), 'utf8');
	return JSON.parse(text) as ExampleWorkflow;
}
