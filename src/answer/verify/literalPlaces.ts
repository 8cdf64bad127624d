import type { Article } from '../../article/article.ts';
import { sliced, typedSpan, type CutText } from '../../language/cutText.ts';
import { foldedString } from '../../language/folding/foldedString.ts';
import { foldText } from '../../language/folding/foldText.ts';
import type { QuoteReading } from '../../language/quotations/quoteReadings.ts';
import type { Span } from '../../language/span.ts';
import { typographyDifferences } from '../../language/folding/typography.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { Difference } from './differences.ts';
import { articlesHolding } from './index/articlesHolding.ts';
import { type Place, placesOf } from './index/placesOf.ts';
import type { FoldedArticle } from './index/foldedArticle.ts';
import type { QuoteIndex } from './index/quoteIndex.ts';
import { valueOf } from '../../runtime/entryAt.ts';

/** Where a quotation stands word for word, and how its typography differs there; `at` is in what was typed. */
export interface LiteralPlace {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
}

/** The places of the first reading that has any; in order, but those without a difference first. */
export interface LiteralPlaces {
  readonly reading: QuoteReading;
  readonly places: readonly LiteralPlace[];
  /** There are more places than were looked at. */
  readonly more: boolean;
}

/** Places that are looked at; beyond these a quotation is too common to tell them apart. */
const PLACES_MAX = 500;
/** Places whose differences are listed. */
const COMPARED_MAX = 25;

interface Variant {
  readonly reading: QuoteReading;
  readonly cut: CutText;
  /** The closing mark that was taken off, in what was typed. */
  readonly ending?: Span | undefined;
}

/**
 * Finds a quotation word for word, in as much as possible of what was typed: exactly, else but for its typography, else
 * without a closing full stop or comma. Only where that fails too are an attribution and chat markup taken off.
 */
export function* literalPlaces(index: QuoteIndex, readings: readonly QuoteReading[]): Steps<LiteralPlaces | undefined> {
  const variants = variantsOf(readings);
  const holders = yield* holdersOf(index, [...new Set(variants.map(({ cut }) => foldedString(cut.text)))]);
  let folded: LiteralPlaces | undefined;
  for (const variant of variants) {
    const needle = foldedString(variant.cut.text);
    const known = yield* placesOf({ ...index, articles: valueOf(holders, needle) }, needle, PLACES_MAX + 1);
    if (known.length === 0) continue;
    const { reading, cut } = variant;
    if (folded && reading.level > folded.reading.level) return folded;
    const same = known.filter(({ article, span }) => article.source.slice(...span) === cut.text);
    const others = known.filter((place) => !same.includes(place));
    const ordered =
      same.length <= COMPARED_MAX
        ? [...same, ...others]
        : known.toSorted((a, b) => Number(same.includes(b)) - Number(same.includes(a)));
    const places: LiteralPlace[] = [];
    for (const place of ordered.slice(0, PLACES_MAX)) {
      const compared = places.length < COMPARED_MAX;
      places.push(compared ? yield* literalPlace(place, variant) : { ...place, differences: [] });
      if (compared) yield;
    }
    const found = { reading, places, more: known.length > PLACES_MAX };
    if (same.length > 0 && !variant.ending) return found;
    folded ??= found;
  }
  return folded;
}

/** Tells which articles hold each of the needles; the shortest are looked up first, as most of the others hold them. */
function* holdersOf(
  { articles }: QuoteIndex,
  needles: readonly string[],
): Steps<ReadonlyMap<string, readonly FoldedArticle[]>> {
  const holders = new Map<string, readonly FoldedArticle[]>();
  for (const needle of needles.toSorted((a, b) => a.length - b.length)) {
    const part = [...holders.keys()].findLast((shorter) => needle.includes(shorter));
    holders.set(needle, yield* articlesHolding(part === undefined ? articles : valueOf(holders, part), needle));
  }
  return holders;
}

function variantsOf(readings: readonly QuoteReading[]): readonly Variant[] {
  return readings
    .flatMap((reading): readonly Variant[] => [{ reading, cut: reading }, ...withoutEnding(reading)])
    .sort(
      (a, b) => a.reading.level - b.reading.level || Number(a.ending !== undefined) - Number(b.ending !== undefined),
    );
}

const ENDING = /[\p{L}\p{N}"”’'»%)\]][.,]$/u;

function withoutEnding(reading: QuoteReading): readonly Variant[] {
  const { text } = reading;
  if (!ENDING.test(text.slice(-3))) return [];
  const end = text.length - 1;
  return [{ reading, cut: sliced(reading, [0, end]), ending: typedSpan(reading, [end, text.length]) }];
}

function* literalPlace({ article, span, around, at }: Place, { reading, cut, ending }: Variant): Steps<LiteralPlace> {
  const differences: Difference[] = [];
  if (article.source.slice(...span) !== cut.text) {
    const text = article.source.slice(...around);
    const quoted = { text: cut.text, folded: foldText(cut.text) };
    yield;
    const source = { text, folded: foldText(text) };
    yield;
    for (const difference of typographyDifferences(quoted, source, at)) {
      const typed = typedSpan(cut, difference.at);
      differences.push({
        ...difference,
        span: [difference.span[0] + around[0], difference.span[1] + around[0]],
        at: typed,
        quoted: reading.typed.slice(...typed),
      });
    }
  }
  if (!ending) return { article, span, differences };
  const mark = /^[.,;:!?]/u.exec(article.source.slice(span[1], span[1] + 1))?.[0] ?? '';
  const end = span[1] + mark.length;
  const quoted = reading.typed.slice(...ending);
  differences.push({ kind: 'ending', quoted, source: mark, span: [span[1], end], at: ending });
  return { article, span: [span[0], end], differences };
}
