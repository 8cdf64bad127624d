import type { Finding } from './finding.ts';

const ZONE_DATA_YEARS = 2;

/** Checks the edition of the time-zone data, such as `2026b`. */
export function checkZoneData(edition: string, now: Date): Finding {
  const year = Number(/^\d{4}/u.exec(edition)?.[0]);
  if (now.getUTCFullYear() - year < ZONE_DATA_YEARS) return { name: 'zone data', state: 'ok', detail: edition };
  const detail = `${edition === '' ? 'of unknown age' : `${edition} is old`}; clock changes decided since are missed, so run the Node that \`npm ci\` installs`;
  return { name: 'zone data', state: 'warn', detail };
}
