import { isDirection } from '../shape.ts';

const TIMING = /^(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}/u;
const SPEAKER = /^(?:[-–>]+\s?|\p{Lu}[\p{L}\p{N}.'’ ]{0,40}:\s)/u;
const ENDED = /[.!?…。！？]["'”’)\]]*$/u;
/** Cues of one speaker go on in one paragraph up to about this length. */
const PARAGRAPH_CHARS = 400;
/** Where no sentence ends, as in what a program heard. */
const PARAGRAPH_MAX_CHARS = 2000;
const SENTENCE_BORDER = /(?<=\p{Ll}{3}[.!?…]["”’]?)\s(?=\p{Lu})/u;

/** A cue without times: at most this many lines, no wider than a screen. */
const CUE_MAX_LINES = 3;
const CUE_MAX_CHARS = 64;
/** Fewer cues may be verse or a list. */
const CUES_MIN = 12;
const SHORT_SHARE = 0.9;
/** Shares of cues that end within a sentence, and of the next ones that go on in small letters. */
const OPEN_SHARE = 0.4;
const SMALL_SHARE = 0.4;
/** A line of a transcript that is a time, with the speaker before it or without: "0:12", "[00:01:07]", "Jane Roe 00:12". */
const TIME_LINE =
  /^(?:(?<speaker>\p{Lu}[\p{L}\p{N}.'’-]{0,30}(?: [\p{L}\p{N}.'’-]{1,30}){0,3})[ \t,:]{1,6})?[([]?(?<time>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[)\]]?$/u;
const TIME_LINES_MIN = 4;
const TIME_LINES_SHARE = 0.2;
/** Recordings begin within their first minute; hours of a day do not. */
const FIRST_MAX_SECONDS = 60;
const TIMES_NOTE = 'it is a transcript with times; those that are lines of their own were left out';
const CUES_NOTE = 'its lines break its sentences, as those of subtitles do; they were put together to paragraphs';

type Blocks = readonly (readonly string[])[];

/** The words of a file of subtitles, and what was done to have them. */
export interface WithoutCues {
  readonly text: string;
  readonly note: string;
  /** Whether words stand above the first cue, which may name it; where none do, what is said first is no title. */
  readonly isNamed: boolean;
  /** Whether all else is only what is said, as in a file of subtitles, without headings. */
  readonly isSpeech: boolean;
}

/**
 * Takes numbers, times and styles out of a file of subtitles (WebVTT, SubRip) or a transcript with lines of times, and puts the words of
 * its cues together to paragraphs: a new one where somebody else speaks. So are cues without times, each between empty
 * lines. Undefined if the text is something else.
 */
export function withoutCues(text: string): WithoutCues | undefined {
  const lines = text.split(/\r\n|[\r\n]/u).map((line) => line.trim());
  const timings = lines.filter((line) => TIMING.test(line)).length;
  const blocks = blocksOf(lines);
  if (timings === 0 || (timings < 2 && !text.startsWith('WEBVTT'))) {
    const timed = timedLines(lines);
    if (timed !== undefined) {
      const isNamed = TIME_LINE.exec(lines.find((line) => line !== '') ?? '') === null;
      return withNote(timed, { note: TIMES_NOTE, isNamed, isSpeech: false });
    }
    return areCues(blocks) ? withNote(blocks, { note: CUES_NOTE, isNamed: true, isSpeech: false }) : undefined;
  }
  const said = blocks.map((block) => {
    const at = block.findIndex((line) => TIMING.test(line));
    // Notes, styles and regions have no time; what comes before the first cue is its title.
    return (at === -1 ? otherText(block) : block.slice(at + 1)).map(plainCue).filter((line) => line !== '');
  });
  const first = blocks.findIndex((block) => block.some((line) => TIMING.test(line)));
  return withNote(said, {
    note: 'it is a file of subtitles; their numbers and times were left out',
    isNamed: said.slice(0, first).some((block) => block.length > 0),
    isSpeech: true,
  });
}

/** What is said between the lines of times of a transcript, which begins near 0:00; undefined for a list of hours. */
function timedLines(lines: readonly string[]): Blocks | undefined {
  const written = lines.filter((line) => line !== '');
  const found = written.map((line) => TIME_LINE.exec(line));
  const seconds = found.flatMap((match) => (match === null ? [] : [secondsOf(match)]));
  const isTranscript =
    seconds.length >= TIME_LINES_MIN &&
    seconds.length >= written.length * TIME_LINES_SHARE &&
    (seconds[0] ?? Infinity) < FIRST_MAX_SECONDS &&
    seconds.every((second, index) => second >= (seconds[index - 1] ?? 0)) &&
    found.every((match, index) => match === null || found[index - 1] === null || index === 0);
  if (!isTranscript) return undefined;
  return written.flatMap((line, index) => {
    if (found[index] !== null) return [];
    const speaker = found[index - 1]?.groups?.['speaker'];
    return [[speaker === undefined ? line : `${speaker}: ${line}`]];
  });
}

function secondsOf({ groups }: RegExpExecArray): number {
  const [second, minute, hour = 0] = (groups?.['time'] ?? '').split(':').map(Number).toReversed();
  return (second ?? 0) + 60 * (minute ?? 0) + 3600 * hour;
}

/** Whether a text is made of short blocks that break its sentences, as cues do and verse does not. */
function areCues(blocks: Blocks): boolean {
  if (blocks.length < CUES_MIN) return false;
  const isShort = (block: readonly string[]): boolean =>
    block.length <= CUE_MAX_LINES && block.every(({ length }) => length <= CUE_MAX_CHARS);
  if (blocks.filter(isShort).length < blocks.length * SHORT_SHARE) return false;
  let [open, small] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]?.[0];
    if (next === undefined || !/[\p{L}\p{N}]$/u.test(block.at(-1) ?? '')) continue;
    open += 1;
    if (/^\p{Ll}/u.test(next)) small += 1;
  }
  return open >= blocks.length * OPEN_SHARE && small >= open * SMALL_SHARE;
}

function withNote(blocks: Blocks, about: Omit<WithoutCues, 'text'>): WithoutCues | undefined {
  const paragraphs: string[] = [];
  for (const said of blocks) {
    for (const [index, line] of said.entries()) {
      const last = paragraphs.at(-1);
      if (last === undefined || !isSaidOn(last, line, index > 0)) paragraphs.push(line);
      else {
        const [ending, rest] = last.length < PARAGRAPH_CHARS ? [line, ''] : atSentence(line);
        paragraphs[paragraphs.length - 1] = `${last} ${ending}`;
        if (rest !== '') paragraphs.push(rest);
      }
    }
  }
  return paragraphs.length === 0 ? undefined : { text: `${paragraphs.join('\n\n')}\n`, ...about };
}

/** A line in two, where a sentence ends in it. */
function atSentence(line: string): readonly [ending: string, rest: string] {
  const end = line.search(SENTENCE_BORDER);
  return end === -1 ? [line, ''] : [line.slice(0, end), line.slice(end).trim()];
}

function isSaidOn(last: string, line: string, isInCue: boolean): boolean {
  if (SPEAKER.test(line) || isDirection(line) || isDirection(last)) return false;
  return isInCue || last.length < (ENDED.test(last) ? PARAGRAPH_CHARS : PARAGRAPH_MAX_CHARS);
}

function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function otherText(block: readonly string[]): readonly string[] {
  return /^(?:\uFEFF?WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP|Kind:|Language:)\b/u.test(block[0] ?? '') ? [] : block;
}

function plainCue(line: string): string {
  return line
    .replaceAll(/<v(?:\.[\w.]+)?\s([^<>]{1,60})>/gu, '$1: ')
    .replaceAll(/<\/?[a-z][^<>]{0,60}>|<\d{2}:[\d:.]+>|\{\\[^{}]{1,40}\}/gu, '')
    .trim();
}
