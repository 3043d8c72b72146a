import { StartFailure } from './failure.mts';
import { listenForInterruption, type Interruption } from './interruption.mts';
import { Undo } from './undo.mts';

const EXIT_INTERRUPTED = 130;

/** A program for the terminal. */
export interface Script<Options extends { readonly help: boolean }> {
	/** What `--help` prints. */
	readonly help: string;
	/**
	 * Reads the command line (without `node` and the script's own name).
	 * @throws StartFailure naming the option that cannot be used
	 */
	readOptions(commandLine: readonly string[]): Options;
	/**
	 * Does the work.
	 * @param undo receives what takes back each thing that was brought up; called at the end in any case
	 * @returns the exit code
	 */
	run(options: Options, undo: Undo, interruption: Interruption): Promise<number>;
}

/**
 * Runs a program to its exit code: prints its help, puts failures into words, and leaves nothing
 * running, also after Ctrl-C.
 */
export async function runScript<Options extends { readonly help: boolean }>(
	script: Script<Options>,
): Promise<number> {
	const interruption = listenForInterruption();
	const undo = new Undo();
	try {
		const options = script.readOptions(process.argv.slice(2));
		if (options.help) {
			print(script.help);
			return 0;
		}
		return await script.run(options, undo, interruption);
	} catch (error) {
		if (interruption.signal.aborted) return EXIT_INTERRUPTED;
		printFailure(error);
		return 1;
	} finally {
		await undo.all();
	}
}

/** Prints a text and ends its line. */
export function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function printFailure(error: unknown): void {
	if (error instanceof StartFailure) print(`\n${error.message}\n${error.advice}`);
	else print(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
