import { runTerminal } from './terminal/runTerminal.ts';

process.exitCode = await runTerminal({
  words: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  terminal: {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  },
});
