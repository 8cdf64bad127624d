import type { Article } from '../article/article.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import { nearest } from '../language/nearest.ts';
import { quoteReadings, type QuoteReading } from '../language/quoteReadings.ts';
import { contains, overlaps, type Span } from '../language/span.ts';
import { parseSplice, type Splice } from '../language/splice.ts';
import { wordsOf } from '../language/words.ts';
import type { AnswerOf } from './answer.ts';
import { describeClaim, holdsAt, parseClaim, type Claim } from './claim.ts';
import type { Difference } from './differences.ts';
import { literalPlaces, type LiteralPlace } from './literalPlaces.ts';
import { nearestPassage } from './nearestPassage.ts';
import { omittedBefore, type Omission } from './omissions.ts';
import { createQuoteIndex, type QuoteIndex } from './quoteIndex.ts';
import { scatteredPlaces } from './scatteredPlaces.ts';
import { splicedPlaces } from './splicedPlaces.ts';
import { wordDifferences } from './wordDifferences.ts';

/** What somebody quotes, and where they say it stands. */
export interface VerifyRequest {
  readonly quote: string;
  /** A reference, a handle or a link to the reader. */
  readonly reference?: string | undefined;
  /** An article's id. */
  readonly article?: string | undefined;
}

interface Articles {
  /** By id. */
  readonly articles: ReadonlyMap<string, Article>;
}

type Verdict = AnswerOf<'verdict'>;

/** A quotation that is shorter stands in most texts by chance. */
export const QUOTE_MIN_CHARS = 12;
export const QUOTE_MIN_WORDS = 3;
/** A longer one is refused; Discord's options and messages end before. */
export const QUOTE_MAX_CHARS = 10_000;
/** Places that an answer lists. */
export const MATCHES_MAX = 25;

/**
 * Judges whether a quotation stands in the articles. `verdict` is about its words alone: `exact`; `folded` (other
 * typography); `spliced` (fragments in order, with marked omissions or insertions); `altered` (other words);
 * `too-short`; `absent`. `claimed` is about the place; `elsewhere` are exact or folded words in another place than
 * claimed. An explicit claim goes before a citation that stands in the quotation. Alike is never a verdict: everything but `altered` and `absent`
 * is decided on the source string.
 */
export function verify(
  { quote, reference, article }: VerifyRequest,
  { articles }: Articles,
): Verdict | AnswerOf<'invalid'> {
  if (quote.length > QUOTE_MAX_CHARS)
    return invalid('quote', `A quotation can have ${QUOTE_MAX_CHARS} characters at most.`);
  const readings = quoteReadings(quote);
  if (wordsOf(readings.at(-1)?.text ?? '').length === 0) return invalid('quote', 'The quotation has no words.');
  if (article !== undefined && !articles.has(article))
    return invalid('article', `There is no article "${article}".`, nearest(article, [...articles.keys()]));
  const stated = parseClaim(reference, article);
  if (reference !== undefined && stated?.reference === undefined)
    return invalid('reference', `"${reference}" is not a reference such as ¶12, ¶12.2, ¶3-5 or Fig. 2.`);
  const judgement = judge(readings, createQuoteIndex(articles.values()), stated);
  return answerOf(judgement, [...articles.values()]);
}

