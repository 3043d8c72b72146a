import { existsSync, readFileSync } from 'node:fs';

/** An account of this machine, as `spawn` takes it. */
export interface SystemUser {
	readonly uid: number;
	readonly gid: number;
}

/** PostgreSQL's own account where Debian has created one, else the account with no rights. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * The account for a program that refuses to run as root.
 * @returns undefined when this process does not run as root itself: its own account will do
 */
export function unprivilegedUser(): SystemUser | undefined {
	if (process.getuid?.() !== 0 || !existsSync('/etc/passwd')) return undefined;
	return findUser(readFileSync('/etc/passwd', 'utf8'), UNPRIVILEGED);
}

/**
 * Finds the first of the named accounts.
 * @param passwd the text of `/etc/passwd`
 */
export function findUser(passwd: string, names: readonly string[]): SystemUser | undefined {
	const accounts = passwd.split('\n').map((line) => line.split(':'));
	for (const wanted of names) {
		const account = accounts.find(([name]) => name === wanted);
		if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
	}
	return undefined;
}
