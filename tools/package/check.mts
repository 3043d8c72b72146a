/** What one check of the package found. */
export interface CheckResult {
	/** What was checked, as in "Licences". */
	readonly subject: string;
	/** What was seen, in a few words, as in "1,157 packages". */
	readonly seen: string;
	/** What is wrong, a line each; empty when all is as it should be. */
	readonly faults: readonly string[];
}

/** The package as it would be published. */
export interface PackedPackage {
	/** The project's folder. */
	readonly root: string;
	/** The tarball that npm made. */
	readonly tarball: string;
	/** Where the tarball is unpacked. */
	readonly unpacked: string;
}
