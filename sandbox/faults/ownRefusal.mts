import { graphError } from '../providers/cloudApi/errors.mts';
import type { Answer } from '../providers/provider.mts';
import type { ProviderId } from '../providers/providerId.mts';
import { ryzeError } from '../providers/ryze/answers.mts';
import { wawpError } from '../providers/wawp/answers.mts';

const TOO_MANY_REQUESTS = 429;

/**
 * A failure in a provider's own shape, with the code its sheet gives for the status where it has
 * codes; `text` are the words.
 */
export const OWN_REFUSALS: Readonly<Record<ProviderId, (status: number, text: string) => Answer>> =
	{
		cloudApi: (status, message) =>
			graphError({ status, message, code: status === TOO_MANY_REQUESTS ? 130429 : 131000 }),
		kirim: (status, message) => ({ status, body: { error: { ...kirimCode(status), message } } }),
		ryze: ryzeError,
		wawp: (status, message) => wawpError(status, message, 'Failure'),
	};

function kirimCode(status: number): { type: string; code: string } {
	return status === TOO_MANY_REQUESTS
		? { type: 'rate_limit_error', code: 'rate_limit_exceeded' }
		: { type: 'api_error', code: 'internal_error' };
}
