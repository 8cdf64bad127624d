import { isOffset } from '../../settings/zones/zone.ts';

/** Names a time zone: `America/New York`; for a fixed offset it adds that clocks there never change. */
export function zoneInWords(zone: string): string {
  return isOffset(zone) ? `UTC${zone} all year (no daylight saving time)` : zone.replaceAll('_', ' ');
}
