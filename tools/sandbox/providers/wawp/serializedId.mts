/** A message id as the engine serializes it: `false_<chat>_<ID>` and in groups `_<author>`. */
export interface SerializedId {
	readonly fromMe: boolean;
	readonly chatId: string;
	readonly id: string;
	/** `null` when the id has no fourth part. */
	readonly author: string | null;
}

const SERIALIZED = /^(true|false)_([^_]+@[^_]+)_([^_]+)(?:_([^_]+@[^_]+))?$/;

/** Parses an id; `null` when it is not in the serialized form. */
export function parseSerializedId(text: string): SerializedId | null {
	const [, own, chatId, id, author] = SERIALIZED.exec(text) ?? [];
	if (own === undefined || chatId === undefined || id === undefined) return null;
	return { fromMe: own === 'true', chatId, id, author: author ?? null };
}
