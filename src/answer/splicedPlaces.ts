import type { Article } from '../article/article.ts';
import { foldedString, foldText, sourceSpan, type FoldedText } from '../language/foldText.ts';
import { trimmed, type Span } from '../language/span.ts';
import type { Joint, Splice } from '../language/splice.ts';
import { typographyDifferences } from '../language/typography.ts';
import { atWordBorders, startsAtWordBorder } from '../language/wordBorders.ts';
import type { Difference } from './differences.ts';
import { omittedAt, type Omission } from './omissions.ts';
import { blockAt, placesOf, type QuoteIndex } from './quoteIndex.ts';

/** Where the fragments of a quotation stand, in order and near each other. */
export interface SplicedPlace {
  readonly article: Article;
  /** From the start of the first fragment to the end of the last one. */
  readonly span: Span;
  readonly fragments: readonly Span[];
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/** Source characters that one ellipsis may leave out. */
export const GAP_MAX_CHARS = 600;
/** Source characters that one bracket may replace. */
export const BRACKET_MAX_CHARS = 120;
/** Blocks in which a quotation may go on whose marks stand at line breaks. */
const BREAK_BLOCKS = 3;
/** Positions that are tried in one paragraph; beyond, the fragments count as not found. */
const STEPS_MAX = 5_000;
const PLACES_MAX = 200;
const EDGE_MARKS = /^[\s,.;:]+|[\s,.;:]+$/gu;

/**
 * Finds the paragraphs that hold all fragments of a quotation in order. Each gap is bounded; a bracket may stand in the
 * source too, be an insertion, or replace a few words. Fragments in two paragraphs count only where the quotation
 * breaks its line there.
 */
export function splicedPlaces(index: QuoteIndex, splice: Splice): readonly SplicedPlace[] {
  const folded = splice.fragments.flatMap((fragment, position) =>
    splice.joints[position]?.attached ? [] : [foldedString(fragment.replace(EDGE_MARKS, ''))],
  );
  const anchor = folded.reduce((longest, fragment) => (fragment.length > longest.length ? fragment : longest), '');
  const reach = splice.joints.some(({ breaks }) => breaks) ? BREAK_BLOCKS : 1;
  const windows = new Map<string, { article: Article; span: Span }>();
  for (const { article, span } of placesOf(index, anchor, PLACES_MAX)) {
    const blocks = article.blocks;
    const starts = Uint32Array.from(blocks, (block) => block.span[0]);
    const [first, last] = [blockAt(starts, span[0]), blockAt(starts, span[1] - 1)];
    const window: Span = [
      blocks[Math.max(0, first - reach + 1)]!.span[0],
      blocks[Math.min(blocks.length, last + reach) - 1]!.span[1],
    ];
    windows.set(`${article.id} ${window[0]}`, { article, span: window });
  }
  return [...windows.values()].flatMap((window) => placesIn(window.article, window.span, splice));
}

interface Window {
  readonly article: Article;
  readonly text: string;
  readonly folded: FoldedText;
  readonly offset: number;
}

interface Found {
  readonly fragment: Span;
  /** How the joint before it was read: as omission, insertion, or as words that stand in the source. */
  readonly joint: 'gap' | 'stands';
}

function placesIn(article: Article, span: Span, splice: Splice): readonly SplicedPlace[] {
  const text = article.source.slice(...span);
  const window: Window = { article, text, folded: foldText(text), offset: span[0] };
  const fragments = splice.fragments.map((fragment) => [
    foldText(fragment).text,
    foldText(fragment.replace(EDGE_MARKS, '')).text,
  ]);
  const budget = { left: STEPS_MAX };
  const places: SplicedPlace[] = [];
  let from = 0;
  for (;;) {
    const found = search(window, { fragments, joints: splice.joints, budget }, [0, from, window.folded.text.length]);
    if (!found) return places;
    places.push(placeOf(window, splice, found));
    from = found.at(-1)!.fragment[1];
  }
}

interface Task {
  readonly fragments: readonly (readonly string[])[];
  readonly joints: readonly Joint[];
  readonly budget: { left: number };
}

/** Finds fragment `index` and all after it; the fragment starts between `from` and `to` of the folded window. */
function search(
  window: Window,
  task: Task,
  [index, from, to]: readonly [number, number, number],
): readonly Found[] | undefined {
  const needles = task.fragments[index]!;
  for (const needle of new Set(needles)) {
    for (let at = window.folded.text.indexOf(needle, from); at !== -1 && at <= to;) {
      task.budget.left -= 1;
      if (task.budget.left < 0) return undefined;
      const fragment: Span = [at, at + needle.length];
      const rest = fits(window, fragment, task.joints[index])
        ? searchRest(window, task, [index, fragment[1]])
        : undefined;
      if (rest) return [{ fragment, joint: 'gap' }, ...rest];
      at = window.folded.text.indexOf(needle, at + 1);
    }
  }
  return undefined;
}

function searchRest(window: Window, task: Task, [index, end]: readonly [number, number]): readonly Found[] | undefined {
  const joint = task.joints[index];
  if (!joint) return [];
  const { text } = window.folded;
  if (joint.kind === 'bracket') {
    for (const words of [joint.text, joint.text.slice(1, -1)]) {
      const needle = foldText(words).text;
      const at = text[end] === ' ' ? end + 1 : end;
      if (!text.startsWith(needle, at)) continue;
      const next = at + needle.length;
      const found = search(window, task, [index + 1, next, next + 2]);
      if (found) return [{ ...found[0]!, joint: 'stands' }, ...found.slice(1)];
    }
  }
  const reach = joint.kind === 'bracket' ? BRACKET_MAX_CHARS : GAP_MAX_CHARS;
  return search(window, task, [index + 1, end, end + reach]);
}

function fits({ text, folded }: Window, [from, to]: Span, after: Joint | undefined): boolean {
  if (from > 0 && folded.starts[from] === folded.starts[from - 1]) return false;
  if (to < folded.starts.length && folded.starts[to] === folded.starts[to - 1]) return false;
  const [start, end] = sourceSpan(folded, [from, to]);
  return after?.attached ? startsAtWordBorder(text, start) : atWordBorders(text, [start, end]);
}

function placeOf({ article, text, folded, offset }: Window, splice: Splice, found: readonly Found[]): SplicedPlace {
  const spans = found.map(({ fragment }) => moved(sourceSpan(folded, fragment), offset));
  const differences: Difference[] = [];
  const omitted: Omission[] = [];
  found.forEach(({ fragment, joint }, index) => {
    const before = splice.joints[index - 1];
    if (before) {
      const gap = trimmed(article.source, [spans[index - 1]![1], spans[index]![0]]);
      if (joint === 'gap') omitted.push(...omittedAt(article, gap));
      if (joint === 'gap' && before.kind === 'bracket') {
        differences.push({ kind: 'inserted', quoted: before.text, source: article.source.slice(...gap), span: gap });
      }
    }
    const quoted = splice.fragments[index]!;
    const side = sideOf(quoted, folded.text.slice(...fragment));
    for (const difference of typographyDifferences(side, { text, folded }, fragment[0]))
      differences.push({ ...difference, span: moved(difference.span, offset) });
  });
  return {
    article,
    span: [spans[0]![0], spans.at(-1)![1]],
    fragments: spans,
    differences: withLetters(differences, splice.letters, spans[0]![0]),
    omitted,
  };
}

/** Tells a letter in brackets, `[T]he`, in place of the difference in case that it owns up to. */
function withLetters(
  differences: readonly Difference[],
  letters: readonly string[],
  start: number,
): readonly Difference[] {
  const told = [...differences];
  for (const quoted of letters) {
    const at = told.findIndex(({ kind, quoted: word }) => kind === 'case' && word.startsWith(quoted[1]!));
    const { source = '', span = [start, start] as const } = told[at] ?? {};
    const letter: Difference = {
      kind: 'inserted',
      quoted,
      source: source.slice(0, 1),
      span: [span[0], span[0] + source.slice(0, 1).length],
    };
    told.splice(at === -1 ? 0 : at, at === -1 ? 0 : 1, letter);
  }
  return told;
}

function sideOf(quoted: string, needle: string): { text: string; folded: FoldedText } {
  const folded = foldText(quoted);
  if (folded.text === needle) return { text: quoted, folded };
  const bare = quoted.replace(EDGE_MARKS, '');
  return { text: bare, folded: foldText(bare) };
}

function moved([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}
