/** Where in a recording something is said: "0:12", "(00:01:07)", "[00:01:07.250]". */
const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const SPEAKER = String.raw`(?<speaker>(?:\*\*|__)?\p{Lu}[\p{L}\p{N}.'’-]{0,30}(?: [\p{L}\p{N}.'’-]{1,30}){0,3}:?(?:\*\*|__)?)`;
/** A line with a time at its start, or behind who speaks: "Jane Roe (00:01:07): Good morning"; behind a name without brackets it is of a day. */
const LABEL = new RegExp(
  String.raw`^(?:(?:\*\*|__)(?=[([]?\d))?(?:${SPEAKER}[ \t,:–-]{1,6}[([](?<behind>${CLOCK})[)\]]|[([]?(?<first>${CLOCK})[)\]]?)[ \t]?:?(?:\*\*|__)?(?:[ \t–-]{1,6}(?<rest>\S.*))?$`,
  'u',
);
const LABELS_MIN = 4;
/** Words that are said at each time, on the average; the chapters of a recording have fewer. */
const WORDS_MIN = 8;
/** Recordings begin within their first minute; hours of a day do not. */
const FIRST_MAX_SECONDS = 60;

export const TIMES_NOTE = 'it is a transcript; the times at which something is said were left out';

/**
 * Takes the times out of a transcript that has them at the start of its lines or behind who speaks, "Jane Roe (00:01:07):".
 * Who speaks stays, right above or before the words. Undefined if the text is no such transcript: its times do not begin near 0:00 or
 * do not count on.
 */
export function withoutTimes(text: string): string | undefined {
  const lines = text.split(/\r\n|[\r\n]/u);
  const found = lines.map((line) => LABEL.exec(line.trim())?.groups);
  const seconds = found.flatMap((groups) => (groups === undefined ? [] : [secondsOf(timeOf(groups))]));
  const first = found.findIndex((groups) => groups !== undefined);
  const words =
    lines
      .slice(Math.max(0, first))
      .join(' ')
      .match(/\S*\p{L}\S*/gu)?.length ?? 0;
  const isTranscript =
    seconds.length >= LABELS_MIN &&
    words >= seconds.length * WORDS_MIN &&
    (seconds[0] ?? Infinity) < FIRST_MAX_SECONDS &&
    seconds.every((second, index) => second >= (seconds[index - 1] ?? 0));
  if (!isTranscript) return undefined;
  const left: string[] = [];
  let speaker: string | undefined;
  for (const [index, line] of lines.entries()) {
    const groups = found[index];
    if (groups === undefined) {
      // The words of who speaks may be below an empty line.
      if (speaker !== undefined && line.trim() === '') continue;
      left.push(speaker === undefined ? line : `${speaker} ${line.trim()}`);
      speaker = undefined;
      continue;
    }
    if (speaker !== undefined) left.push(speaker);
    const said = groups['speaker'] === undefined ? undefined : withColon(groups['speaker']);
    speaker = groups['rest'] === undefined ? said : undefined;
    if (groups['rest'] !== undefined) left.push([said, groups['rest']].filter(Boolean).join(' '));
  }
  if (speaker !== undefined) left.push(speaker);
  return left.join('\n');
}

function timeOf(groups: Readonly<Record<string, string | undefined>>): string {
  return (groups['behind'] ?? groups['first'] ?? '').replace(/[.,].*$/u, '');
}

function withColon(speaker: string): string {
  return speaker.replace(/:?(\*\*|__)?$/u, ':$1');
}

function secondsOf(time: string): number {
  const [second = 0, minute = 0, hour = 0] = time.split(':').map(Number).toReversed();
  return second + 60 * minute + 3600 * hour;
}
