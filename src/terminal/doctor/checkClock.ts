import type { Finding } from './finding.ts';

/** Discord's Date header has whole seconds, and the response takes time. */
const CLOCK_WARN_MS = 5000;
const CLOCK_FAIL_MS = 60_000;

/** Checks the computer's clock against the Date header of a response; `now` is in milliseconds since 1970. */
export function checkClock(header: string | null, now: number): Finding {
  const theirs = Date.parse(header ?? '');
  if (Number.isNaN(theirs))
    return { name: 'clock', state: 'warn', detail: 'Discord’s answer has no date to compare with' };
  const off = Math.abs(now - theirs);
  if (off <= CLOCK_WARN_MS) return { name: 'clock', state: 'ok', detail: 'agrees with Discord’s' };
  const detail = `${Math.round(off / 1000)} seconds ${now > theirs ? 'ahead of' : 'behind'} Discord’s, so digests come at the wrong time; let the system set it (NTP)`;
  return { name: 'clock', state: off > CLOCK_FAIL_MS ? 'fail' : 'warn', detail };
}
