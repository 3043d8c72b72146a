import { HOST_VERSIONS, type HostVersion } from '../host/versions.mts';

export type Mode = 'regular' | 'queue';

export const MODES: readonly Mode[] = ['regular', 'queue'];

/** One n8n to run the cases in. */
export interface Setup {
	readonly host: HostVersion;
	readonly mode: Mode;
}

/** All setups of the matrix, newest n8n first. */
export const SETUPS: readonly Setup[] = HOST_VERSIONS.flatMap((host) =>
	MODES.map((mode) => ({ host, mode })),
);

/** As in "n8n 2.41.1, queue mode". */
export function setupName({ host, mode }: Setup): string {
	return `n8n ${host.version}, ${mode} mode`;
}

/** As in `2-queue`, for file names. */
export function setupKey({ host, mode }: Setup): string {
	return `${host.major}-${mode}`;
}
