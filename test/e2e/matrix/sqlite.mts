import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of n8n's own database, and of what is not written into it yet, as text. */
export async function readSqlite(userFolder: string): Promise<string> {
	const files = ['database.sqlite', 'database.sqlite-wal'].map((file) =>
		join(userFolder, '.n8n', file),
	);
	const texts = files.filter(existsSync).map(async (file) => await readFile(file, 'latin1'));
	return (await Promise.all(texts)).join('\n');
}
