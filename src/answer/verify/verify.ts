import type { Article } from '../../article/article.ts';
import { excerptsOfSpan } from '../../excerpt/excerptsOfSpan.ts';
import { knownNames } from '../../language/quotations/attribution.ts';
import { typedSpan, type CutText } from '../../language/cutText.ts';
import { nearest } from '../../language/nearest.ts';
import { quoteReadings, unjudgedOf, type QuoteReading } from '../../language/quotations/quoteReadings.ts';
import { contains, overlaps, type Span } from '../../language/span.ts';
import { linesOf, parseSplice, sentencesOf, type Splice } from '../../language/quotations/splice.ts';
import { wordsOf } from '../../language/words/words.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import type { AnswerOf } from '../answer.ts';
import { describeClaim, holdsAt, parseClaim, type Claim } from './claim.ts';
import type { Difference } from './differences.ts';
import { addedAround, partWithin, quotedParts, standsAlone, type ExactPart, type QuotedPart } from './exactPart.ts';
import { literalPlaces } from './literalPlaces.ts';
import { nearestPassage, type Nearest } from './nearestPassage.ts';
import { omittedAround, type Omission } from './omissions.ts';
import { createQuoteIndex, onlyArticles, type QuoteIndex } from './index/quoteIndex.ts';
import { scatteredPlaces } from './scatteredPlaces.ts';
import { GAP_MAX_CHARS, splicedPlaces } from './splicedPlaces.ts';
import { wordDifferences } from './wordDifferences.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';

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

/** A quotation that is shorter stands in most texts by chance; a character of a script without spaces counts twice. */
export const QUOTE_MIN_CHARS = 12;
export const QUOTE_MIN_WORDS = 3;
/** A longer one is refused; Discord's options and messages end before. */
export const QUOTE_MAX_CHARS = 10_000;
/** Places that an answer lists. */
export const MATCHES_MAX = 25;

/** Why a quotation cannot be judged: the option at fault, its value, and values that come close to it. */
export interface InvalidQuote {
  readonly kind: 'invalid';
  readonly option: 'quote' | 'article' | 'reference';
  readonly reason: 'too-long' | 'no-words' | 'unknown-article' | 'not-a-reference';
  readonly value: string;
  readonly nearest: readonly string[];
}

/** Does what `verifySteps` does at once. */
export function verify(request: VerifyRequest, library: Articles): Verdict | InvalidQuote {
  return finish(verifySteps(request, library));
}

/**
 * Judges whether a quotation is in the articles. `verdict` is about its words alone: `exact`; `folded` (other
 * typography); `spliced` (fragments in order, with marked omissions or insertions); `altered` (other words);
 * `too-short`; `absent`. `claimed` is about the place; `elsewhere` are exact or folded words in another place than
 * claimed. An explicit claim overrides a citation in the quotation. If an article is claimed, verdict, matches
 * and differences depend on the quotation and that article alone; if the words are in other articles instead,
 * `elsewhere` lists these places. Similarity is never a verdict: everything but `altered` and `absent` is decided on the
 * source string.
 */
export function* verifySteps(
  { quote, reference, article }: VerifyRequest,
  { articles }: Articles,
): Steps<Verdict | InvalidQuote> {
  if (quote.length > QUOTE_MAX_CHARS) return invalidQuote('quote', 'too-long', quote);
  const readings = quoteReadings(quote, namesOfArticles(articles.values()));
  if (wordsOf(readings.at(-1)?.text ?? '').length === 0) return invalidQuote('quote', 'no-words', quote);
  if (article !== undefined && !articles.has(article))
    return { ...invalidQuote('article', 'unknown-article', article), nearest: nearest(article, [...articles.keys()]) };
  const stated = parseClaim(reference, article);
  if (reference !== undefined && stated?.reference === undefined)
    return invalidQuote('reference', 'not-a-reference', reference);
  const index = yield* createQuoteIndex(articles.values());
  const cited = stated ?? readings.map(({ citation }) => parseClaim(citation, undefined)).findLast(Boolean);
  const named = cited?.article;
  const own = named !== undefined && articles.has(named) ? onlyArticles(index, ({ id }) => id === named) : index;
  const judgement = yield* judge(readings, own, stated);
  const answer = answerOf(
    judgement,
    own.articles.map((folded) => folded.article),
  );
  if (own === index || judgement.literal) return answer;
  const others = onlyArticles(index, ({ id }) => id !== named);
  const literal = yield* literalPlaces(others, readings);
  const searched = [...articles.values()].map(({ id, edition }) => ({ article: id, edition }));
  if (!literal || isShort(literal.reading.text)) return { ...answer, searched };
  const places = literal.places.slice(0, MATCHES_MAX);
  return { ...answer, searched, elsewhere: places.flatMap(({ article: other, span }) => excerptsOfSpan(other, span)) };
}

