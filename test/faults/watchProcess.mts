const MEGABYTE = 1024 * 1024;

const SAMPLE_MS = 20;

/** What a program must not do behind everybody's back. */
export interface ProcessWatch {
	/** Unhandled rejections and warnings of Node itself. */
	readonly complaints: readonly string[];
	/** Megabytes of memory that a task took at most on top of what was in use before. */
	growth(task: () => Promise<void>): Promise<number>;
}

/** Watches this process from now on; an unhandled rejection does not end it any more. */
export function watchProcess(): ProcessWatch {
	const complaints: string[] = [];
	process.on('unhandledRejection', (reason) => {
		complaints.push(`unhandled rejection: ${String(reason)}`);
	});
	process.on('warning', ({ name, message }) => complaints.push(`warning: ${name}: ${message}`));
	return {
		complaints,
		growth: async (task) => {
			const before = process.memoryUsage.rss();
			let most = before;
			const sample = () => {
				most = Math.max(most, process.memoryUsage.rss());
			};
			const timer = setInterval(sample, SAMPLE_MS);
			try {
				await task();
			} finally {
				clearInterval(timer);
				sample();
			}
			return (most - before) / MEGABYTE;
		},
	};
}
