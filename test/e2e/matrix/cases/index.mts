import type { MatrixCase } from './case.mts';
import { CREDENTIAL_CASES } from './credential-tests.mts';
import { ERROR_OUTPUT_CASES } from './error-output.mts';
import { LATEST_ONLY_CASES } from './latest-only.mts';
import { OPERATION_CASES } from './operations.mts';
import { SAVED_WORKFLOW_CASES } from './saved-workflows.mts';
import { TYPING_CASES } from './typing.mts';

/** Everything that is tried in each n8n, in the order of the table. */
export const MATRIX_CASES: readonly MatrixCase[] = [
	...OPERATION_CASES,
	...TYPING_CASES,
	...LATEST_ONLY_CASES,
	...ERROR_OUTPUT_CASES,
	...SAVED_WORKFLOW_CASES,
	...CREDENTIAL_CASES,
];
