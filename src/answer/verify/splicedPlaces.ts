import type { Article } from '../../article/article.ts';
import { sliced, typedSpan, type CutText } from '../../language/cutText.ts';
import { foldedString, foldText, sourceSpan, type FoldedText } from '../../language/folding/foldText.ts';
import { agreesLoosely } from '../../language/folding/looseFolding.ts';
import type { Span } from '../../language/span.ts';
import type { Joint, Splice } from '../../language/quotations/splice.ts';
import { typographyDifferences } from '../../language/folding/typography.ts';
import { atWordBorders, startsAtWordBorder } from '../../language/words/wordBorders.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Difference } from './differences.ts';
import { comparedPiece, type Piece } from './comparedPiece.ts';
import { closingMarks, openingMarks } from './edgeMarks.ts';
import { omittedAt, type Omission } from './omissions.ts';
import { blockAt } from './index/blockAt.ts';
import { placesOf } from './index/placesOf.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';

/** Where the fragments of a quotation stand, in order and near each other; `at` is in the quotation. */
export interface SplicedPlace {
  readonly article: Article;
  /** From the start of the first fragment to the end of the last one. */
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/** Source characters that one ellipsis may leave out. */
export const GAP_MAX_CHARS = 600;
/** Source characters that one bracket may replace. */
export const BRACKET_MAX_CHARS = 120;
/** Blocks in which a quotation may go on whose marks stand at line breaks. */
const BREAK_BLOCKS = 3;
/** Positions that are tried in one paragraph, and in all; beyond, the fragments count as not found. */
const STEPS_MAX = 5_000;
const ALL_STEPS_MAX = 100_000;
const PLACES_MAX = 200;
/** Places that an answer can list. */
const FOUND_MAX = 30;
const EDGE_MARKS_BEFORE = /^[\s,.;:]+/u;
const EDGE_MARKS_AFTER = /(?<![\s,.;:])[\s,.;:]+$/u;

/** A fragment, as it stands and without the marks at its edges, with their foldings. */
interface Fragment {
  readonly cut: CutText;
  readonly folded: FoldedText;
}

/**
 * Finds the paragraphs that hold all fragments of a quotation in order. Each gap is bounded; a bracket may stand in the
 * source too, be an insertion, or replace a few words. Fragments in two paragraphs count only where the quotation
 * breaks its line there.
 */
export function* splicedPlaces(index: QuoteIndex, splice: Splice): Steps<readonly SplicedPlace[]> {
  const fragments = splice.cuts.map((cut) =>
    [cut, bare(cut)].map((own): Fragment => ({ cut: own, folded: foldText(own.text) })),
  );
  const anchors = fragments.flatMap((fragment, position) =>
    splice.joints[position]?.attached ? [] : [entryAt(fragment, 1).folded.text],
  );
  const anchor = anchors.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  const reach = splice.joints.some(({ breaks }) => breaks) ? BREAK_BLOCKS : 1;
  const seen = new Set<string>();
  const borders = new Map<Article, Uint32Array>();
  const found: SplicedPlace[] = [];
  let left = ALL_STEPS_MAX;
  for (const { article, span } of yield* placesOf(index, anchor, PLACES_MAX)) {
    const blocks = article.blocks;
    const starts = borders.get(article) ?? Uint32Array.from(blocks, (block) => block.span[0]);
    borders.set(article, starts);
    const [first, last] = [blockAt(starts, span[0]), blockAt(starts, span[1] - 1)];
    const window: Span = [
      entryAt(blocks, Math.max(0, first - reach + 1)).span[0],
      entryAt(blocks, Math.min(blocks.length, last + reach) - 1).span[1],
    ];
    const key = `${article.id} ${window[0]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const task: Task = { splice, fragments, budget: { left: Math.min(left, STEPS_MAX) } };
    const before = task.budget.left;
    found.push(...(yield* placesIn(article, window, task)));
    left -= before - Math.max(0, task.budget.left);
    if (left <= 0 || found.length >= FOUND_MAX) break;
  }
  return found;
}

function bare(cut: CutText): CutText {
  const start = EDGE_MARKS_BEFORE.exec(cut.text)?.[0].length ?? 0;
  const end = cut.text.length - (EDGE_MARKS_AFTER.exec(cut.text)?.[0].length ?? 0);
  return start < end ? sliced(cut, [start, end]) : cut;
}

interface Window {
  readonly article: Article;
  readonly text: string;
  readonly folded: FoldedText;
  readonly offset: number;
}

interface Found {
  readonly fragment: Fragment;
  readonly range: Span;
  /** How the joint before it was read: as omission or insertion, or as words that stand in the source. */
  readonly joint: 'gap' | 'stands';
}

interface Task {
  readonly splice: Splice;
  readonly fragments: readonly (readonly Fragment[])[];
  readonly budget: { left: number };
}

function* placesIn(article: Article, span: Span, task: Task): Steps<readonly SplicedPlace[]> {
  const text = article.source.slice(...span);
  const window: Window = { article, text, folded: foldText(text), offset: span[0] };
  const places: SplicedPlace[] = [];
  let from = 0;
  while (places.length < FOUND_MAX) {
    const found = yield* search(window, task, [0, from, window.folded.text.length]);
    if (!found) break;
    places.push(splicedPlace(window, task.splice, found));
    from = lastOf(found).range[1];
  }
  return places;
}

/** Finds fragment `index` and all after it; the fragment starts between `from` and `to` of the folded window. */
function* search(
  window: Window,
  task: Task,
  [index, from, to]: readonly [number, number, number],
): Steps<readonly Found[] | undefined> {
  const joint = task.splice.joints[index];
  let tried = '';
  for (const fragment of entryAt(task.fragments, index)) {
    const needle = fragment.folded.text;
    if (needle === tried) continue;
    tried = needle;
    const reach = Math.min(window.folded.text.length, to + needle.length);
    const within = window.folded.text.slice(from, reach);
    for (let at = within.indexOf(needle); at !== -1; at = within.indexOf(needle, at + 1)) {
      task.budget.left -= 1;
      if (task.budget.left < 0) return undefined;
      if (task.budget.left % 500 === 0) yield;
      const range: Span = [from + at, from + at + needle.length];
      if (!fits(window, range, joint)) continue;
      const rest = yield* searchRest(window, task, [index, range[1]]);
      if (rest) return [{ fragment, range, joint: 'gap' }, ...rest];
    }
  }
  return undefined;
}

function* searchRest(
  window: Window,
  task: Task,
  [index, end]: readonly [number, number],
): Steps<readonly Found[] | undefined> {
  const joint = task.splice.joints[index];
  if (!joint) return [];
  const { text } = window.folded;
  if (joint.kind === 'bracket') {
    for (const words of [joint.text, joint.text.slice(1, -1)]) {
      const needle = foldedString(words);
      const at = text[end] === ' ' ? end + 1 : end;
      if (!text.startsWith(needle, at)) continue;
      const next = at + needle.length;
      const found = yield* search(window, task, [index + 1, next, next + 2]);
      if (found) return [{ ...entryAt(found, 0), joint: 'stands' }, ...found.slice(1)];
    }
  }
  const reach = joint.kind === 'bracket' ? BRACKET_MAX_CHARS : GAP_MAX_CHARS;
  return yield* search(window, task, [index + 1, end, end + reach]);
}

function fits({ text, folded }: Window, [from, to]: Span, after: Joint | undefined): boolean {
  if (from > 0 && folded.starts[from] === folded.starts[from - 1]) return false;
  if (to < folded.starts.length && folded.starts[to] === folded.starts[to - 1]) return false;
  const [start, end] = sourceSpan(folded, [from, to]);
  return after?.attached ? startsAtWordBorder(text, start) : atWordBorders(text, [start, end]);
}

/** Takes in the bracket before a letter that opens a fragment. */
function withBracket([start, end]: Span, letters: readonly Span[]): Span {
  return [letters.some(([from]) => from === start - 1) ? start - 1 : start, end];
}

/** Compares a quotation with the place where its fragments are: every character of both is the same or told. */
function splicedPlace(
  { article, text, folded, offset }: Window,
  splice: Splice,
  found: readonly Found[],
): SplicedPlace {
  const quote = entryAt(splice.cuts, 0).typed;
  const parts = found.map(({ fragment: { cut }, range }) => ({
    at: withBracket(typedSpan(cut, [0, cut.text.length]), splice.letterSpans),
    span: movedSpan(sourceSpan(folded, range), offset),
  }));
  const differences: Difference[] = [];
  const omitted: Omission[] = [];
  found.forEach(({ fragment, range, joint }, index) => {
    const before = splice.joints[index - 1];
    if (before) {
      const [last, own] = [entryAt(parts, index - 1), entryAt(parts, index)];
      const gap: Piece = { at: [last.at[1], own.at[0]], span: [last.span[1], own.span[0]] };
      const { piece, spaces } = comparedPiece([quote, article.source], gap, /\s/u);
      differences.push(...spaces);
      tellGap(article, { quote, piece, joint, before }, { differences, omitted });
    }
    const side = { text: fragment.cut.text, folded: fragment.folded };
    const own = typographyDifferences(side, { text, folded }, range[0]).map((difference): Difference => {
      const at = typedSpan(fragment.cut, difference.at);
      return { ...difference, span: movedSpan(difference.span, offset), at, quoted: quote.slice(...at) };
    });
    const letters = splice.letterSpans.filter(
      ([start, end]) => entryAt(parts, index).at[0] <= start && end <= entryAt(parts, index).at[1],
    );
    differences.push(
      ...withLetters(own, letters, { article, quote, fragment, source: { folded, from: range[0], offset } }),
    );
  });
  const opening = openingMarks(quote, article.source, { at: entryAt(parts, 0).at[0], to: entryAt(parts, 0).span[0] });
  const closing = closingMarks(quote, article.source, { at: lastOf(parts).at[1], to: lastOf(parts).span[1] });
  return {
    article,
    span: [opening.start, closing.end],
    differences: [...opening.differences, ...differences, ...closing.differences],
    omitted,
  };
}

interface GapRead {
  readonly quote: string;
  readonly piece: Piece;
  readonly joint: Found['joint'];
  readonly before: Joint;
}

function tellGap(
  article: Article,
  { quote, piece, joint, before }: GapRead,
  told: { readonly differences: Difference[]; readonly omitted: Omission[] },
): void {
  const { at, span } = piece;
  const [quoted, source] = [quote.slice(...at), article.source.slice(...span)];
  const gap = { quoted, source, at, span };
  if (quoted === source) return;
  if (joint === 'stands' && agreesLoosely(foldedString(quoted), foldedString(source))) {
    told.differences.push({ kind: 'space', ...gap });
    return;
  }
  const omitted =
    joint === 'gap' ? omittedAt(article, span, before.kind === 'bracket' ? undefined : { quoted, at }) : [];
  told.omitted.push(...omitted);
  if (before.kind === 'bracket') told.differences.push({ kind: 'inserted', ...gap });
  else if (omitted.length === 0) told.differences.push({ kind: 'ellipsis', ...gap });
}

interface Lettered {
  readonly article: Article;
  readonly quote: string;
  readonly fragment: Fragment;
  readonly source: { readonly folded: FoldedText; readonly from: number; readonly offset: number };
}

/** Tells a letter in brackets, `[T]he`, in place of the difference in case that it owns up to. */
function withLetters(
  differences: readonly Difference[],
  letters: readonly Span[],
  { article, quote, fragment, source: { folded, from, offset } }: Lettered,
): readonly Difference[] {
  if (letters.length === 0) return differences;
  const told = [...differences];
  for (const at of letters) {
    const unit = fragment.folded.starts.findIndex(
      (start) => typedSpan(fragment.cut, [start, start + 1])[0] === at[0] + 1,
    );
    if (unit === -1) continue;
    const span: Span = movedSpan([folded.starts[from + unit]!, folded.ends[from + unit]!], offset);
    const source = article.source.slice(...span);
    const own = told.findIndex((difference) => difference.at[0] < at[1] && at[0] < difference.at[1]);
    const word = told[own];
    if (word && word.quoted.replace(/[[\]]/gu, '').slice(1) !== word.source.slice(1)) {
      const whole: Span = [Math.min(at[0], word.at[0]), Math.max(at[1], word.at[1])];
      told[own] = { ...word, at: whole, quoted: quote.slice(...whole) };
      continue;
    }
    told.splice(own === -1 ? 0 : own, own === -1 ? 0 : 1, {
      kind: 'inserted',
      quoted: quote.slice(...at),
      source,
      span,
      at,
    });
  }
  return told;
}

function movedSpan([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}
