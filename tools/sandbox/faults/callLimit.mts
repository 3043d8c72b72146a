/** So many calls per window, which no header announces. */
export interface CallLimit {
	readonly calls: number;
	readonly windowMs: number;
	/**
	 * `fixed`: the window opens with the first call after the last one ended, and then lets all
	 * calls through at once. `sliding`: a call is let through when so many were not within the
	 * last window. Refused calls count for neither.
	 */
	readonly kind: 'fixed' | 'sliding';
}

/**
 * Counts calls against a limit.
 *
 * @param now milliseconds; a test may hold the clock
 * @returns says of the call that arrives whether it is let through
 */
export function countCalls(
	{ calls, windowMs, kind }: CallLimit,
	now: () => number = Date.now,
): () => boolean {
	let letThroughAt: number[] = [];
	return () => {
		const at = now();
		const [first = at] = letThroughAt;
		if (kind === 'sliding') letThroughAt = letThroughAt.filter((time) => at - time < windowMs);
		else if (at - first >= windowMs) letThroughAt = [];
		const isLetThrough = letThroughAt.length < calls;
		if (isLetThrough) letThroughAt.push(at);
		return isLetThrough;
	};
}
