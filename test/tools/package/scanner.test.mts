import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	scanSource,
	scanSpoiledTarball,
	scanTarball,
} from '../../../tools/package/checks/scanner.mts';
import type { Scan, Scanner } from '../../../tools/package/scanner/scanner.mts';

let parent: string;
let unpacked: string;

beforeEach(() => {
	parent = mkdtempSync(join(tmpdir(), 'scanner-'));
	unpacked = join(parent, 'package');
	mkdirSync(join(unpacked, 'dist/nodes/WhatsAppMarkRead'), { recursive: true });
	writeFileSync(join(unpacked, 'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js'), '');
});
afterEach(() => rmSync(parent, { recursive: true }));

/** A scanner that says the same of every folder. */
function scannerThatSays(scan: Scan): Scanner {
	return {
		SOURCE_FILE_PATTERNS: ['nodes/**/*.ts'],
		analyzePackage: async () => await Promise.resolve(scan),
	};
}

describe("The verdict of n8n's scanner", () => {
	it('on the source is taken over', async () => {
		const { faults } = await scanSource(scannerThatSays({ passed: true }), { root: parent });

		expect(faults).toEqual([]);
	});

	it('on the tarball names every violation', async () => {
		const callError = { passed: false, message: 'ESLint violations found', details: 'line 1: no' };

		const { faults } = await scanTarball(scannerThatSays(callError), { unpacked });

		expect(faults).toEqual(['ESLint violations found\nline 1: no']);
	});

	it('does not count when it has found no file', async () => {
		const nothing = { passed: true, message: 'No files found to analyze' };

		const { faults } = await scanTarball(scannerThatSays(nothing), { unpacked });

		expect(faults).toEqual(['No files found to analyze']);
	});
});

describe('The spoiled copy', () => {
	it('must be refused because of its timer', async () => {
		const scanner = scannerThatSays({ passed: false, details: 'Use of setTimeout is forbidden' });

		expect((await scanSpoiledTarball(scanner, { unpacked })).faults).toEqual([]);
	});

	it('shows a scanner that checks nothing', async () => {
		const { faults } = await scanSpoiledTarball(scannerThatSays({ passed: true }), { unpacked });

		expect(faults).toEqual(['the scanner does not find a setTimeout: it checks nothing']);
	});

	it('is removed again', async () => {
		await scanSpoiledTarball(scannerThatSays({ passed: true }), { unpacked });

		expect(readdirSync(parent)).toEqual(['package']);
	});
});
