import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes a self-signed certificate for 127.0.0.1 that nobody trusts; it leaves no file behind.
 *
 * @returns key and certificate as PEM
 * @throws Error when the command `openssl` is missing or fails
 */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-mark-read-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
	const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	try {
		await run('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', cert]);
		return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`No certificate could be made: is openssl installed? ${reason}`, {
			cause: error,
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
