import { run } from './run.ts';
import { stopRequests } from './runtime/stopRequests.ts';

process.exitCode = await run({
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  interactive: process.stdout.isTTY,
  stop: stopRequests(process, { onImpatience: () => process.exit(1) }),
  onReloadSignal: (listener) => process.on('SIGHUP', listener),
});
