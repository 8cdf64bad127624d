import type { Article } from '../article/article.ts';
import { foldText } from '../language/foldText.ts';
import type { Span } from '../language/span.ts';
import type { Splice } from '../language/splice.ts';
import { wordsOf } from '../language/words.ts';
import type { Difference, DifferenceKind } from './differences.ts';
import type { Omission } from './omissions.ts';
import { placesOf, type Place, type QuoteIndex } from './quoteIndex.ts';

/** Where one fragment of a quotation stands by itself. */
export interface ScatteredPlace {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/** Words that a fragment needs for its place to mean something. */
const FRAGMENT_MIN_WORDS = 3;
const EDGE_MARKS = /^[\s,.;:]+|[\s,.;:]+$/gu;

/**
 * Finds the fragments of a quotation that does not stand anywhere as it is put together: each is real, but they are in another
 * order, or from different paragraphs or articles. Returns undefined unless every fragment is found and long enough.
 */
export function scatteredPlaces(index: QuoteIndex, { fragments }: Splice): readonly ScatteredPlace[] | undefined {
  if (fragments.length < 2 || fragments.some((fragment) => wordsOf(fragment).length < FRAGMENT_MIN_WORDS))
    return undefined;
  const places = fragments.map((fragment) => placesOf(index, foldText(fragment.replace(EDGE_MARKS, '')).text, 50));
  if (places.some((found) => found.length === 0)) return undefined;
  const first = places[0]![0]!;
  const chosen = places.map((found) => found.find(({ article }) => article === first.article) ?? found[0]!);
  return chosen.map((place, position) => {
    const before = chosen[position - 1];
    const differences = before ? [differenceTo(before, place, fragments[position]!)] : [];
    return { article: place.article, span: place.span, differences, omitted: [] };
  });
}

function differenceTo(before: Place, { article, span }: Place, quoted: string): Difference {
  const kind: DifferenceKind = article === before.article && span[0] < before.span[0] ? 'out-of-order' : 'far-apart';
  return { kind, quoted, source: article.source.slice(...span), span };
}
