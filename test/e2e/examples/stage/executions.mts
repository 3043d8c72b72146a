import { setTimeout as wait } from 'node:timers/promises';

import type { N8nApi } from '../../host/api.mts';

/** How an execution ended. */
export interface Execution {
	/** In n8n's words, as in "success" or "error". */
	readonly status: string;
	readonly lastNode: string;
	/** All that n8n stored about it, as text: what came in and what each node put out. */
	readonly stored: string;
}

interface ListedExecution {
	readonly id: string;
	readonly status: string;
}

const SECONDS_TO_END = 90;
const MS_BETWEEN_LOOKS = 150;
const UNDER_WAY = ['new', 'running', 'waiting', 'unknown'];

/** Follows the executions of one workflow. */
export class Executions {
	readonly #n8n: N8nApi;
	readonly #workflowId: string;
	readonly #seen = new Set<string>();

	constructor(n8n: N8nApi, workflowId: string) {
		this.#n8n = n8n;
		this.#workflowId = workflowId;
	}

	/**
	 * Waits for the end of the next execution that was not returned yet.
	 * @throws Error when none ends in time
	 */
	async next(): Promise<Execution> {
		const giveUpAt = Date.now() + SECONDS_TO_END * 1000;
		for (;;) {
			const ended = (await this.#list()).find(
				({ id, status }) => !this.#seen.has(id) && !UNDER_WAY.includes(status),
			);
			if (ended) {
				this.#seen.add(ended.id);
				return await this.#details(ended);
			}
			if (Date.now() > giveUpAt) {
				throw new Error(`No execution of the workflow ended within ${SECONDS_TO_END} s`);
			}
			await wait(MS_BETWEEN_LOOKS);
		}
	}

	async #details({ id, status }: ListedExecution): Promise<Execution> {
		const { data } = (await this.#n8n.read(`executions/${id}`)) as { readonly data: string };
		return { status, lastNode: lastNodeIn(data), stored: data };
	}

	async #list(): Promise<readonly ListedExecution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.#workflowId }));
		const answer = await this.#n8n.read(`executions?filter=${filter}`);
		return (answer as { readonly results: readonly ListedExecution[] }).results;
	}
}

/**
 * Finds the last node in what n8n stores of an execution: a list in the form of the npm package
 * `flatted`, where an object names the places of its values.
 * @returns an empty text when it is not there
 */
export function lastNodeIn(stored: string): string {
	const places = JSON.parse(stored) as ReadonlyArray<Readonly<Record<string, string>> | string>;
	const valueOf = (place: number, key: string): number => {
		const object = places[place];
		return typeof object === 'object' ? Number(object[key]) : NaN;
	};
	const name = places[valueOf(valueOf(0, 'resultData'), 'lastNodeExecuted')];
	return typeof name === 'string' ? name : '';
}
