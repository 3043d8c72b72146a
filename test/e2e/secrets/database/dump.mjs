// Prints every row of a SQLite database as JSON. Run by the Node.js that runs n8n, which brings `node:sqlite`.
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(process.argv[2], { readOnly: true });
const names = database
	.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
	.all()
	.map(({ name }) => name);
const tables = names.map((name) => ({
	name,
	rows: database.prepare(`SELECT * FROM "${name}"`).all().map(withReadableBytes),
}));
database.close();
process.stdout.write(JSON.stringify(tables));

function withReadableBytes(row) {
	return Object.fromEntries(
		Object.entries(row).map(([column, value]) => [
			column,
			value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
		]),
	);
}
