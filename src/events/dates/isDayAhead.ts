import type { Dateline } from './dateline.ts';

/** Countries, by ISO 3166-1 code, all of whose clocks are eight hours or more before Greenwich's. */
const FAR_EAST = new Set('AU BN CN FJ FM GU HK JP KI KP KR MH MO MY NR NZ PG PH PW SB SG TL TO TV TW VU WS'.split(' '));

/** Returns true if it may have been the next day already where a report comes from that was published here on its day. */
export function isDayAhead(dateline: Dateline | undefined): boolean {
  if (!dateline?.place || dateline.date) return false;
  const { countries } = dateline.place;
  return countries.length > 0 && countries.every((country) => FAR_EAST.has(country));
}
