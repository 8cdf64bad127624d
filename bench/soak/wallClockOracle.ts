/**
 * What a schedule ought to do around a clock change, found by looking at the clock of a zone minute by minute. Shares
 * no code with the product, and does no arithmetic with offsets: it only reads `Intl`'s clock.
 */

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** A moment at which the clock of a zone is changed, in milliseconds since 1970. */
export interface ZoneChange {
  readonly zone: string;
  readonly at: number;
}

/** What a zone's clock showed in a window of time, minute by minute. */
export interface WatchedWindow {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  /** For each minute what the clock shows, in milliseconds as if that were UTC. */
  readonly shown: Float64Array;
  /** By time of day: the instants at which the clock first showed it, or a later time, with the day it belongs to. */
  readonly reached: ReadonlyMap<number, readonly Sighting[]>;
  /** By time of day: every instant at which the clock showed it. */
  readonly seen: ReadonlyMap<number, readonly Sighting[]>;
}

interface Sighting {
  readonly day: NaiveDay;
  readonly instant: number;
}

/** A schedule as the oracle has it: a test of the day, and the times of day in minutes. */
export interface NaiveSchedule {
  readonly runsOn: (day: NaiveDay) => boolean;
  readonly times: readonly number[];
  /** Whether it runs at each moment that shows one of its times, rather than once for each time. */
  readonly frequent: boolean;
}

/** `date` is midnight of that day as if in UTC; `weekday` counts from Sunday, 0. */
export interface NaiveDay {
  readonly date: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number;
  readonly daysInMonth: number;
}

/** Finds every clock change of a zone in `[from, to)`, to the minute, by looking at its clock each day. */
export function changesOf(zone: string, from: number, to: number): readonly ZoneChange[] {
  const clock = readClock(zone);
  const lead = (instant: number) => clock(instant) - instant;
  const changes: ZoneChange[] = [];
  for (let day = from; day < to; day += MS_PER_DAY) {
    let [low, high] = [day, day + MS_PER_DAY];
    if (lead(low) === lead(high)) continue;
    while (high - low > MS_PER_MINUTE) {
      const middle = low + Math.floor((high - low) / MS_PER_MINUTE / 2) * MS_PER_MINUTE;
      if (lead(middle) === lead(low)) low = middle;
      else high = middle;
    }
    changes.push({ zone, at: high });
  }
  return changes;
}

/** Looks at a zone's clock each minute, `days` to either side of a change. */
export function watch({ zone, at }: ZoneChange, days: number): WatchedWindow {
  const clock = readClock(zone);
  const [from, to] = [at - days * MS_PER_DAY, at + days * MS_PER_DAY];
  const shown = new Float64Array((to - from) / MS_PER_MINUTE);
  const reached = new Map<number, Sighting[]>();
  const seen = new Map<number, Sighting[]>();
  let latest = Infinity;
  for (let minute = 0; minute < shown.length; minute += 1) {
    const instant = from + minute * MS_PER_MINUTE;
    const shows = clock(instant);
    shown[minute] = shows;
    note(seen, shows, instant);
    for (let passed = latest + MS_PER_MINUTE; passed <= shows; passed += MS_PER_MINUTE) note(reached, passed, instant);
    latest = minute === 0 ? shows : Math.max(latest, shows);
  }
  return { zone, from, to, shown, reached, seen };
}

function note(sightings: Map<number, Sighting[]>, shows: number, instant: number): void {
  const date = Math.floor(shows / MS_PER_DAY) * MS_PER_DAY;
  const time = (shows - date) / MS_PER_MINUTE;
  const others = sightings.get(time);
  const sighting = { day: naiveDay(date), instant };
  if (others) others.push(sighting);
  else sightings.set(time, [sighting]);
}

/**
 * Lists the instants in a window at which a schedule ought to run: once for each of its times, when the clock first
 * shows that time or a later one; a frequent one whenever the clock shows one of its times.
 */
export function expectedRuns(window: WatchedWindow, { runsOn, times, frequent }: NaiveSchedule): readonly number[] {
  const sightings = times.flatMap((time) => (frequent ? window.seen : window.reached).get(time) ?? []);
  const instants = sightings.filter(({ day }) => runsOn(day)).map(({ instant }) => instant);
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** Describes a day, given as its midnight as if in UTC. */
export function naiveDay(date: number): NaiveDay {
  const day = new Date(date);
  return {
    date,
    month: day.getUTCMonth(),
    dayOfMonth: day.getUTCDate(),
    weekday: day.getUTCDay(),
    daysInMonth: new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

function readClock(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => {
    const [month, day, year, hour, minute] = format.format(instant).split(/\D+/u).map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute);
  };
}
