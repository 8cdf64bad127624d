import { type Article, isBodyBlock } from '../article/article.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { contains, type Span } from '../language/span.ts';
import type { Hit } from '../search/hit.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { acrossExcerpts } from './acrossExcerpts.ts';
import type { AnswerOf } from './answer.ts';
import { foundWords } from './foundWords.ts';
import { articleFound, excerptOfHit, searchScope } from './hits.ts';
import { withQuestion } from './withBefore.ts';
import { withReplies } from './withReplies.ts';
import type { Library, Scope } from './library.ts';
import { nearWords } from './nothing/nearWords.ts';
import { scopeOf } from './nothing/nothing.ts';
import { whyNothing } from './nothing/whyNothing.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';
import { findByWords, LEAST_SCORE, type Found } from './ask.ts';
import { hitOf, HITS_READ, orderByReading, type ReadingOptions } from './reading/orderByReading.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';

/** How much of the text around a match is quoted: the sentence, its paragraph, or that with its neighbours. */
export type QuoteScope = 'sentence' | 'paragraph' | 'context';

/** Matches that an answer carries, to be paged through. */
const MAX_MATCHES = 25;
/** Matches that are counted as further ones. */
const MAX_COUNTED = 100;
/** Matches whose words are compared in order; which of them comes first is decided by that. */
const MAX_COMPARED = 10;
/** Where the words are found as they are, a further match must hold more than this share of them. */
const LEAST_SHARE = 0.5;

export interface QuoteOptions extends Scope {
  readonly around?: QuoteScope | undefined;
}

/** Sentences about some words, in order, and whether they are worth showing. */
interface About {
  readonly hits: readonly Hit[];
  readonly isFound: boolean;
}

/**
 * Finds the sentences that hold `text` word for word, then those about it, the best first. Words that no sentence holds as
 * typed are looked for over sentences and in headings; where they are nowhere, the answer says how near the sentences about them come.
 * A question that no sentence holds is answered in the order of `ask`. A step is a look at the index.
 */
export function* quoteSteps(
  text: string,
  library: Library,
  { around, ...scope }: QuoteOptions = {},
): Steps<AnswerOf<'excerpts' | 'nothing'>> {
  const literal = yield* quoteLiteral(text, library, { around, ...scope });
  const answer =
    literal ?? (yield* quoteByWords(yield* findByWords(text, library, { ...scope, isPlain: true }), around));
  return yield* withAllFound(answer, text, library);
}

/** The same, with what answers a question found by reading, where that can be done. */
export async function readQuote(
  text: string,
  library: Library,
  { signal, ...options }: QuoteOptions & ReadingOptions,
): Promise<AnswerOf<'excerpts' | 'nothing'>> {
  const answer = await readMatches(text, library, { signal, ...options });
  return inSlices(withAllFound(answer, text, library), signal);
}

async function readMatches(
  text: string,
  library: Library,
  { around, reader, meaning, budgetMs, signal, ...scope }: QuoteOptions & ReadingOptions,
): Promise<AnswerOf<'excerpts' | 'nothing'>> {
  const literal = await inSlices(quoteLiteral(text, library, { around, ...scope }), signal);
  if (literal) return literal;
  const found = await inSlices(findByWords(text, library, { ...scope, isPlain: true, limit: HITS_READ }), signal);
  const reading = await orderByReading(found, { reader, meaning, budgetMs, signal });
  if (reading.kind !== 'read')
    return inSlices(quoteByWords(reading.kind === 'unread' ? { ...found, read: false } : found, around), signal);
  const { ranked, isAnswered } = reading;
  const hits = ranked.filter(({ likely }, at) => at === 0 || likely >= LEAST_SCORE).map(hitOf);
  const about = { hits, isFound: isAnswered };
  return inSlices(quoteAbout({ ...found, read: true }, about, around), signal);
}

