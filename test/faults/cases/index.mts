import { BODY_CASES } from './bodies.mts';
import { CONNECTION_CASES } from './connection.mts';
import { ECHO_CASES } from './echoes.mts';
import type { FaultCase } from './faultCase.mts';
import { LIMIT_CASES } from './limits.mts';
import { REDIRECT_CASES } from './redirects.mts';
import { STATUS_CASES } from './statuses.mts';

/** Every fault of the sandbox that the node is tried with. */
export const FAULT_CASES: readonly FaultCase[] = [
	...CONNECTION_CASES,
	...BODY_CASES,
	...STATUS_CASES,
	...LIMIT_CASES,
	...REDIRECT_CASES,
	...ECHO_CASES,
];
