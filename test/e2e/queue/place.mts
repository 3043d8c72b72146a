/** Where the services of one run of n8n in queue mode keep what they need. */
export interface ServicePlace {
	/** A folder of this run alone. */
	readonly folder: string;
	/** Where programs that this machine lacks are unpacked, for all runs. */
	readonly unpackFolder: string;
	/** What the log files' names begin with, with the folder. */
	readonly logBase: string;
}