/** Says where in each excerpt the words are that were looked for. */
function* withAllFound(
  answer: AnswerOf<'excerpts' | 'nothing'>,
  text: string,
  library: Library,
): Steps<AnswerOf<'excerpts' | 'nothing'>> {
  if (answer.kind === 'nothing') return answer;
  const excerpts: Excerpt[] = [];
  for (const excerpt of answer.excerpts) {
    yield;
    excerpts.push(withFound(excerpt, text, library));
  }
  return { ...answer, excerpts };
}

/** Says where in an excerpt the words are that were looked for, unless it has no others. */
function withFound(excerpt: Excerpt, text: string, library: Library): Excerpt {
  const language = library.articles.get(excerpt.article)?.language ?? 'en';
  const [start] = excerpt.span;
  const found = foundWords(text, excerpt.text, language);
  const [from, to] = [found[0]?.[0] ?? 0, found.at(-1)?.[1] ?? 0];
  const isAll = found.length === 1 && !/[\p{L}\p{N}]/u.test(excerpt.text.slice(0, from) + excerpt.text.slice(to));
  if (found.length === 0 || isAll) return excerpt;
  return { ...excerpt, found: found.map((span): Span => [start + span[0], start + span[1]]) };
}

/** Quotes what holds some words as typed: in a sentence, over sentences, or in a heading. */
function* quoteLiteral(
  text: string,
  library: Library,
  { around = 'sentence', ...scope }: QuoteOptions,
): Steps<AnswerOf<'excerpts'> | undefined> {
  const options = { ...searchScope(library, scope, MAX_COUNTED), isPlain: true };
  const hits = yield* library.index.steps.suggest(text, { ...options, isFinished: true });
  if (hits.some(({ literal }) => literal)) {
    const matches = hits.filter(({ literal, matchedShare }) => literal || matchedShare > LEAST_SHARE);
    return carried(withContext(widen(matches, library, around), library));
  }
  yield;
  const across = (yield* acrossExcerpts(text, library, options)).excerpts;
  return across.length > 0 ? carried(withContext(across, library)) : undefined;
}

function* quoteByWords(found: Found, around: QuoteScope | undefined): Steps<AnswerOf<'excerpts' | 'nothing'>> {
  const { result } = found;
  const matches = found.hits.slice(0, MAX_COUNTED).filter(({ matchedShare }) => matchedShare > 0);
  const isFound = result.answered && matches.length > 0;
  if (!isFound) return yield* quoteAbout(found, { hits: found.hits, isFound }, around);
  const hits = result.isQuestion ? matches : yield* nearestFirst(found.question, matches, found.library);
  return yield* quoteAbout(found, { hits, isFound }, around);
}

/** Quotes sentences about some words, and says how near they come to those; or says that there are none. */
function* quoteAbout(
  found: Found,
  { hits, isFound }: About,
  around: QuoteScope = 'sentence',
): Steps<AnswerOf<'excerpts' | 'nothing'>> {
  const { question: text, library, scope, options, read, result } = found;
  yield;
  if (isFound) {
    const excerpts = carried(withContext(widen(hits, library, around), library));
    const near = yield* withNearness(excerpts, { text, library, scope });
    return read === undefined ? near : { ...near, read };
  }
  const nothing = yield* whyNothing({ text, options, library, scope, hits, isVerbatim: !result.isQuestion });
  return read === undefined ? nothing : { ...nothing, read };
}

/** Puts sentences that hold most of the words in their order before others, among the few that are compared word by word. */
function* nearestFirst(text: string, hits: readonly Hit[], library: Library): Steps<readonly Hit[]> {
  const compared: { readonly hit: Hit; readonly order: number }[] = [];
  for (const hit of hits.slice(0, MAX_COMPARED)) {
    yield;
    const [excerpt] = excerptOfHit(library, hit);
    const language = library.articles.get(hit.article)?.language ?? 'en';
    compared.push({ hit, order: excerpt ? nearWords(text, excerpt, language).order : 0 });
  }
  const [best] = compared.toSorted((a, b) => b.order - a.order);
  if (!best || best.order <= entryAt(compared, 0).order) return hits;
  return [best.hit, ...hits.filter((hit) => hit !== best.hit)];
}

