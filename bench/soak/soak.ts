import { soakClockChanges } from './clockChanges.ts';

/** What takes too long for each commit: `npm run soak [part …]`, all parts where none is named. */
const PARTS: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'clock-changes': soakClockChanges,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await run())) process.exitCode = 1;
}
