/** One call of a provider in which secrets go out, and its answers that repeat them. */
export interface Wire {
	readonly provider: string;
	readonly host: string;
	/** POST, unless it says otherwise. */
	readonly method?: string;
	readonly path: string;
	readonly payload: object;
	/** The secrets of the credential; they hold characters that URLs encode, as real tokens do. */
	readonly credential: Readonly<Record<string, string>>;
	/** What else is set in the credential. */
	readonly settings?: Readonly<Record<string, string>>;
	/** The secrets that the payload carries along. */
	readonly payloadSecrets?: readonly string[];
	/** The field of the payload that holds them. */
	readonly holder?: string;
	/** What the provider answers when it takes the call. */
	readonly taken: object;
	/** What the provider answers when it hides a failure under the status 200; `echo` is what it repeats of the call. */
	readonly hidden: (echo: string) => object;
	readonly refused: (echo: string) => object;
}

/** The calls of all providers, from `test/providers/<id>/wires.ts`, by name; each provider has one by its id. */
export declare const WIRES: ReadonlyMap<string, Wire>;
