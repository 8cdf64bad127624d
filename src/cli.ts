import { runTerminal } from './terminal/runTerminal.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  process.exitCode = await runTerminal({
    words: process.argv.slice(2),
    environment: process.env,
    input: process.stdin,
    terminal: {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      color: process.stdout.isTTY && !process.env['NO_COLOR'],
      width: process.stdout.isTTY ? process.stdout.columns : undefined,
      interactive: process.stderr.isTTY,
    },
  });
} catch (error) {
  const shown = error instanceof Error ? (process.env['LOG_LEVEL'] === 'debug' ? error.stack : error.message) : error;
  process.stderr.write(`${String(shown)}\n`);
  process.exitCode = 2;
}