/** Names and titles that an attribution may have. */
function namesOfArticles(articles: Iterable<Article>): ReadonlySet<string> {
  return knownNames(
    Array.from(articles, ({ title, author, publisher }) => [
      title,
      ...(author ?? []),
      ...(publisher ? [publisher] : []),
    ]).flat(),
  );
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
  /** How what was typed was read. */
  readonly reading: QuoteReading;
  /** The words are in the source, less their typography. */
  readonly literal?: boolean;
  /** There are more places than `found`. */
  readonly more?: boolean;
  readonly near?: Nearest;
  /** What the source has of a quotation that it does not have as a whole; in the quotation as typed. */
  readonly parts?: readonly PartOfArticle[];
}

interface PartOfArticle extends ExactPart {
  readonly article: Article;
}

type Judged = Omit<Judgement, 'claim' | 'reading'>;

function* judge(readings: readonly QuoteReading[], index: QuoteIndex, stated: Claim | undefined): Steps<Judgement> {
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
function* judgeParts({ text }: QuoteReading, index: QuoteIndex, claim: Claim | undefined): Steps<Judged> {
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
  const compared = wordDifferences(passage);
  const own = part || compared.omitted.length > 0 ? undefined : partWithin(text, compared);
  const within = own && !isShort(text.slice(...own.at)) ? [{ ...own, article }] : quoted.map(partOfArticle);
  const around = omittedAround(article, compared.span).filter(({ flag }) => within.length > 0 || flag === 'quantity');
  return {
    verdict: 'altered',
    found: [{ article, ...compared, omitted: [...compared.omitted, ...around] }],
    ...(within.length > 0 ? { parts: within } : {}),
  };
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

/** Reads a quotation of several paragraphs that passes over what stands between them: captions and headings. */
function* judgeLines(text: string, index: QuoteIndex): Steps<Judged | undefined> {
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
function* judgeSplices(core: string, all: Splice | undefined, index: QuoteIndex): Steps<Judged | undefined> {
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

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function isShort(text: string): boolean {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return text.length + unspaced < QUOTE_MIN_CHARS || wordsOf(text).length < QUOTE_MIN_WORDS;
}

function answerOf(judgement: Judgement, articles: readonly Article[]): Verdict {
  const { verdict, claim, found, reading, near, parts } = judgement;
  const held = claim ? found.filter(({ article, span }) => holdsAt(claim, article, span)) : [];
  const ordered = held.length === 0 ? found : [...held, ...found.filter((place) => !held.includes(place))];
  const holds = verdict === 'altered' && found.length > 1 ? held.length === found.length : held.length > 0;
  const shown = ordered.slice(0, MATCHES_MAX);
  const scattered = verdict === 'altered' && found.length > 1;
  const first = scattered ? shown : shown.slice(0, 1);
  const folded = verdict === 'exact' && (first[0]?.differences.length ?? 0) > 0 ? 'folded' : verdict;
  const place = scattered ? undefined : shown[0];
  const matches = shown.flatMap(({ article, span }) => excerptsOfSpan(article, span));
  const isLiteral = verdict === 'exact' || verdict === 'folded';
  const counted =
    verdict === 'too-short' || found.length > shown.length || (isLiteral && matches.length !== found.length);
  return {
    kind: 'verdict',
    verdict: claim && !holds && (folded === 'exact' || folded === 'folded') ? 'elsewhere' : folded,
    matches,
    differences: first.flatMap(({ differences }) => differences.toSorted(bySpanAndPlace)),
    omitted: first.flatMap(({ omitted }) => omitted),
    unjudged: unjudgedOf(reading),
    judged: reading.parts,
    ...(place ? { passage: { article: place.article.id, edition: place.article.edition, span: place.span } } : {}),
    ...(claim ? { claimed: describeClaim(claim, holds, articles) } : {}),
    searched: articles.map(({ id, edition }) => ({ article: id, edition })),
    ...(counted ? { places: found.length } : {}),
    ...(judgement.more ? { more: true } : {}),
    ...(parts ? { parts: parts.map((part) => describePart(part, reading.typed)) } : {}),
    ...(near ? { occurring: near.occurring } : {}),
    ...(near?.sentence ? { nearest: entryAt(excerptsOfSpan(near.sentence.article, near.sentence.span), 0) } : {}),
  };
}

function describePart(
  { at, span, folded, article }: PartOfArticle,
  text: string,
): NonNullable<Verdict['parts']>[number] {
  return {
    text: text.slice(...at),
    span: at,
    verdict: folded ? 'folded' : 'exact',
    matches: excerptsOfSpan(article, span),
  };
}

function bySpanAndPlace(a: Difference, b: Difference): number {
  return a.span[0] - b.span[0] || a.at[0] - b.at[0];
}

function invalidQuote(option: InvalidQuote['option'], reason: InvalidQuote['reason'], value: string): InvalidQuote {
  return { kind: 'invalid', option, reason, value, nearest: [] };
}
