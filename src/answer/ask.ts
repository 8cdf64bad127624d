import { parseQuery } from '../search/query/parseQuery.ts';
import type { Hit } from '../search/hit.ts';
import type { SearchOptions } from '../search/searchOptions.ts';
import type { SearchResult } from '../search/searchSteps.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { contains } from '../language/span.ts';
import type { Answer, AnswerOf } from './answer.ts';
import { acrossExcerpts } from './acrossExcerpts.ts';
import { answeringHits } from './answeringHits.ts';
import { articleFound, excerptOfHit, searchScope } from './hits.ts';
import type { Library, Scope } from './library.ts';
import { whyNothing } from './nothing/whyNothing.ts';
import { isForeignCredit } from './reading/doubts/creditLine.ts';
import { withReplies } from './withReplies.ts';
import type { PhraseAcross } from './nothing/fruitlessSearch.ts';
import { onceBefore, withBefore } from './withBefore.ts';

/** Passages that an answer carries; the reply shows the first, those near it, and the rest page by page. */
const MAX_PASSAGES = 10;
/** A passage that is less likely to answer is none that anybody would want to see. */
export const LEAST_SCORE = 0.02;
/** Passages that are counted as further ones. */
const MAX_COUNTED = 50;

export interface AskOptions extends Scope {
  /** Whether the question is prose, in which no sign is an operator. Default false. */
  readonly isPlain?: boolean | undefined;
}

/** What the words of a question find. */
export interface Found {
  readonly question: string;
  readonly library: Library;
  readonly scope: Scope;
  readonly options: SearchOptions;
  readonly result: SearchResult;
  readonly hits: readonly Hit[];
  /** Whether the answer rests on reading; undefined for what is not read anyhow. */
  readonly read?: boolean;
}

/**
 * Answers a question by its words: with the sentences that answer it best, the best first, one a paragraph. A question of
 * common words alone, or a phrase that runs over sentences, is answered by where the words are as they are. Answers
 * `nothing` when the search is not confident that the source has an answer. A step is a look at the index.
 */
export function* askSteps(question: string, library: Library, options: AskOptions = {}): Steps<Answer> {
  return yield* answerByWords(yield* findByWords(question, library, options));
}

/** Looks for the words of a question. */
export function* findByWords(
  question: string,
  library: Library,
  { isPlain = false, limit = MAX_COUNTED, ...scope }: AskOptions & { readonly limit?: number } = {},
): Steps<Found> {
  const options = { ...searchScope(library, scope, limit), isPlain };
  const result = yield* library.index.steps.search(question, options);
  yield;
  const hits =
    result.isCommon && result.hits.length === 0
      ? yield* library.index.steps.literal(question, options)
      : onTopic(result);
  return { question, library, scope, options, result, hits };
}

/** Answers with what the words of a question found, or says why that is nothing. */
export function* answerByWords(found: Found): Steps<Answer> {
  const { question, library, options, result } = found;
  const first = found.hits.slice(0, MAX_COUNTED);
  const answering = isLiteral(found) ? first : answeringHits(first, library);
  const hits = isLiteral(found) ? first : withoutCredits(found, answering);
  // How sure the words are was said of the first sentence alone.
  const isSure = result.answered && hits[0] === answering[0];
  const excerpts = bestOfEachBlock(hits).flatMap((hit) =>
    excerptOfHit(library, hit).map((excerpt) => {
      const article = articleFound(library, hit);
      return article ? withBefore(excerpt, { ...hit, article }) : excerpt;
    }),
  );
  const [best] = excerpts;
  if (best && (isSure || result.isCommon)) {
    const likely = excerpts.filter((excerpt) => excerpt === best || (excerpt.score ?? 0) >= LEAST_SCORE);
    return excerptsOf(onceBefore(withRepliesOf(found, likely)), found.read);
  }
  yield;
  const across = best ? undefined : yield* phraseAcross(question, library, options);
  if (across && across.excerpts.length > 0) return excerptsOf(across.excerpts, found.read);
  return yield* nothingFound({ ...found, hits: hits.length === first.length ? found.hits : hits }, across);
}

/** Leaves out who made the text where something else is asked; keywords ask for whatever has them. */
function withoutCredits({ question, result, library }: Found, hits: readonly Hit[]): readonly Hit[] {
  if (!result.isQuestion) return hits;
  return hits.filter((hit) => {
    const article = articleFound(library, hit);
    return !article || !isForeignCredit(question, { ...hit, article });
  });
}

/** Whether the words are looked for as they are, wherever they stand. */
function isLiteral({ question, options, result }: Found): boolean {
  return result.isCommon || (options.isPlain !== true && parseQuery(question).phrases.length > 0);
}

/** Says why a question has no answer. */
export function* nothingFound(
  { question, library, scope, options, hits, read }: Found,
  across?: PhraseAcross,
): Steps<AnswerOf<'nothing'>> {
  const nothing = yield* whyNothing({ text: question, options, library, scope, hits, across });
  return read === undefined ? nothing : { ...nothing, read };
}

/** Puts the replies behind questions, as far as the scope goes. */
export function withRepliesOf({ library, options }: Found, excerpts: readonly Excerpt[]): readonly Excerpt[] {
  return withReplies(
    excerpts,
    (excerpt) => articleFound(library, excerpt),
    ({ id }, block) => options.section?.(id, block) ?? true,
  );
}

/** Answers with excerpts, as many as can be shown; what is in the list of an earlier one is not repeated. */
export function excerptsOf(found: readonly Excerpt[], read?: boolean): AnswerOf<'excerpts'> {
  const excerpts = found.filter(
    (excerpt, index) =>
      !found.slice(0, index).some(({ after = [] }) => after.some((item) => isListedIn(item, excerpt))),
  );
  return {
    kind: 'excerpts',
    excerpts: excerpts.slice(0, MAX_PASSAGES),
    more: Math.max(0, excerpts.length - MAX_PASSAGES),
    ...(read === undefined ? {} : { read }),
  };
}

function isListedIn(item: NonNullable<Excerpt['after']>[number], { article, span }: Excerpt): boolean {
  return item.article === article && contains(item.span, span);
}

/** What is beside sentences that an excluded word has taken away is no answer. */
function onTopic({ hits, hasExcluded, isCommon }: SearchResult): readonly Hit[] {
  return hasExcluded && !isCommon ? hits.filter(({ matchedShare }) => matchedShare > 0) : hits;
}

/** Finds the one phrase that a question wants, or its common words, where they run over sentences or are in a heading. */
function* phraseAcross(question: string, library: Library, options: SearchOptions): Steps<PhraseAcross | undefined> {
  const { phrases, excluded } = options.isPlain === true ? { phrases: [question], excluded: [] } : parseQuery(question);
  const [phrase, ...others] = phrases;
  if (phrase === undefined || others.length > 0 || excluded.length > 0) return undefined;
  return { phrase, ...(yield* acrossExcerpts(phrase, library, options)) };
}

/** Leaves the first sentence of each block. */
function bestOfEachBlock<One extends Pick<Hit, 'article' | 'block'>>(hits: readonly One[]): readonly One[] {
  const seen = new Set<string>();
  return hits.filter(({ article, block }) => {
    const key = `${article} ${block}`;
    return !seen.has(key) && seen.add(key);
  });
}
