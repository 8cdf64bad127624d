import { entryAt } from '../../runtime/entryAt.ts';

/** A text whose page heads and numbers cut no paragraph any more, and where its lines that are such begin. */
export interface PagedText {
  readonly source: string;
  readonly furniture: ReadonlySet<number>;
}

interface Line {
  /** With its line break. */
  readonly raw: string;
  readonly text: string;
  readonly hasBreak: boolean;
}

const PAGE_NUMBER =
  /^(?:\[?\s?(?:page|seite|p\.|pág\.?|pagina|página)\s?\d{1,4}(?:\s?(?:of|\/|von|de|sur)\s?\d{1,4})?\s?\]?|[-–—]\s?\d{1,4}\s?[-–—]|\d{1,4}\s?\/\s?\d{1,4})$/iu;
const PAGE_AT_END = /(?:\s{3,}|^)\[?(?:page|seite)\s\d{1,4}(?:\s?(?:of|\/|von)\s?\d{1,4})?\]?$/iu;
const BARE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})$/u;
/** Lines next to a page's border that are looked at. */
const NEAR = 2;
const HEAD_MAX_CHARS = 120;
/** A running head with its page on one line: "2    HARBOUR v. BOARD", "Cite as: 570 U. S. ____ (2013)    3". */
const NUMBERED_HEAD = /^(?:(\d{1,4})\s{4,}(\S.{3,100})|(\S.{3,100}?)\s{4,}(\d{1,4}))$/u;
/** Pages that one head counts on at once, where it is on every other one or some have none. */
const STEP_MAX = 4;
/** Lines of a page, at least. */
const PAGE_MIN_LINES = 12;
const STEPS_SHARE = 0.6;
/** Lines at the start among which a title is. */
const TOP_LINES = 12;
const ENDED = /[.!?:;。！？…][)\]"'”’»]*$/u;

/**
 * Finds running heads and page numbers: what stands at form feeds, and what stands next to lines that number pages. Where they cut
 * a paragraph, they are moved behind it, whole lines as they are; everything else stays in place.
 */
export function setPagesApart(text: string): PagedText {
  const lines = pagedLines(text);
  const furniture = furnitureLines(lines);
  if (furniture.size === 0) return { source: text, furniture: new Set() };
  const out: string[] = [];
  const marked: number[] = [];
  let waiting: Line[] = [];
  let length = 0;
  const put = (raw: string): void => {
    out.push(raw);
    length += raw.length;
  };
  const release = (): void => {
    if (waiting.length === 0) return;
    put('\n');
    for (const line of waiting) {
      marked.push(length);
      put(withBreak(line.raw));
    }
    put('\n');
    waiting = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = entryAt(lines, at);
    if (!furniture.has(at)) {
      // A page's end may follow that cuts the paragraph once more.
      if (line.text === '' && lines[at - 1]?.text !== '' && !isCutNext(lines, furniture, at)) release();
      put(line.raw);
      continue;
    }
    const until = runEnd(lines, furniture, at);
    if (cutsParagraph(lines, at, until)) {
      waiting.push(...lines.slice(at, until).filter(({ text: words }) => words !== ''));
      // The blank lines above went with it.
      while (out.at(-1)?.trim() === '') length -= out.pop()?.length ?? 0;
    } else
      for (const [offset, each] of lines.slice(at, until).entries()) {
        if (furniture.has(at + offset)) marked.push(length);
        put(each.raw);
      }
    at = until - 1;
  }
  if (waiting.length > 0) {
    const last = out.pop() ?? '';
    length -= last.length;
    put(withBreak(last));
    release();
  }
  return { source: out.join(''), furniture: new Set(marked) };
}

function pagedLines(text: string): readonly Line[] {
  // A form feed ends its line, and stays with it.
  return (text.match(/[^\r\n\f]*(?:\r{1,2}\n|[\r\n]|\f(?:\r{1,2}\n|[\r\n])?)|[^\r\n\f]+$/gu) ?? []).map((raw) => ({
    raw,
    text: raw.trim(),
    hasBreak: raw.includes('\f'),
  }));
}

function withBreak(raw: string): string {
  return /[\r\n]$/u.test(raw) ? raw : `${raw}\n`;
}

function furnitureLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const written = lines.flatMap(({ text }, at) => (text === '' ? [] : [at]));
  const isAlone = (at: number): boolean => !lines[at - 1]?.text || !lines[at + 1]?.text || entryAt(lines, at).hasBreak;
  const numbers = written.filter((at) => isPageNumber(entryAt(lines, at).text) && isAlone(at));
  const bare = countedOn(
    written.filter((at) => BARE_NUMBER.test(entryAt(lines, at).text) && isAlone(at)),
    lines,
  );
  const anchors =
    numbers.length + bare.length >= 2 || lines.some(({ hasBreak }) => hasBreak) ? [...numbers, ...bare] : [];
  for (const at of [...anchors, ...numberedHeads(lines, written)]) found.add(at);
  const near: number[] = [];
  for (const [position, at] of written.entries()) {
    const beside = written.slice(Math.max(0, position - NEAR), position + NEAR + 1);
    if (
      !found.has(at) &&
      entryAt(lines, at).text.length <= HEAD_MAX_CHARS &&
      (beside.some((each) => found.has(each) && each !== at) || isAtBreak(lines, at))
    )
      near.push(at);
  }
  const counts = Map.groupBy(near, (at) => masked(entryAt(lines, at).text));
  const breaks = lines.filter(({ hasBreak }) => hasBreak).length;
  // A title that is there again next to a page's border heads the page.
  const top = new Set(written.slice(0, TOP_LINES).map((at) => entryAt(lines, at).text));
  const topEnd = written[TOP_LINES - 1] ?? Infinity;
  for (const at of near) {
    const repeats = (counts.get(masked(entryAt(lines, at).text)) ?? []).length;
    const isColumned = isAtBreak(lines, at) && breaks <= 2 && /\S\s{3,}\S/u.test(entryAt(lines, at).text);
    const isTitle = top.has(entryAt(lines, at).text) && at > topEnd;
    if (((repeats >= 2 || isTitle) && isHeadLike(entryAt(lines, at).text) && isAlone(at)) || isColumned) found.add(at);
  }
  return found;
}

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text) || (text.length <= HEAD_MAX_CHARS && PAGE_AT_END.test(text));
}

/** Lines with the same words and a number that counts on from page to page, too far apart for rows of a table. */
function numberedHeads(lines: readonly Line[], written: readonly number[]): readonly number[] {
  const heads = written.flatMap((at) => {
    const { text } = entryAt(lines, at);
    const [, left, behind, before, right] = text.length <= HEAD_MAX_CHARS ? (NUMBERED_HEAD.exec(text) ?? []) : [];
    const words = behind ?? before;
    return words === undefined || !/\p{L}{3}/u.test(words) ? [] : [{ at, words, page: Number(left ?? right) }];
  });
  return [...Map.groupBy(heads, ({ words }) => words).values()].flatMap((same) => {
    const steps = same.slice(1).filter(({ at, page }, index) => {
      const last = entryAt(same, index);
      return page > last.page && page <= last.page + STEP_MAX && at - last.at >= PAGE_MIN_LINES * (page - last.page);
    });
    return steps.length > 0 && steps.length >= (same.length - 1) * STEPS_SHARE ? same.map(({ at }) => at) : [];
  });
}

/** Of bare numbers, those that count on from page to page: three in a row. */
function countedOn(candidates: readonly number[], lines: readonly Line[]): readonly number[] {
  const value = (at: number): number => Number(entryAt(lines, at).text);
  return candidates.filter((at, index) => {
    const around = [index - 2, index - 1, index, index + 1, index + 2].map((each) => candidates[each]);
    const steps = around.map((each) => each !== undefined && value(each) - value(at));
    return (
      (steps[1] === -1 && steps[3] === 1) || (steps[0] === -2 && steps[1] === -1) || (steps[3] === 1 && steps[4] === 2)
    );
  });
}

/** Next to a form feed, with nothing but blank lines between. */
function isAtBreak(lines: readonly Line[], at: number): boolean {
  let down = at;
  while (down < lines.length && !entryAt(lines, down).hasBreak && (down === at || entryAt(lines, down).text === ''))
    down += 1;
  if (lines[down]?.hasBreak && (down === at || entryAt(lines, down).text === '')) return true;
  let up = at - 1;
  while (up >= 0 && !entryAt(lines, up).hasBreak && entryAt(lines, up).text === '') up -= 1;
  return lines[up]?.hasBreak === true;
}

/** The end of a run of furniture and the blank lines within and behind it. */
function runEnd(lines: readonly Line[], furniture: ReadonlySet<number>, from: number): number {
  let end = from + 1;
  while (end < lines.length && (furniture.has(end) || entryAt(lines, end).text === '')) end += 1;
  return end;
}

/** Whether what is above and below is one paragraph: it does not end above, and goes on below in small letters or full lines. */
function cutsParagraph(lines: readonly Line[], from: number, to: number): boolean {
  let last = from - 1;
  while (lines[last]?.text === '') last -= 1;
  const above = lines[last]?.text;
  const below = lines[to]?.text;
  if (above === undefined || below === undefined || above.length < 30 || ENDED.test(above)) return false;
  return /^[("'“‘]?(?:\p{Ll}|\d)/u.test(below) || (/[,–—-]$/u.test(above) && /^\p{L}/u.test(below));
}

/** A line of a text that is repeated is no running head: it goes on from a sentence, or ends one. */
function isHeadLike(text: string): boolean {
  return /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text) && !ENDED.test(text);
}

function isCutNext(lines: readonly Line[], furniture: ReadonlySet<number>, from: number): boolean {
  let next = from;
  while (lines[next]?.text === '') next += 1;
  return furniture.has(next) && cutsParagraph(lines, next, runEnd(lines, furniture, next));
}

function masked(text: string): string {
  return text.replaceAll(/\d+|\b[ivxlc]+\b/gu, '#').replaceAll(/\s+/gu, ' ');
}
