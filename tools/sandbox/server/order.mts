import { z } from 'zod/v4';
import { PROVIDER_IDS } from '../providers/index.mts';

/** The id of a provider, from outside. */
export const providerId = z.enum(PROVIDER_IDS);

/** Something the sandbox cannot do as asked; the message says what to change. */
export class InvalidOrder extends Error {
	override readonly name: string = 'InvalidOrder';
	/** What fastify responds with. */
	readonly statusCode = 400;
}

/**
 * Reads an order from untrusted JSON.
 *
 * @throws InvalidOrder naming the wrong field
 */
export function readOrder<Order>(schema: z.ZodType<Order>, input: unknown): Order {
	const { data, error } = schema.safeParse(input);
	if (!error) return data;
	const messages = error.issues.map(({ path, message }) =>
		path.length === 0 ? message : `"${path.join('.')}": ${message}`,
	);
	throw new InvalidOrder(messages.join('. '));
}
