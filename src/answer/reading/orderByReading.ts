import type { Reader, TaggedSentence } from 'rapporteur-reader';
import type { Article } from '../../article/article.ts';
import { detectLanguage } from '../../language/detectLanguage.ts';
import { primaryLanguage } from '../../language/words/stem.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import type { Hit } from '../../search/hit.ts';
import { parseQuery } from '../../search/query/parseQuery.ts';
import type { Found } from '../ask.ts';
import { articlesMeant } from './articlesMeant.ts';
import { withDeed } from './askedDeed.ts';
import { correctedQuestion } from './correctedQuestion.ts';
import type { Meaning } from './createMeaning.ts';
import { isOfOtherDay } from './doubts/otherDay.ts';
import { questionAsked, type QuestionAsked } from './questionAsked.ts';
import { readingLineOf, type ReadingTurn } from './readingLine.ts';
import type { Read } from './readSentences.ts';
import { readTwice, type ReadTwice } from './readTwice.ts';
import { weighReading, type WeighedReading } from './weighReading.ts';

/** What reading takes. */
export interface ReadingOptions {
  /** Reads, places and tags texts. Default: words alone decide. */
  readonly reader?: (Pick<Reader, 'read' | 'place' | 'waiting'> & Partial<Pick<Reader, 'tag'>>) | undefined;
  /** Sentences placed by meaning; needed with `reader`. */
  readonly meaning?: Meaning | undefined;
  /** How long reading may take once it is the question's turn. Default: as long as it takes, without a turn. */
  readonly budgetMs?: number | undefined;
  /** How long to wait for that turn at most. Default: as long as leaves time to read. */
  readonly waitMs?: number | undefined;
  /** When it is asked; needed for what is asked about today. */
  readonly now?: Date | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A sentence that was read, with how likely it answers, and its tags if it is one of the first. */
export type Ranked = Read & { readonly likely: number; readonly tagged?: TaggedSentence | undefined };

/** The articles of a scope that can be read, and those in other languages. */
export interface Languages {
  readonly english: readonly Article[];
  readonly others: readonly Article[];
}

/**
 * What reading makes of a question. `words`: it is one that its words answer; `unread`: it could not be read; `read`: the
 * sentences that were read, the likeliest answer first, and whether that one is likely enough to be shown as one.
 */
export type ReadingOrder =
  | { readonly kind: 'words' }
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'read';
      readonly asked: QuestionAsked;
      readonly ranked: readonly Ranked[];
      readonly isAnswered: boolean;
      readonly languages: Languages;
    };

/** What was read for a question, and the tags of the likeliest sentences, by index. */
interface ReadFor {
  readonly asked: QuestionAsked;
  readonly read: ReadTwice;
  readonly weighed: WeighedReading;
  readonly tags: ReadonlyMap<number, TaggedSentence>;
}

/** Sentences by words that can be told apart by reading; the rest is far from any question. */
export const HITS_READ = 400;
/** An answer that is likelier than this is shown whatever article the question's words are about. */
const SURE = 0.45;
/** Sentences that are tagged, for the words that answer to be marked as a whole phrase; about 5 ms each. */
const TAGGED = 3;

/**
 * Orders sentences by how well they answer a question: the words find what is worth reading, and the reader, words and what
 * is asked for decide together. Keywords, phrases and what is not English are left to their words.
 */
