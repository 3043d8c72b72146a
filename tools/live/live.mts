import { runLive } from './runLive.mts';

process.exitCode = await runLive(process.argv.slice(2));
