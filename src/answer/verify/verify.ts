import type { Article } from '../../article/article.ts';
import { excerptsOfSpan } from '../../excerpt/excerptsOfSpan.ts';
import { nearest } from '../../language/nearest.ts';
import { knownNames } from '../../language/quotations/attribution.ts';
import { quoteReadings } from '../../language/quotations/quoteReadings.ts';
import { wordsOf } from '../../language/words/words.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import { parseClaim } from './claim.ts';
import { createQuoteIndex, onlyArticles } from './index/quoteIndex.ts';
import { isShort } from './judge/isShort.ts';
import { judge } from './judge/judge.ts';
import { MATCHES_MAX, type Verdict } from './judge/judgement.ts';
import { verdictOf } from './judge/verdictOf.ts';
import { literalPlaces } from './literalPlaces.ts';

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

/** A longer one is refused; Discord's options and messages end before. */
export const QUOTE_MAX_CHARS = 10_000;

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
  const answer = verdictOf(
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

function invalidQuote(option: InvalidQuote['option'], reason: InvalidQuote['reason'], value: string): InvalidQuote {
  return { kind: 'invalid', option, reason, value, nearest: [] };
}
