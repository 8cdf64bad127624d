import { run } from './run.ts';

const { promise: stop, resolve } = Promise.withResolvers<string>();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    resolve(signal);
  });
}

process.exitCode = await run({
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  interactive: process.stdout.isTTY,
  stop,
  onReloadSignal: (listener) => process.on('SIGHUP', listener),
});
