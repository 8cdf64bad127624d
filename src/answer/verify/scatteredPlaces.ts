import type { Article } from '../../article/article.ts';
import { typedSpan, type CutText } from '../../language/cutText.ts';
import { foldedString } from '../../language/folding/foldedString.ts';
import type { Span } from '../../language/span.ts';
import type { Splice } from '../../language/quotations/splice.ts';
import { wordsOf } from '../../language/words/words.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Difference, DifferenceKind } from './differences.ts';
import { omittedAround, type Omission } from './omissions.ts';
import { type Place, placesOf } from './index/placesOf.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { entryAt } from '../../runtime/entryAt.ts';

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
/** Places of one fragment that are chosen from, and fragments that are looked for. */
const PLACES_MAX = 50;
const FRAGMENTS_MAX = 50;

/**
 * Finds the fragments of a quotation that does not stand anywhere as it is put together: each is real, but they are in another
 * order, or from different paragraphs or articles. Returns undefined unless every fragment is found and long enough.
 */
export function* scatteredPlaces(
  index: QuoteIndex,
  { fragments, joints, cuts }: Splice,
): Steps<readonly ScatteredPlace[] | undefined> {
  if (fragments.length < 2 || fragments.length > FRAGMENTS_MAX) return undefined;
  if (fragments.some((fragment) => wordsOf(fragment).length < FRAGMENT_MIN_WORDS)) return undefined;
  const places: (readonly Place[])[] = [];
  for (const fragment of fragments) {
    const found = yield* placesOf(index, foldedString(fragment.replace(EDGE_MARKS, '')), PLACES_MAX);
    if (found.length === 0) return undefined;
    places.push(found);
  }
  const first = entryAt(entryAt(places, 0), 0);
  const chosen: Place[] = [];
  for (const found of places) chosen.push(nextPlace(found, chosen.at(-1) ?? first));
  return chosen.map((place, position) => {
    const before = chosen[position - 1];
    const joint = joints[position - 1];
    const cut = entryAt(cuts, position);
    const at = typedSpan(cut, [0, cut.text.length]);
    const differences: Difference[] = [];
    if (before && joint?.kind === 'bracket') {
      const gap = typedSpan(entryAt(cuts, position - 1), [0, entryAt(cuts, position - 1).text.length])[1];
      const start = cut.typed.indexOf(joint.text, gap);
      const end = before.span[1];
      if (start !== -1)
        differences.push({
          kind: 'inserted',
          quoted: joint.text,
          source: '',
          span: [end, end],
          at: [start, start + joint.text.length],
        });
    }
    if (before) differences.push(differenceTo(before, place, { quoted: cut.typed.slice(...at), at }));
    differences.push(...endingOf(place, cut));
    return { article: place.article, span: place.span, differences, omitted: omittedAround(place.article, place.span) };
  });
}

/** Tells a closing mark that the source does not have there. */
function endingOf({ article, span }: Place, cut: CutText): readonly Difference[] {
  const mark = /[.!?]$/u.exec(cut.text)?.[0];
  const original = /^[.,;:!?]/u.exec(article.source.slice(span[1], span[1] + 1))?.[0] ?? '';
  if (mark === undefined || mark === original || article.source[span[1] - 1] === mark) return [];
  const at = typedSpan(cut, [cut.text.length - 1, cut.text.length]);
  return [{ kind: 'ending', quoted: mark, source: original, span: [span[1], span[1] + original.length], at }];
}

/** Chooses the first place after another one; else one in the same article. */
function nextPlace(found: readonly Place[], { article, span }: Place): Place {
  const own = found.filter((place) => place.article === article);
  return own.find((place) => place.span[0] >= span[0]) ?? own[0] ?? entryAt(found, 0);
}

function differenceTo(before: Place, { article, span }: Place, rest: Pick<Difference, 'quoted' | 'at'>): Difference {
  const isOwn = article === before.article;
  const isRepeated = isOwn && span[0] === before.span[0];
  const kind: DifferenceKind = isRepeated
    ? 'repeated'
    : isOwn && span[0] < before.span[0]
      ? 'out-of-order'
      : 'far-apart';
  return { kind, source: article.source.slice(...span), span, ...rest };
}
