import type { Article } from '../../article/article.ts';
import { type CutText, sliced } from '../../language/cutText.ts';
import { foldText } from '../../language/folding/foldText.ts';
import type { Splice } from '../../language/quotations/splice.ts';
import type { Span } from '../../language/span.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { blockAt } from './index/blockAt.ts';
import { placesOf } from './index/placesOf.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { type SplicedPlace, splicedPlace } from './splices/comparedSplice.ts';
import { type Fragment, search, type Task, type Window } from './splices/searchFragments.ts';

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
