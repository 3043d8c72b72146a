/**
 * A failure the person at the terminal can do something about. Printed without a stack trace:
 * the message says what happened, `advice` what to do next.
 */
export class StartFailure extends Error {
	readonly advice: string;

	constructor(message: string, advice: string) {
		super(message);
		this.name = 'StartFailure';
		this.advice = advice;
	}
}
