import { run } from './run.ts';
import { stopRequests } from './runtime/stopRequests.ts';

/** How long requests that nobody waits for any more may keep the process alive. */
const LINGER_MS = 500;

process.exitCode = await run({
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  interactive: process.stdout.isTTY,
  stop: stopRequests(process, { onImpatience: () => process.exit(1) }),
  onReloadSignal: (listener) => process.on('SIGHUP', listener),
});
setTimeout(() => process.exit(), LINGER_MS).unref();
