import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';

/**
 * Freezes a value with everything in it: whoever changes it then throws a TypeError.
 *
 * @returns the value itself
 */
export function frozen<Value>(value: Value): Value {
	const left: unknown[] = [value];
	while (left.length > 0) {
		const next = left.pop();
		if (next === null || typeof next !== 'object' || Object.isFrozen(next)) continue;
		Object.freeze(next);
		left.push(...Object.values(next));
	}
	return value;
}

/** Names of everything that all objects inherit, as they were before any property ran. */
const INHERITED = inherited();

function inherited(): string {
	return [Object.prototype, Array.prototype, String.prototype, Function.prototype]
		.map((prototype) => Reflect.ownKeys(prototype).map(String).join())
		.join('\n');
}

/** Fails when anything has been added to a prototype that all objects of its kind share. */
export function expectCleanPrototypes(): void {
	if (inherited() !== INHERITED) throw new Error('A built-in prototype has been changed');
}

/** What a reader says: its result, or the explanation it throws. For any other error the property fails. */
export function explainedOr<Result>(read: () => Result): Result | InvalidInput {
	try {
		return read();
	} catch (error) {
		return explanation(error);
	}
}

function explanation(error: unknown): InvalidInput {
	if (error instanceof InvalidInput) return error;
	throw error;
}
