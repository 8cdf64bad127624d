import { trimmed, type Span } from '../../language/span.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';

/** Characters searched for the word next to a mark. */
const WORD_MAX_CHARS = 64;
/** Marks that are widened in one step. */
const STEP_MARKS = 128;
const WORD = new Intl.Segmenter('en', { granularity: 'word' });
const PUNCTUATION = /[\p{P}\p{S}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Chooses spans to set in bold that cover the marks and that every Markdown parser reads as bold. Blanks at the edges
 * are left out; a mark that would begin or end with punctuation next to a letter is widened to the whole word; marks
 * that touch, overlap or have only blanks between them are merged. The result is in order and does not overlap.
 */
export function boldSpans(text: string, marks: readonly Span[]): readonly Span[] {
  return finish(boldSpanSteps(text, marks));
}

/** Does what `boldSpans` does, some marks per step. */
export function* boldSpanSteps(text: string, marks: readonly Span[]): Steps<readonly Span[]> {
  const spans: Span[] = [];
  for (const [index, [start, end]] of marks.entries()) {
    if (index % STEP_MARKS === STEP_MARKS - 1) yield;
    const span = trimmed(text, [Math.max(0, start), Math.min(end, text.length)]);
    if (span[0] < span[1]) spans.push(atWholeCharacters(text, atWords(text, atWholeCharacters(text, span))));
  }
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last && text.slice(last[1], start).trim() === '') last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function atWords(text: string, [start, end]: Span): Span {
  const before = text.slice(Math.max(0, start - WORD_MAX_CHARS), start);
  const after = text.slice(end, end + WORD_MAX_CHARS);
  const [outside, inside] = [lastCharacter(before), firstCharacter(text.slice(start, start + 2))];
  const [last, next] = [lastCharacter(text.slice(Math.max(start, end - 2), end)), firstCharacter(after)];
  return [
    PUNCTUATION.test(inside) && LETTER.test(outside) ? start - lastWord(before).length : start,
    PUNCTUATION.test(last) && LETTER.test(next) ? end + firstWord(after).length : end,
  ];
}

/** Widens a span that begins or ends within a surrogate pair, or at a combining mark or joiner. */
function atWholeCharacters(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && continues(text, from)) from -= 1;
  while (to < text.length && continues(text, to)) to += 1;
  return [from, to];
}

function continues(text: string, at: number): boolean {
  return (
    /^[\uDC00-\uDFFF]/u.test(text.slice(at, at + 1)) ||
    /^[\p{M}\u200D]/u.test(text.slice(at, at + 2)) ||
    text[at - 1] === '\u200D'
  );
}

function firstCharacter(text: string): string {
  return Array.from(text)[0] ?? '';
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

function firstWord(text: string): string {
  return WORD.segment(text).containing(0)?.segment ?? '';
}

function lastWord(text: string): string {
  return WORD.segment(text).containing(text.length - 1)?.segment ?? '';
}
