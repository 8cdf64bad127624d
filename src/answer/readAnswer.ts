import type { Reader } from 'rapporteur-reader';
import type { Article } from '../article/article.ts';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import { detectLanguage } from '../language/detectLanguage.ts';
import { documentAsked } from '../language/documentQuestion.ts';
import { primaryLanguage } from '../language/words/stem.ts';
import { entryAt } from '../runtime/entryAt.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import type { Hit } from '../search/hit.ts';
import { parseQuery } from '../search/query/parseQuery.ts';
import type { Answer } from './answer.ts';
import {
  answerByWords,
  excerptsOf,
  findByWords,
  LEAST_SCORE,
  nothingFound,
  withRepliesOf,
  type AskOptions,
  type Found,
} from './ask.ts';
import { documentAnswer } from './documentAnswer.ts';
import { restrict, type Library } from './library.ts';
import type { Meaning } from './reading/createMeaning.ts';
import { bothSides } from './reading/bothSides.ts';
import { questionAsked, type QuestionAsked } from './reading/questionAsked.ts';
import { WAITING_MAX } from './reading/readingLimits.ts';
import type { Read } from './reading/readSentences.ts';
import { readTwice } from './reading/readTwice.ts';
import { ANSWERED_CONFIDENCE, weighReading } from './reading/weighReading.ts';
import { onceBefore, withBefore } from './withBefore.ts';

export interface ReadAnswerOptions extends AskOptions {
  /** Reads and places texts. Default: words alone decide. */
  readonly reader?: Pick<Reader, 'read' | 'place' | 'waiting'> | undefined;
  /** Sentences placed by meaning; needed with `reader`. */
  readonly meaning?: Meaning | undefined;
  /** How long reading may take. Default: as long as it takes. */
  readonly budgetMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sentences by words that can be told apart by reading; the rest is far from any question. */
const HITS_READ = 400;
/** Excerpts from one block: what answers "why" and "how" is often said in two sentences side by side. */
const MAX_FROM_BLOCK = 2;
/** Excerpts from one of several articles. */
const MAX_FROM_ONE = 3;

/**
 * Answers a question by reading: the words find what is worth reading, and the reader, words and what is asked for
 * together decide the order, and whether there is an answer at all. Keywords, phrases and what is not English are answered by their
 * words; so is everything when there is no reader, or it is too busy (`read` is false then). A question about the document as a
 * whole is answered by its summary, what is known of it, or its end.
 */
export async function readAnswer(
  question: string,
  library: Library,
  { reader, meaning, budgetMs, signal, ...options }: ReadAnswerOptions,
): Promise<Answer> {
  const about = documentAsked(question);
  if (about) return inSlices(documentAnswer(about, library, options), signal);
  const found = await inSlices(findByWords(question, library, { ...options, limit: HITS_READ }), signal);
  const asked = questionAsked(question, found.result.isQuestion);
  const scope = languagesIn(found);
  if (scope.english.length === 0 || !isReadable(found, asked)) return inSlices(answerByWords(found), signal);
  const read =
    reader && meaning && reader.waiting('question') <= WAITING_MAX && !isForWords(found, scope)
      ? await readTwice(asked, {
          question,
          hits: found.hits,
          articles: scope.english,
          section: found.options.section,
          reader,
          meaning,
          budgetMs,
          signal,
        })
      : undefined;
  if (!read) return inSlices(answerByWords({ ...found, read: false }), signal);
  const { order, confidence } = weighReading(asked, read.sentences, read);
  const ranked = order.map(({ index, behind }): Ranked => ({
    ...entryAt(read.sentences, index),
    likely: confidence * Math.exp(behind),
  }));
  if (confidence < ANSWERED_CONFIDENCE) {
    const unread = await inSlices(findUnread(found, scope), signal);
    if (unread?.result.answered) return inSlices(answerByWords({ ...unread, read: false }), signal);
    return inSlices(nothingFound({ ...found, hits: ranked.map(hitOf), read: true }), signal);
  }
  const sides = asked.kind === 'yes-no' ? bothSides(ranked) : ranked;
  const likely = sides.filter((one, at) => at === 0 || one.likely >= LEAST_SCORE);
  const shown = atMost(likely, MAX_FROM_BLOCK, ({ article, at: [block] }) => `${article.id} ${block}`);
  const several = scope.english.length + scope.others.length > 1;
  const fromEach = atMost(shown, several ? MAX_FROM_ONE : Infinity, ({ article }) => article.id);
  return excerptsOf(onceBefore(withRepliesOf(found, fromEach.map(excerptOfRead))), true);
}

/** The articles of a scope that can be read, and those in other languages. */
interface Languages {
  readonly english: readonly Article[];
  readonly others: readonly Article[];
}

function languagesIn({ library, scope }: Found): Languages {
  const all = scope.article ? [scope.article] : [...library.articles.values()];
  const { english = [], others = [] } = Object.groupBy(all, ({ language }) =>
    primaryLanguage(language) === 'en' ? 'english' : 'others',
  );
  return { english, others };
}

/**
 * Whether words alone can decide, because the reader knows no other language than English: the question is in another
 * one, or what its words find best is, and answers it.
 */
function isForWords({ question, hits, result }: Found, { others }: Languages): boolean {
  if (others.length === 0) return false;
  if ((detectLanguage(question) ?? 'en') !== 'en') return true;
  return result.answered && others.some(({ id }) => id === hits[0]?.article);
}

/** Looks for the words of a question in the articles that could not be read; undefined if there are none. */
function* findUnread({ question, library, options }: Found, { others }: Languages): Steps<Found | undefined> {
  if (others.length === 0) return undefined;
  const unread = restrict(library, new Set(others.map(({ id }) => id)));
  return yield* findByWords(question, unread, { isPlain: options.isPlain });
}

/** A sentence that was read, with how likely it answers. */
type Ranked = Read & { readonly likely: number };

/** Whether a question is one that reading can say more about than its words. */
function isReadable({ question, options, result }: Found, { kind }: QuestionAsked): boolean {
  const { phrases, excluded } = options.isPlain === true ? { phrases: [], excluded: [] } : parseQuery(question);
  return kind !== 'keywords' && !result.isCommon && phrases.length === 0 && excluded.length === 0;
}

function hitOf({ article, at: [block, sentence], sentenceSpan, likely, order = -Infinity }: Ranked): Hit {
  const { id, edition } = article;
  return { article: id, edition, block, sentence, span: sentenceSpan, score: likely, order, matchedShare: 0 };
}

function excerptOfRead({ article, at: [block, sentence], span, spanScore, likely }: Ranked): Excerpt {
  const excerpt = withBefore(excerptOfSentence(article, block, sentence), { article, block, sentence });
  const start = excerpt.span[0];
  return {
    ...excerpt,
    score: likely,
    ...(spanScore > 0 && span[0] < span[1] ? { answer: { span: [span[0] + start, span[1] + start] as const } } : {}),
  };
}

/** Leaves the first so many of each group. */
function atMost<One>(ranked: readonly One[], most: number, groupOf: (one: One) => string): readonly One[] {
  const counts = new Map<string, number>();
  return ranked.filter((one) => {
    const group = groupOf(one);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= most;
  });
}
