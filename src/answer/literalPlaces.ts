import type { Article } from '../article/article.ts';
import { foldedString, foldText } from '../language/foldText.ts';
import type { QuoteReading } from '../language/quoteReadings.ts';
import type { Span } from '../language/span.ts';
import { typographyDifferences } from '../language/typography.ts';
import type { Difference } from './differences.ts';
import { articlesHolding, placesOf, type FoldedArticle, type Place, type QuoteIndex } from './quoteIndex.ts';

/** Where a quotation stands word for word, and how its typography differs there. */
export interface LiteralPlace {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
}

/** The places of the first reading that has any; in order, but those without a difference first. */
export interface LiteralPlaces {
  readonly reading: QuoteReading;
  readonly places: readonly LiteralPlace[];
}

/** Places that are looked at; beyond these a quotation is too common to tell them apart. */
const PLACES_MAX = 500;

interface Variant extends QuoteReading {
  readonly changed?: Pick<Difference, 'kind' | 'quoted'> | undefined;
}

/**
 * Finds a quotation word for word, in as much as possible of what was typed: exactly, else but for its typography, else
 * without a closing full stop or comma, or with words put together that a line's end divided. Only where that fails
 * too are an attribution and chat markup taken off.
 */
export function literalPlaces(index: QuoteIndex, readings: readonly QuoteReading[]): LiteralPlaces | undefined {
  const variants = variantsOf(readings);
  const holders = holdersOf(
    index,
    variants.map(({ text }) => foldedString(text)),
  );
  let folded: LiteralPlaces | undefined;
  for (const variant of variants) {
    const needle = foldedString(variant.text);
    const known = placesOf({ articles: holders.get(needle)! }, needle, PLACES_MAX);
    if (known.length === 0) continue;
    if (folded && variant.level > folded.reading.level) return folded;
    const places = known
      .map((place) => literalPlace(place, variant))
      .sort((a, b) => Number(a.differences.length > 0) - Number(b.differences.length > 0));
    if (places[0]!.differences.length === 0) return { reading: variant, places };
    folded ??= { reading: variant, places };
  }
  return folded;
}

/** Tells which articles hold each of the needles; the shortest are looked up first, as most of the others hold them. */
function holdersOf(
  { articles }: QuoteIndex,
  needles: readonly string[],
): ReadonlyMap<string, readonly FoldedArticle[]> {
  const holders = new Map<string, readonly FoldedArticle[]>();
  for (const needle of [...new Set(needles)].sort((a, b) => a.length - b.length)) {
    const part = [...holders.keys()].findLast((shorter) => needle.includes(shorter));
    const candidates = part === undefined ? articles : holders.get(part)!;
    holders.set(needle, articlesHolding(candidates, needle));
  }
  return holders;
}

function variantsOf(readings: readonly QuoteReading[]): readonly Variant[] {
  return readings
    .flatMap((reading): readonly Variant[] => [reading, ...withoutEnding(reading), ...withoutHyphens(reading)])
    .sort((a, b) => a.level - b.level || Number(a.changed !== undefined) - Number(b.changed !== undefined));
}

function withoutEnding(reading: QuoteReading): readonly Variant[] {
  const text = reading.text.replace(/(?<=[\p{L}\p{N}"”’'»%)\]])\s*[.,]$/u, '');
  return text === reading.text ? [] : [{ ...reading, text, changed: { kind: 'ending', quoted: reading.text.at(-1)! } }];
}

function withoutHyphens(reading: QuoteReading): readonly Variant[] {
  const hyphen = /(?<=\p{L})[-‐]\s*\n\s*(?=\p{Ll})/gu;
  const first = hyphen.exec(reading.text)?.[0];
  if (first === undefined) return [];
  return [{ ...reading, text: reading.text.replace(hyphen, ''), changed: { kind: 'hyphenation', quoted: first } }];
}

function literalPlace({ article, span, around, folded, at }: Place, { text, changed }: Variant): LiteralPlace {
  const own = changed ? [changedAt(article, span, changed)] : [];
  const source = article.source.slice(...around);
  if (article.source.slice(...span) === text) return { article, span, differences: own };
  const differences: Difference[] = [];
  for (const difference of typographyDifferences({ text, folded: foldText(text) }, { text: source, folded }, at))
    differences.push({ ...difference, span: [difference.span[0] + around[0], difference.span[1] + around[0]] });
  return { article, span, differences: [...differences, ...own] };
}

function changedAt(
  { source }: Article,
  [start, end]: Span,
  { kind, quoted }: Pick<Difference, 'kind' | 'quoted'>,
): Difference {
  if (kind !== 'ending') return { kind, quoted, source: '', span: [start, start] };
  const mark = /^[.,;:!?]/u.exec(source.slice(end))?.[0] ?? '';
  return { kind, quoted, source: mark, span: [end, end + mark.length] };
}
