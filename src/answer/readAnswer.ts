import type { Reader } from 'rapporteur-reader';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import { documentAsked } from '../language/documentQuestion.ts';
import { primaryLanguage } from '../language/words/stem.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import type { Hit } from '../search/hit.ts';
import { parseQuery } from '../search/query/parseQuery.ts';
import type { Answer } from './answer.ts';
import {
  answerByWords,
  bestOfEachBlock,
  excerptsOf,
  findByWords,
  LEAST_SCORE,
  nothingFound,
  type AskOptions,
  type Found,
} from './ask.ts';
import { documentAnswer } from './documentAnswer.ts';
import type { Library } from './library.ts';
import type { Meaning } from './reading/createMeaning.ts';
import { questionAsked, type QuestionAsked } from './reading/questionAsked.ts';
import { readSentences, type Read } from './reading/readSentences.ts';
import { ANSWERED_CONFIDENCE, weighReading } from './reading/weighReading.ts';

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
/** If more passages and texts than this are waiting for other questions, one is answered by its words rather than late. */
const WAITING_MAX = 60;
/** Sentences that are placed before a question is answered that may take its time; several seconds. */
const PLACED_FIRST_MAX = 3000;
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
  if (!isReadable(found, asked)) return inSlices(answerByWords(found), signal);
  const read =
    reader && meaning && reader.waiting('question') <= WAITING_MAX
      ? await readFor(found, { reader, meaning, budgetMs, signal })
      : undefined;
  if (!read) return withRead(await inSlices(answerByWords(found), signal), false);
  const { order, confidence } = weighReading(asked, read);
  const ranked = order.map(({ index, behind }): Ranked => ({
    ...entryAt(read, index),
    likely: confidence * Math.exp(behind),
  }));
  if (confidence < ANSWERED_CONFIDENCE) {
    const hits = ranked.map(hitOf);
    return withRead(await inSlices(nothingFound({ ...found, hits }), signal), true);
  }
  const several = found.scope.article === undefined && library.articles.size > 1;
  const shown = bestOfEachBlock(ranked.map((one) => ({ ...one, block: one.at[0], article: one.article.id, own: one })))
    .filter(({ likely }, at) => at === 0 || likely >= LEAST_SCORE)
    .map(({ own }) => own);
  return withRead(excerptsOf(fromEach(shown, several ? MAX_FROM_ONE : Infinity).map(excerptOfRead)), true);
}

interface ReadingTools extends Pick<ReadAnswerOptions, 'budgetMs' | 'signal'> {
  readonly reader: NonNullable<ReadAnswerOptions['reader']>;
  readonly meaning: Meaning;
}

/** A sentence that was read, with how likely it answers. */
type Ranked = Read & { readonly likely: number };

/** Whether reading can say more than the words. */
function isReadable({ question, library, scope, options, result }: Found, { kind }: QuestionAsked): boolean {
  const { phrases, excluded } = options.isPlain === true ? { phrases: [], excluded: [] } : parseQuery(question);
  const articles = scope.article ? [scope.article] : [...library.articles.values()];
  return (
    kind !== 'keywords' &&
    !result.isCommon &&
    phrases.length === 0 &&
    excluded.length === 0 &&
    articles.some(({ language }) => primaryLanguage(language) === 'en')
  );
}

async function readFor(
  { question, library, scope, options, hits }: Found,
  { reader, meaning, budgetMs, signal }: ReadingTools,
): Promise<readonly Read[] | undefined> {
  const articles = (scope.article ? [scope.article] : [...library.articles.values()]).filter(
    ({ language }) => primaryLanguage(language) === 'en',
  );
  // Who waits without a limit, as at a terminal, waits for what is quick to place.
  if (budgetMs === undefined && meaning.missing(articles) <= PLACED_FIRST_MAX) await meaning.place(articles, signal);
  return readSentences(question, { hits, articles, section: options.section, reader, meaning, budgetMs, signal });
}

function hitOf({ article, at: [block, sentence], sentenceSpan, likely, order = -Infinity }: Ranked): Hit {
  const { id, edition } = article;
  return { article: id, edition, block, sentence, span: sentenceSpan, score: likely, order, matchedShare: 0 };
}

function excerptOfRead({ article, at: [block, sentence], span, spanScore, likely }: Ranked): Excerpt {
  const excerpt = excerptOfSentence(article, block, sentence);
  const start = excerpt.span[0];
  return {
    ...excerpt,
    score: likely,
    ...(spanScore > 0 && span[0] < span[1] ? { answer: { span: [span[0] + start, span[1] + start] as const } } : {}),
  };
}

/** Leaves so many of each article. */
function fromEach<One extends { readonly article: { readonly id: string } }>(
  ranked: readonly One[],
  most: number,
): readonly One[] {
  const counts = new Map<string, number>();
  return ranked.filter(({ article: { id } }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count <= most;
  });
}

function withRead(answer: Answer, read: boolean): Answer {
  return answer.kind === 'excerpts' || answer.kind === 'nothing' ? { ...answer, read } : answer;
}