/** Words found in one place. */
interface Found {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

interface Judgement {
  readonly verdict: Verdict['verdict'];
  readonly claim: Claim | undefined;
  /** Best first. */
  readonly found: readonly Found[];
}

function judge(readings: readonly QuoteReading[], index: QuoteIndex, stated: Claim | undefined): Judgement {
  const core = readings.at(-1)!;
  const whole = literalPlaces(index, readings);
  const claim = stated ?? parseClaim((whole?.reading ?? core).citation, undefined);
  const literal = whole?.places.map(withBefore) ?? [];
  if (isShort((whole?.reading ?? core).text)) return { verdict: 'too-short', claim, found: literal };
  if (whole) return { verdict: literal[0]!.differences.length === 0 ? 'exact' : 'folded', claim, found: literal };
  const lines = judgeLines(core.text, index);
  if (lines) return { ...lines, claim };
  const splice = parseSplice(core.text);
  if (splice && isShort(splice.fragments.join(' '))) return { verdict: 'too-short', claim, found: [] };
  const spliced = judgeSplices(core.text, splice, index);
  if (spliced) return { ...spliced, claim };
  const passage = nearestPassage(index, core.text, {
    splice,
    preferred: ({ article, span }) => claim !== undefined && holdsAt(claim, article, span),
  });
  if (!passage) return { verdict: 'absent', claim, found: [] };
  const { article, span } = passage;
  return { verdict: 'altered', claim, found: [{ article, span, ...wordDifferences(passage) }] };
}

function withBefore({ article, span, differences }: LiteralPlace): Found {
  return { article, span, differences, omitted: omittedBefore(article, span[0]) };
}

type Spliced = Omit<Judgement, 'claim'>;

/** Reads a quotation of several paragraphs that passes over what stands between them: captions and headings. */
function judgeLines(core: string, index: QuoteIndex): Spliced | undefined {
  const fragments = core.split(/\s*\n\s*/u).filter((line) => wordsOf(line).length > 0);
  if (fragments.length < 2 || fragments.every(isShort)) return undefined;
  const joints = fragments
    .slice(1)
    .map(() => ({ kind: 'ellipsis', text: '\n', breaks: true, attached: false }) as const);
  const places = splicedPlaces(index, { fragments, joints, edges: [], letters: [] });
  const found = places.filter(({ article, omitted }) => omitted.every(({ span }) => isBesides(article, span)));
  return found.length === 0 ? undefined : { verdict: 'spliced', found };
}

/** Tells whether a span holds whole captions and headings only. */
function isBesides({ blocks }: Article, span: Span): boolean {
  const touched = blocks.filter((block) => overlaps(block.span, span));
  return touched.every((block) => (block.kind === 'caption' || block.kind === 'heading') && contains(span, block.span));
}

/** Reads brackets as they stand first, then as insertions; at last looks for fragments that are real each by itself. */
function judgeSplices(core: string, all: Splice | undefined, index: QuoteIndex): Spliced | undefined {
  if (!all) return undefined;
  const ellipses = parseSplice(core, 'ellipses');
  const first = ellipses && judgeSplice(ellipses, index);
  const spliced = first ?? judgeSplice(all, index);
  if (spliced) return spliced;
  const scattered = (ellipses && scatteredPlaces(index, ellipses)) ?? scatteredPlaces(index, all);
  return scattered && { verdict: 'altered', found: scattered };
}

function judgeSplice(splice: Splice, index: QuoteIndex): Spliced | undefined {
  if (splice.fragments.every(isShort)) return undefined;
  const found = splicedPlaces(index, splice).map(({ article, span, differences, omitted }) => ({
    article,
    span,
    differences: [...edgeDifferences(splice, span), ...differences],
    omitted: [...omittedBefore(article, span[0]), ...omitted],
  }));
  if (found.length === 0) return undefined;
  const inserted = splice.edges.some(({ kind }) => kind === 'bracket');
  const marked = inserted || splice.joints.length > 0 || splice.letters.length > 0;
  return { verdict: marked ? 'spliced' : 'folded', found };
}

function edgeDifferences({ edges }: Splice, [start, end]: Span): readonly Difference[] {
  return edges.map(({ kind, text, at }) => ({
    kind: kind === 'bracket' ? 'inserted' : 'ellipsis',
    quoted: text,
    source: '',
    span: at === 'start' ? [start, start] : [end, end],
  }));
}

function isShort(text: string): boolean {
  return text.length < QUOTE_MIN_CHARS || wordsOf(text).length < QUOTE_MIN_WORDS;
}

function answerOf({ verdict, claim, found }: Judgement, articles: readonly Article[]): Verdict {
  const held = claim ? found.filter(({ article, span }) => holdsAt(claim, article, span)) : [];
  const ordered = [...held, ...found.filter((place) => !held.includes(place))];
  const holds = verdict === 'altered' && found.length > 1 ? held.length === found.length : held.length > 0;
  const literal = verdict === 'exact' || verdict === 'folded';
  const shown = ordered.slice(0, MATCHES_MAX);
  const first = verdict === 'altered' ? shown : shown.slice(0, 1);
  const final = claim && literal && !holds ? 'elsewhere' : verdict;
  return {
    kind: 'verdict',
    verdict: final === 'exact' && (first[0]?.differences.length ?? 0) > 0 ? 'folded' : final,
    matches: shown.flatMap(({ article, span }) => excerptsOfSpan(article, span)),
    differences: first.flatMap(({ differences }) => differences),
    omitted: first.flatMap(({ omitted }) => omitted),
    ...(claim ? { claimed: describeClaim(claim, holds, articles) } : {}),
    searched: articles.map(({ id, edition }) => ({ article: id, edition })),
    ...(verdict === 'too-short' || found.length > shown.length ? { places: found.length } : {}),
  };
}

function invalid(option: string, message: string, near: readonly string[] = []): AnswerOf<'invalid'> {
  return { kind: 'invalid', option, message, nearest: near };
}
