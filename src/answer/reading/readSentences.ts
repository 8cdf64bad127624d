import type { PassageReading, Reader, SentenceReading } from 'rapporteur-reader';
import { isBodyBlock, type Article } from '../../article/article.ts';
import { asksAt } from '../../article/asksAt.ts';
import type { Span } from '../../language/span.ts';
import type { Hit } from '../../search/hit.ts';
import type { ReadSentence } from './evidence.ts';
import { isForeignCredit } from './doubts/creditLine.ts';
import { handOn } from './handOn.ts';
import { nearness } from './nearness.ts';
import type { ReadingTurn } from './readingLine.ts';
import type { WindowSentence } from '../../article/windowsOf.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { chooseWindows, type Chosen } from './chooseWindows.ts';
import type { Meaning } from './createMeaning.ts';

/** A sentence that was read, and where it is. */
export interface Read extends ReadSentence {
  readonly article: Article;
  /** Index into `article.blocks`, and into that block's `sentences`. */
  readonly at: readonly [block: number, sentence: number];
  readonly sentenceSpan: Span;
}

export interface ReadSentencesOptions {
  /** Sentences that the words found, the best first. */
  readonly hits: readonly Hit[];
  /** The articles that may be read. */
  readonly articles: readonly Article[];
  /** Whether a block may be shown. */
  readonly section?: ((article: Article['id'], block: number) => boolean) | undefined;
  readonly reader: Pick<Reader, 'read' | 'place'>;
  readonly meaning: Meaning;
  /** The question's turn to be read. Default: it may be read for as long as it takes. */
  readonly turn?: Pick<ReadingTurn, 'begin' | 'left'> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sentences that meaning adds to those that the words found. */
const NEAR_SENTENCES = 60;

/**
 * Reads the most promising windows for a question, in the order of their best sentence by words and meaning. Returns the sentences in the
 * order of the articles and the text, without those that are themselves questions; undefined if none could be read.
 */
export async function readSentences(
  question: string,
  { hits, articles, section, reader, meaning, turn, signal }: ReadSentencesOptions,
): Promise<readonly Read[] | undefined> {
  const placing = await reader.place([question], { priority: 'question', signal });
  if (!placing.ready) return undefined;
  const vector = placing.vectors[0]!;
  const near = await inSlices(meaning.nearest(vector, articles, NEAR_SENTENCES), signal);
  const nearnessOf = (article: Article, start: number) => meaning.nearness(vector, article, start);
  const titleNearnessOf = (article: Article) => meaning.titleNearness(vector, article);
  const candidates = { hits, near, nearnessOf, titleNearnessOf };
  const chosen = (await inSlices(chooseWindows(candidates, articles), signal)).filter(
    ({ article, window }) => !section || window.sentences.some(({ block }) => section(article.id, block)),
  );
  if (chosen.length === 0 || turn?.begin() === false) return undefined;
  const reading = await reader.read(question, chosen.map(passageOf), { budgetMs: turn?.left(), signal });
  if (!reading.ready || reading.passages.every((passage) => passage === undefined)) return undefined;
  const found = bestReadings(chosen, reading.passages).filter(
    ({ article, sentence: { block, span } }) =>
      (!section || section(article.id, block)) && !isForeignCredit(question, { article, block, span }),
  );
  const nearnesses = await nearness(
    vector,
    found.map(({ article, sentence }) => ({ article, span: sentence.span })),
    { reader, meaning, signal },
  );
  if (!nearnesses || found.length === 0) return undefined;
  const order = new Map(hits.map((hit) => [`${hit.article} ${hit.span[0]}`, hit.order] as const));
  const blocks = new Map<string, number>();
  const read = found.map(
    ({ article, sentence: { block, sentence, span }, window, reading: { score, answer, answerScore } }, at): Read => {
      const key = `${article.id} ${block}`;
      if (!blocks.has(key)) blocks.set(key, blocks.size);
      const start = window.span[0] - span[0];
      const { kind } = article.blocks[block]!;
      return {
        article,
        from: article.id,
        title: article.title,
        at: [block, sentence],
        sentenceSpan: span,
        text: article.source.slice(...span),
        kind: kind === 'caption' || kind === 'standfirst' ? kind : 'paragraph',
        block: blocks.get(key)!,
        place: sharePassed(article, span),
        order: order.get(`${article.id} ${span[0]}`),
        score,
        spanScore: answerScore,
        span: within([answer[0] + start, answer[1] + start], span[1] - span[0]),
        nearness: nearnesses[at]!,
        asks: asksAt(article, block, span),
        follows: isNext(found[at - 1], { article, sentence: { block, sentence, span } }),
      };
    },
  );
  const answering = handOn(read);
  return answering.length > 0 ? answering : undefined;
}

function passageOf({ article, window: { span, sentences } }: Chosen) {
  return {
    text: article.source.slice(...span),
    sentences: sentences.map((one): Span => [one.span[0] - span[0], one.span[1] - span[0]]),
  };
}

interface BestReading extends Chosen {
  readonly sentence: WindowSentence;
  readonly reading: SentenceReading;
}

/** Of a sentence that is in two windows, the reading that finds it likelier; in the order of the text. */
function bestReadings(
  chosen: readonly Chosen[],
  passages: readonly (PassageReading | undefined)[],
): readonly BestReading[] {
  const best = new Map<string, BestReading>();
  for (const [at, one] of chosen.entries())
    for (const [index, reading] of (passages[at]?.sentences ?? []).entries()) {
      const sentence = one.window.sentences[index]!;
      const key = `${one.article.id} ${sentence.span[0]}`;
      if (reading && reading.score > (best.get(key)?.reading.score ?? -Infinity))
        best.set(key, { ...one, sentence, reading });
    }
  return [...best.values()].sort(
    (a, b) =>
      (a.article.id < b.article.id ? -1 : Number(a.article.id > b.article.id)) ||
      a.sentence.span[0] - b.sentence.span[0],
  );
}

const sentenceIndexes = new WeakMap<Article, ReadonlyMap<number, number>>();

/** Which of its article's sentences each is, by where it begins. */
function indexesOf(article: Article): ReadonlyMap<number, number> {
  let indexes = sentenceIndexes.get(article);
  if (!indexes) {
    const starts = article.blocks.flatMap((block) => (isBodyBlock(block) ? block.sentences.map(([from]) => from) : []));
    indexes = new Map(starts.map((start, at) => [start, at]));
    sentenceIndexes.set(article, indexes);
  }
  return indexes;
}

/** A sentence's place among all of its article's, 0 to 1. */
function sharePassed(article: Article, [start]: Span): number {
  const indexes = indexesOf(article);
  return (indexes.get(start) ?? -1) / indexes.size;
}

type Placed = Pick<BestReading, 'article' | 'sentence'>;

/** Whether a sentence is the article's next after another one. */
function isNext(before: Placed | undefined, { article, sentence: { span } }: Placed): boolean {
  if (before?.article !== article) return false;
  const indexes = indexesOf(article);
  return indexes.get(span[0]) === (indexes.get(before.sentence.span[0]) ?? -1) + 1;
}

function within([start, end]: Span, length: number): Span {
  return [Math.max(0, start), Math.min(length, end)];
}
