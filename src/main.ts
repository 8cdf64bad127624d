import { run } from './run.ts';

const { promise: stop, resolve } = Promise.withResolvers<string>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    resolve(signal);
    process.once(signal, () => process.exit(1));
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
