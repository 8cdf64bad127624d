import type { Article } from '../../../article/article.ts';
import { type CutText, typedSpan } from '../../../language/cutText.ts';
import type { QuoteReading } from '../../../language/quotations/quoteReadings.ts';
import { parseSplice, sentencesOf } from '../../../language/quotations/splice.ts';
import { overlaps, type Span } from '../../../language/span.ts';
import { entryAt, lastOf } from '../../../runtime/entryAt.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import { type Claim, holdsAt, parseClaim } from '../claim.ts';
import type { Difference } from '../differences.ts';
import { addedAround, partWithin, type QuotedPart, quotedParts, standsAlone } from '../exactPart.ts';
import type { QuoteIndex } from '../index/quoteIndex.ts';
import { unmarkedPlaces, withListMarks } from '../listMarks.ts';
import { literalPlaces } from '../literalPlaces.ts';
import { nearestPassage } from '../nearestPassage.ts';
import { type Omission, omittedAround } from '../omissions.ts';
import { scatteredPlaces } from '../scatteredPlaces.ts';
import { GAP_MAX_CHARS } from '../splices/searchFragments.ts';
import { wordDifferences } from '../wordDifferences.ts';
import { isShort } from './isShort.ts';
import { judgeLines, judgeSplices } from './judgeSplices.ts';
import { type Found, type Judged, type Judgement, MATCHES_MAX, type PartOfArticle } from './judgement.ts';

/** Judges the readings of a quotation: as a whole first, then by its parts. */
export function* judge(
  readings: readonly QuoteReading[],
  index: QuoteIndex,
  stated: Claim | undefined,
): Steps<Judgement> {
  const core = lastOf(readings);
  const whole = yield* literalPlaces(index, readings);
  const reading = whole?.reading ?? core;
  const claim = stated ?? parseClaim(reading.citation, undefined);
  if (whole) {
    const found = whole.places.map((place, at) =>
      at < MATCHES_MAX ? { ...place, omitted: omittedAround(place.article, place.span) } : { ...place, omitted: [] },
    );
    const verdict = entryAt(found, 0).differences.length === 0 ? 'exact' : 'folded';
    return {
      verdict: isShort(reading.text) ? 'too-short' : verdict,
      claim,
      found,
      reading,
      literal: true,
      more: whole.more,
    };
  }
  if (isShort(core.text)) return { verdict: 'too-short', claim, found: [], reading };
  return { ...typed(core, yield* judgeParts(core, index, claim)), claim, reading };
}

/** Writes the differences as what was typed has them. */
function typed(cut: CutText, judged: Judged): Judged {
  const put = <Part extends Difference | Omission>(part: Part): Part => {
    if (part.at === undefined) return part;
    const at = typedSpan(cut, part.at);
    return { ...part, at, quoted: cut.typed.slice(...at) };
  };
  const found = judged.found.map(({ differences, omitted, ...rest }) => ({
    ...rest,
    differences: differences.map(put),
    omitted: omitted.map(put),
  }));
  const parts = judged.parts?.map((part) => ({ ...part, at: typedSpan(cut, part.at) }));
  return { ...judged, found, ...(parts ? { parts } : {}) };
}

/** Judges what is not in the source as a whole: by its lines, by its fragments, or by what it seems to be made from. */
function* judgeParts(core: QuoteReading, index: QuoteIndex, claim: Claim | undefined): Steps<Judged> {
  const { text } = core;
  const unmarked = yield* unmarkedPlaces(index, core);
  if (unmarked.length > 0)
    return {
      verdict: 'folded',
      found: unmarked
        .slice(0, MATCHES_MAX)
        .map((place) => ({ ...place, omitted: omittedAround(place.article, place.span) })),
      literal: true,
    };
  const lines = yield* judgeLines(text, index);
  if (lines) return lines;
  const splice = parseSplice(text);
  if (splice && isShort(splice.fragments.join(' '))) return { verdict: 'too-short', found: [] };
  const spliced = yield* judgeSplices(text, splice, index);
  if (spliced) return spliced;
  yield;
  const sentences = sentencesOf(text);
  yield;
  const moved = sentences && (yield* scatteredPlaces(index, sentences));
  if (moved && !isInOrder(moved)) return { verdict: 'altered', found: moved };
  const preferred = ({ article, span }: { article: Article; span: Span }): boolean =>
    claim !== undefined && holdsAt(claim, article, span);
  const quoted = yield* quotedParts(index, text, { isShort, preferred });
  const [part] = quoted;
  if (part && standsAlone(text, part))
    return { verdict: 'altered', found: [placeOfPart(text, part)], parts: quoted.map(partOfArticle) };
  const near = yield* nearestPassage(index, text, preferred);
  const { passage } = near;
  if (part && !(passage && passage.article === part.place.article && overlaps(passage.span, part.place.span)))
    return { verdict: 'altered', found: [placeOfPart(text, part)], parts: quoted.map(partOfArticle) };
  if (!passage) return { verdict: 'absent', found: [], near };
  yield;
  const { article } = passage;
  const { differences: found, ...rest } = yield* wordDifferences(passage);
  const compared = { ...rest, differences: withListMarks(found, { article, quote: passage.quote.text }) };
  if (compared.omitted.length === 0 && compared.differences.some(isListMark) && compared.differences.every(isOfMarks))
    return {
      verdict: 'folded',
      found: [{ article, ...compared, omitted: omittedAround(article, compared.span) }],
      literal: true,
    };
  const own = part || compared.omitted.length > 0 ? undefined : partWithin(text, compared);
  const within = own && !isShort(text.slice(...own.at)) ? [{ ...own, article }] : quoted.map(partOfArticle);
  const around = omittedAround(article, compared.span).filter(({ flag }) => within.length > 0 || flag === 'quantity');
  return {
    verdict: 'altered',
    found: [{ article, ...compared, omitted: [...compared.omitted, ...around] }],
    ...(within.length > 0 ? { parts: within } : {}),
  };
}

function isListMark({ kind }: Difference): boolean {
  return kind === 'list-mark';
}

/** Differences that change no word and no mark that means something. */
const OF_MARKS: ReadonlySet<string> = new Set<Difference['kind']>([
  'list-mark',
  'quote-mark',
  'dash',
  'space',
  'line-break',
  'hyphenation',
  'soft-hyphen',
  'zero-width',
  'ligature',
  'case',
  'ending',
  'character',
]);

function isOfMarks({ kind, flag }: Difference): boolean {
  return OF_MARKS.has(kind) && flag === undefined;
}

function partOfArticle({ at, span, folded, place }: QuotedPart): PartOfArticle {
  return { at, span, folded, article: place.article };
}

/** The place that has a quoted part; what is around the part was added. */
function placeOfPart(text: string, part: QuotedPart): Found {
  const { article, span } = part.place;
  return { article, span, differences: addedAround(text, part), omitted: omittedAround(article, span) };
}

/** Whether sentences are in one article, in this order and near each other: then words between them were left out. */
function isInOrder(places: readonly Found[]): boolean {
  return places.every(({ article, span }, at) => {
    const before = places[at - 1];
    if (!before) return true;
    const gap = span[0] - before.span[1];
    return article === before.article && gap >= 0 && gap <= GAP_MAX_CHARS;
  });
}
