import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { CheckResult, PackedPackage } from '../check.mts';
import { TARBALL_FILE_PATTERNS, type Scan, type Scanner } from '../scanner/scanner.mts';

/** Lets n8n's scanner judge the source. */
export async function scanSource(
	scanner: Scanner,
	{ root }: Pick<PackedPackage, 'root'>,
): Promise<CheckResult> {
	const scan = await scanner.analyzePackage(root, scanner.SOURCE_FILE_PATTERNS);
	return verdict("n8n's scanner, source", scan);
}

/** Lets n8n's scanner judge what would be published. */
export async function scanTarball(
	scanner: Scanner,
	{ unpacked }: Pick<PackedPackage, 'unpacked'>,
): Promise<CheckResult> {
	const scan = await scanner.analyzePackage(unpacked, TARBALL_FILE_PATTERNS);
	return verdict("n8n's scanner, tarball", scan);
}

const FORBIDDEN = 'setTimeout(() => undefined, 1000);';
const SPOILED_FILE = join('dist', 'nodes', 'WhatsAppMarkRead', 'WhatsAppMarkRead.node.js');

/**
 * Makes sure that the scanner would find something: in a copy of the tarball with a timer in it,
 * and an ESLint comment that asks to look away.
 */
export async function scanSpoiledTarball(
	scanner: Scanner,
	{ unpacked }: Pick<PackedPackage, 'unpacked'>,
): Promise<CheckResult> {
	const spoiled = `${unpacked}-spoiled`;
	await cp(unpacked, spoiled, { recursive: true });
	try {
		await appendFile(join(spoiled, SPOILED_FILE), `\n/* eslint-disable */\n${FORBIDDEN}\n`);
		const scan = await scanner.analyzePackage(spoiled, TARBALL_FILE_PATTERNS);
		const isFound = !scan.passed && (scan.details ?? '').includes('setTimeout');
		return {
			subject: "n8n's scanner, a spoiled copy",
			seen: isFound ? 'refused, as it must be' : 'not refused',
			faults: isFound ? [] : ['the scanner does not find a setTimeout: it checks nothing'],
		};
	} finally {
		await rm(spoiled, { recursive: true, force: true });
	}
}

function verdict(subject: string, { passed, message, details }: Scan): CheckResult {
	// A scan of no files passes as well, and says so.
	if (passed && message === undefined) return { subject, seen: 'passed', faults: [] };
	const reason = [message, details].filter(Boolean).join('\n');
	return { subject, seen: 'refused', faults: [reason || 'refused without a reason'] };
}
