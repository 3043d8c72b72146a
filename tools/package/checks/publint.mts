import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

import type { CheckResult, PackedPackage } from '../check.mts';

/** Lets publint judge what would be published; warnings and suggestions count as well. */
export async function checkWithPublint({
	unpacked,
}: Pick<PackedPackage, 'unpacked'>): Promise<CheckResult> {
	// Not packed once more: everything in the unpacked tarball is published.
	const { messages, pkg } = await publint({ pkgDir: unpacked, pack: false, strict: true });
	return {
		subject: 'publint, strict',
		seen: `${messages.length || 'no'} ${messages.length === 1 ? 'remark' : 'remarks'}`,
		faults: messages.map(
			(message) => formatMessage(message, pkg, { color: false }) ?? message.code,
		),
	};
}
