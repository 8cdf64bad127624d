import { sliced, uncut } from '../../language/cutText.ts';
import { foldedString } from '../../language/folding/foldedString.ts';
import { quotations } from '../../language/quotations/quotations.ts';
import { overlaps, type Span } from '../../language/span.ts';
import { wordsOf, type Word } from '../../language/words/words.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Difference } from './differences.ts';
import { literalPlaces, type LiteralPlace } from './literalPlaces.ts';
import { flagOf } from './omissions.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import type { Compared } from './wordDifferences.ts';

/** A part of a quotation that the source has word for word, although it does not have all of it. */
export interface ExactPart {
  /** In the quotation. */
  readonly at: Span;
  /** Where the source has it. */
  readonly span: Span;
  /** But for its typography. */
  readonly folded: boolean;
}

/** A part in quotation marks, and the place in the source that has it; differences of typography are in the quotation. */
export interface QuotedPart extends ExactPart {
  readonly place: LiteralPlace;
}

/** Parts in quotation marks that are looked for, the longest first. */
const PARTS_MAX = 5;

/** Finds the parts in quotation marks that are in the source, the longest first: what `According to the police, “…”` quotes. */
export function* quotedParts(
  index: QuoteIndex,
  text: string,
  { isShort, preferred }: { isShort: (part: string) => boolean; preferred: (place: LiteralPlace) => boolean },
): Steps<readonly QuotedPart[]> {
  const all: QuotedPart[] = [];
  const parts = quotations(text)
    .filter(({ quote }) => quote.length < text.length)
    .sort((a, b) => b.quote.length - a.quote.length)
    .slice(0, PARTS_MAX)
    .filter(({ quote }) => !isShort(quote));
  for (const { quote, span } of parts) {
    const start = text.indexOf(quote, span[0]);
    if (start === -1 || start >= span[1] || all.some(({ at }) => overlaps(at, span))) continue;
    const at: Span = [start, start + quote.length];
    yield;
    const found = yield* literalPlaces(index, [{ ...sliced(uncut(text), at), level: 0, attributions: [] }]);
    const place = found && (found.places.find(preferred) ?? found.places[0]);
    if (place) all.push({ at, span: place.span, folded: place.differences.length > 0, place });
  }
  return all;
}

/** Whether the words next to a part differ from those that the source has there, so that they were put around it. */
export function standsAlone(text: string, { at, place: { article, span } }: QuotedPart): boolean {
  const [before, after] = [text.slice(0, at[0]), text.slice(at[1])];
  const theirBefore = article.source.slice(Math.max(0, span[0] - WORD_REACH), span[0]);
  const theirAfter = article.source.slice(span[1], span[1] + WORD_REACH);
  const [own, their] = [wordsOf(before.slice(-WORD_REACH)).at(-1), wordsOf(theirBefore).at(-1)];
  const [next, theirNext] = [wordsOf(after.slice(0, WORD_REACH))[0], wordsOf(theirAfter)[0]];
  return !isSameWord(own, their) && !isSameWord(next, theirNext);
}

const WORD_REACH = 80;

function isSameWord(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && foldedString(one.text) === foldedString(other.text);
}

/** Tells what stands around a part as added before and after it. */
export function addedAround(text: string, { at, place }: QuotedPart): readonly Difference[] {
  const { article, span, differences } = place;
  const added = (own: Span, to: number): readonly Difference[] => {
    const quoted = text.slice(...own);
    if (quoted === '') return [];
    const negates = flagOf(quoted, article.language) === 'negation';
    return [
      {
        kind: wordsOf(quoted).length > 0 ? 'added' : 'punctuation',
        quoted,
        source: '',
        span: [to, to],
        at: own,
        ...(negates ? { flag: 'negation' as const } : {}),
      },
    ];
  };
  return [...added([0, at[0]], span[0]), ...differences, ...added([at[1], text.length], span[1])];
}

/** Finds what is left of a quotation whose only differences are words added before and after it. */
export function partWithin(text: string, { span, differences }: Compared): ExactPart | undefined {
  const inOrder = differences.toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  let [start, end] = [0, text.length];
  for (let first = inOrder[0]; first?.source === '' && isBlank(text, [start, first.at[0]]); [first] = inOrder) {
    start = first.at[1];
    inOrder.shift();
  }
  for (let last = inOrder.at(-1); last?.source === '' && isBlank(text, [last.at[1], end]); last = inOrder.at(-1)) {
    end = last.at[0];
    inOrder.pop();
  }
  if (inOrder.length > 0 || (start === 0 && end === text.length) || start >= end) return undefined;
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { at: [from, from + part.trim().length], span, folded: false };
}

function isBlank(text: string, span: Span): boolean {
  return text.slice(...span).trim() === '';
}
