/** The part of a package-lock.json that says what is (to be) installed. */
export interface PackageLock {
	readonly packages?: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
	readonly version?: string;
	readonly optional?: boolean;
}

/**
 * Compares npm's record of what is installed (`node_modules/.package-lock.json`) with the lock.
 * Optional packages may be absent: they are those of other platforms.
 * @returns the paths that are absent or have another version; empty = the installation fits.
 */
export function packagesNotAsLocked(lock: PackageLock, installed: PackageLock): string[] {
	const present = installed.packages ?? {};
	return Object.entries(lock.packages ?? {})
		.filter(([path, locked]) => {
			if (path === '') return false;
			const found = present[path];
			if (found === undefined) return locked.optional !== true;
			return found.version !== locked.version;
		})
		.map(([path]) => path);
}
