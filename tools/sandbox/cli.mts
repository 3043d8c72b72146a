import { join } from 'node:path';
import { runSandbox } from './runSandbox.mts';

const pageFolder = join(import.meta.dirname, 'phone', 'page');

process.exitCode = await runSandbox(process.argv.slice(2), pageFolder);
