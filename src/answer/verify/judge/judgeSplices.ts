import type { Article } from '../../../article/article.ts';
import { linesOf, parseSplice, type Splice } from '../../../language/quotations/splice.ts';
import { contains, overlaps, type Span } from '../../../language/span.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import type { QuoteIndex } from '../index/quoteIndex.ts';
import { omittedAround } from '../omissions.ts';
import { scatteredPlaces } from '../scatteredPlaces.ts';
import { splicedPlaces } from '../splicedPlaces.ts';
import { isShort } from './isShort.ts';
import type { Judged } from './judgement.ts';

/** Reads a quotation of several paragraphs that passes over what stands between them: captions and headings. */
export function* judgeLines(text: string, index: QuoteIndex): Steps<Judged | undefined> {
  const splice = linesOf(text);
  if (!splice || splice.fragments.every(isShort)) return undefined;
  const places = yield* splicedPlaces(index, splice);
  const found = places.filter(({ article, omitted }) => omitted.every(({ span }) => isBesides(article, span)));
  return found.length === 0 ? undefined : { verdict: 'spliced', found };
}

/** Tells whether a span holds whole captions and headings only. */
function isBesides({ blocks }: Article, span: Span): boolean {
  const touched = blocks.filter((block) => overlaps(block.span, span));
  return touched.every((block) => (block.kind === 'caption' || block.kind === 'heading') && contains(span, block.span));
}

/** Reads brackets as they stand first, then as insertions; at last looks for fragments that are real each by itself. */
export function* judgeSplices(core: string, all: Splice | undefined, index: QuoteIndex): Steps<Judged | undefined> {
  if (!all) return undefined;
  const ellipses = parseSplice(core, 'ellipses');
  const first = ellipses && (yield* judgeSplice(ellipses, index));
  const spliced = first ?? (yield* judgeSplice(all, index));
  if (spliced) return spliced;
  const scattered = (ellipses && (yield* scatteredPlaces(index, ellipses))) ?? (yield* scatteredPlaces(index, all));
  return scattered && { verdict: 'altered', found: scattered };
}

function* judgeSplice(splice: Splice, index: QuoteIndex): Steps<Judged | undefined> {
  if (splice.fragments.every(isShort)) return undefined;
  const places = yield* splicedPlaces(index, splice);
  const found = places.map((place) => ({
    ...place,
    omitted: [...omittedAround(place.article, place.span), ...place.omitted],
  }));
  if (found.length === 0) return undefined;
  const inserted = splice.edges.some(({ kind }) => kind === 'bracket');
  const marked = inserted || splice.joints.length > 0 || splice.letters.length > 0;
  return { verdict: marked ? 'spliced' : 'folded', found, literal: !marked };
}
