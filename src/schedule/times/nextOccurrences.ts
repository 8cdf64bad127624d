import { Temporal } from 'temporal-polyfill';
import type { Rule } from '../when/rule.ts';
import { formatWall, parseWall, type WallMinutes } from './wallClock.ts';
import { isFrequent, wallTimes } from './wallTimes.ts';

/** One due time of a schedule. The first two fields together are unique within it, through every clock change. */
export interface Occurrence {
  /** `2026-12-01T09:00`, the local time in the schedule's zone. */
  readonly localDateTime: string;
  /** `+01:00`. */
  readonly offset: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly note?: ClockChange;
}

/**
 * What a clock change did to a run: `gap`, the time `wanted` does not exist on that day, and the run is at the first
 * moment after it; `overlap`, the time occurs twice, and the run is at the earlier moment.
 */
interface ClockChange {
  readonly kind: 'gap' | 'overlap';
  readonly wanted: string;
}

const MS_PER_MINUTE = 60_000;
/** How far a clock change can move a run: a whole day, if the date line was moved. */
const REACH_MINUTES = 25 * 60;
/** How long an overlap can be. */
const OVERLAP_MINUTES = 3 * 60;

/**
 * Finds the next `count` runs of a rule after an instant (milliseconds since 1970), in order; fewer if the rule ends.
 * Runs that a gap moves to the same moment are merged. In an overlap a schedule runs once, at the earlier moment, and
 * after a gap at the first existing moment; a rule of every hour or more often follows real time.
 */
export function nextOccurrences(
  rule: Rule,
  zone: string,
  { after, count }: { readonly after: number; readonly count: number },
): readonly Occurrence[] {
  if (count < 1) return [];
  const frequent = isFrequent(rule);
  const found = new Map<number, Occurrence>();
  let enough: WallMinutes | undefined;
  for (const wall of wallTimes(rule, firstWall(after, zone))) {
    if (enough !== undefined && wall > enough + OVERLAP_MINUTES) break;
    for (const occurrence of frequent ? everyMoment(wall, zone) : oneMoment(wall, zone)) {
      if (occurrence.instant > after && !found.has(occurrence.instant)) found.set(occurrence.instant, occurrence);
    }
    if (found.size < count) continue;
    // Only in an overlap can a later local time have an earlier moment.
    if (!frequent) break;
    enough ??= wall;
  }
  return [...found.values()].sort((a, b) => a.instant - b.instant).slice(0, count);
}

/** Where to start: at the local time, or as far before it as a change on the last day may have moved it. */
function firstWall(after: number, zone: string): WallMinutes {
  const now = localAt(after, zone);
  const before = localAt(after - REACH_MINUTES * MS_PER_MINUTE, zone);
  return wallOf(now) - (now.offset === before.offset ? 0 : REACH_MINUTES);
}

/** Returns a zone's local time, in whole minutes. */
export function wallAt(instant: number, zone: string): WallMinutes {
  return wallOf(localAt(instant, zone));
}

function localAt(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function wallOf(local: Temporal.ZonedDateTime): WallMinutes {
  return parseWall(local.toPlainDateTime().toString({ smallestUnit: 'minute' }));
}

/** Describes an instant as an occurrence, to the second, for a run outside the rule. */
export function occurrenceAt(instant: number, zone: string): Occurrence {
  const local = localAt(instant, zone);
  return {
    localDateTime: local.toPlainDateTime().toString({ smallestUnit: 'second' }),
    offset: local.offset,
    instant,
  };
}

function oneMoment(wall: WallMinutes, zone: string): readonly Occurrence[] {
  const wanted = formatWall(wall);
  const [earlier, later] = bothMoments(wanted, zone);
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [occurrence(earlier)];
  if (parseWall(earlier.toPlainDateTime().toString()) === wall) {
    return [{ ...occurrence(earlier), note: { kind: 'overlap', wanted } }];
  }
  const change = earlier.getTimeZoneTransition('next') ?? later;
  return [{ ...occurrence(change), note: { kind: 'gap', wanted } }];
}

function everyMoment(wall: WallMinutes, zone: string): readonly Occurrence[] {
  const [earlier, later] = bothMoments(formatWall(wall), zone);
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [occurrence(earlier)];
  const exists = parseWall(earlier.toPlainDateTime().toString()) === wall;
  return exists ? [occurrence(earlier), occurrence(later)] : [];
}

function bothMoments(local: string, zone: string): readonly [Temporal.ZonedDateTime, Temporal.ZonedDateTime] {
  const plain = Temporal.PlainDateTime.from(local);
  return [
    plain.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    plain.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
}

function occurrence(moment: Temporal.ZonedDateTime): Occurrence {
  return {
    localDateTime: moment.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    offset: moment.offset,
    instant: Math.floor(moment.epochMilliseconds / MS_PER_MINUTE) * MS_PER_MINUTE,
  };
}