/** Says how near each excerpt comes to words that none of them holds as typed. */
function* withNearness(
  answer: AnswerOf<'excerpts'>,
  { text, library, scope }: { readonly text: string; readonly library: Library; readonly scope: Scope },
): Steps<AnswerOf<'excerpts'>> {
  const restricted = scopeOf(scope);
  const passages: Omit<ReturnType<typeof nearWords>, 'order'>[] = [];
  for (const excerpt of answer.excerpts) {
    yield;
    const { order: _, ...nearness } = nearWords(text, excerpt, library.articles.get(excerpt.article)?.language ?? 'en');
    passages.push(nearness);
  }
  return { ...answer, near: { ...(restricted ? { scope: restricted } : {}), passages } };
}

/** Puts to each match the question that it answers or the list's lead-in, and its reply or list. */
function withContext(excerpts: readonly Excerpt[], library: Library): readonly Excerpt[] {
  return excerpts.map((excerpt) => {
    const article = articleFound(library, excerpt);
    if (!article) return excerpt;
    const block = article.blocks.findIndex(({ span }) => contains(span, excerpt.span));
    const [whole = excerpt, ...replies] = withReplies([excerpt], () => article);
    return { ...withQuestion(article, block, whole), ...(replies.length === 0 ? {} : { after: replies }) };
  });
}

function carried(excerpts: readonly Excerpt[]): AnswerOf<'excerpts'> {
  return {
    kind: 'excerpts',
    excerpts: excerpts.slice(0, MAX_MATCHES),
    more: Math.max(0, excerpts.length - MAX_MATCHES),
  };
}

/** Quotes the passages that a reference names, as wide as asked. */
export function quotePassages(
  article: Article,
  passages: readonly Passage[],
  around: QuoteScope = 'sentence',
): readonly Excerpt[] {
  switch (around) {
    case 'sentence':
      return passages.map((passage) => excerptOf(article, passage));
    case 'paragraph':
      return blocksOfPassages(passages).map((block) => excerptOf(article, passageOfBlock(article, block)));
    case 'context':
      return withNeighbours(article, blocksOfPassages(passages)).map((block) =>
        excerptOf(article, passageOfBlock(article, block)),
      );
    default:
      return around satisfies never;
  }
}

function widen(hits: readonly Hit[], library: Library, around: QuoteScope): readonly Excerpt[] {
  if (around === 'sentence') return hits.flatMap((hit) => excerptOfHit(library, hit));
  const [first] = hits;
  const article = first && articleFound(library, first);
  if (first && article && around === 'context') {
    return quotePassages(
      article,
      [passageOfSentences(article, first.block, [first.sentence, first.sentence + 1])],
      around,
    );
  }
  const firstOfBlock = new Map(hits.map((hit) => [`${hit.article} ${hit.block}`, hit] as const).reverse());
  return [...firstOfBlock.values()].reverse().flatMap((hit) => {
    const owner = articleFound(library, hit);
    return owner ? [{ ...excerptOf(owner, passageOfBlock(owner, hit.block)), score: hit.score }] : [];
  });
}

/** Adds the blocks of the same kind before and after; a title or heading stands alone. */
function withNeighbours({ blocks: all }: Article, blocks: readonly number[]): readonly number[] {
  const { kind } = entryAt(all, entryAt(blocks, 0));
  const alike = all.flatMap((block, index) => (isBodyBlock(block) && block.kind === kind ? [index] : []));
  const [first, last] = [alike.indexOf(entryAt(blocks, 0)), alike.indexOf(lastOf(blocks))];
  return first === -1 ? blocks : alike.slice(Math.max(0, first - 1), last + 2);
}

function blocksOfPassages(passages: readonly Passage[]): readonly number[] {
  return [...new Set(passages.map(({ block }) => block))];
}
