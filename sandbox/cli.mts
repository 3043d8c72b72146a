import { runSandbox } from './runSandbox.mts';

process.exitCode = await runSandbox(process.argv.slice(2));