export async function orderByReading(
  found: Found,
  { reader, meaning, budgetMs, waitMs, now, signal }: ReadingOptions,
): Promise<ReadingOrder> {
  const question = correctedQuestion(found.question, found.result.corrected);
  const plain = questionAsked(question, found.result.isQuestion);
  const languages = languagesIn(found);
  if (languages.english.length === 0 || !isReadable(found, plain)) return { kind: 'words' };
  if (!reader || !meaning || isForWords(found, languages)) return { kind: 'unread' };
  const readFor = async (turn?: ReadingTurn): Promise<ReadFor | undefined> => {
    const stopping = turn?.signal ?? signal;
    const asked = await withDeed(plain, question, { reader, signal: stopping });
    const read = await readTwice(asked, {
      question,
      hits: found.hits,
      articles: languages.english,
      section: found.options.section,
      reader,
      meaning,
      turn,
      signal: stopping,
    });
    if (!read) return undefined;
    const weighed = weighReading(asked, read.sentences, read);
    const isShown = weighed.isAnswered && (turn?.left() ?? Infinity) > 0;
    const tags = isShown ? await tagsOfFirst(weighed, read, { reader, signal: stopping }) : new Map<never, never>();
    return { asked, read, weighed, tags };
  };
  const done =
    budgetMs === undefined ? await readFor() : await readingLineOf(reader).run(readFor, { budgetMs, waitMs, signal });
  if (!done) return { kind: 'unread' };
  const { asked, read, weighed, tags } = done;
  const { order, confidence, isAnswered: isLikely } = weighed;
  const ranked = order.map(({ index, behind }): Ranked => ({
    ...entryAt(read.sentences, index),
    likely: confidence * Math.exp(behind),
    tagged: tags.get(index),
  }));
  const { text, article } = entryAt(ranked, 0);
  const isAnswered = isLikely && !isOfOtherDay(question, { asked, text, article, now });
  const meant =
    isAnswered && confidence < SURE ? await othersMeant(question, { asked, ranked, found, signal }) : undefined;
  if (!meant) return { kind: 'read', asked, ranked, isAnswered, languages };
  const [theirs = [], others = []] = [true, false].map((isTheirs) =>
    ranked.filter(({ article }) => meant.has(article.id) === isTheirs),
  );
  return { kind: 'read', asked, ranked: [...theirs, ...others], isAnswered: false, languages };
}

/** Tags the likeliest sentences; none if the reader cannot. */
async function tagsOfFirst(
  { order }: WeighedReading,
  { sentences }: ReadTwice,
  { reader, signal }: Pick<ReadingOptions, 'signal'> & { readonly reader: Partial<Pick<Reader, 'tag'>> },
): Promise<ReadonlyMap<number, TaggedSentence>> {
  const first = order.slice(0, TAGGED).map(({ index }) => index);
  const texts = first.map((index) => entryAt(sentences, index).text);
  const tagging = await reader.tag?.(texts, { priority: 'question', signal });
  return new Map(tagging?.ready === true ? first.map((index, at) => [index, entryAt(tagging.sentences, at)]) : []);
}

interface Likeliest {
  readonly asked: QuestionAsked;
  readonly ranked: readonly Ranked[];
  readonly found: Found;
  readonly signal: AbortSignal | undefined;
}

/** Lists the articles that the question's words are about; undefined if the likeliest sentence may be of one of them. */
async function othersMeant(
  question: string,
  { asked, ranked, found, signal }: Likeliest,
): Promise<ReadonlySet<Article['id']> | undefined> {
  const read = new Set(ranked.map(({ article }) => article.id));
  if (read.size < 2) return undefined;
  const { article: shown } = entryAt(ranked, 0);
  const meant = await inSlices(articlesMeant(question, { asked, shown, read, index: found.library.index }), signal);
  return meant.size > 0 ? meant : undefined;
}

/** Turns a sentence that was read into what the words would have found. */
export function hitOf({ article, at: [block, sentence], sentenceSpan, likely, order = -Infinity }: Ranked): Hit {
  const { id, edition } = article;
  return { article: id, edition, block, sentence, span: sentenceSpan, score: likely, order, matchedShare: 0 };
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

/** Whether a question is one that reading can say more about than its words. */
function isReadable({ question, options, result }: Found, { kind }: QuestionAsked): boolean {
  const { phrases, excluded } = options.isPlain === true ? { phrases: [], excluded: [] } : parseQuery(question);
  return kind !== 'keywords' && !result.isCommon && phrases.length === 0 && excluded.length === 0;
}
