import { createCollection, type Collection } from '../../src/search/index/collection.ts';
import { computeFeatures } from '../../src/search/features/computeFeatures.ts';
import { COLUMN, FEATURE_COUNT } from '../../src/search/features/features.ts';
import { sentenceSpan } from '../../src/search/index/indexedArticle.ts';
import { articleOf } from '../eval/evalArticle.ts';
import {
  answerableOf,
  loadSentenceHit,
  readArticles,
  type Question,
  type QuestionedArticle,
  type SentenceHit,
  type Variant,
} from './questions.ts';

/** One question put to an article, and the sentences to choose from. */
export interface Example {
  readonly set: string;
  /** `pooled`: put to several articles at once. */
  readonly variant: Variant | 'pooled';
  /** Which of its set's articles it is put to; folds are made of whole articles. */
  readonly article: number;
  /** False where the question is about another article. */
  readonly answerable: boolean;
  /** Query terms, and the share of them that no sentence holds. */
  readonly terms: number;
  readonly missing: number;
  readonly rows: number;
  readonly matrix: Float32Array;
  /** 1 for rows that answer, by the harness's own measure. */
  readonly isAnswer: Uint8Array;
  /** 1 for rows in a paragraph that answers. */
  readonly inParagraph: Uint8Array;
}

/** Rows beyond these cannot win, and cost time. */
const KEPT_ROWS = 25;
const OTHERS_PER_ARTICLE = 40;
/** As many as the folds of cross-validation, so that no pool crosses a fold. */
const POOLS = 4;
const POOLED_EVERY = 3;

/** Reads questions put to their own article, and as many more put to one that does not answer them. Deterministic. */
export async function readExamples(set: string, variants: readonly Variant[]): Promise<Example[]> {
  const sentenceHit = await loadSentenceHit();
  const articles = readArticles(set);
  const random = randomNumbers(set.length);
  return articles.flatMap((own, article) => {
    const collection = collectionOf([own]);
    const others = Array.from({ length: OTHERS_PER_ARTICLE }, () => {
      const questions = answerableOf(
        articles[(article + 1 + Math.floor(random() * (articles.length - 1))) % articles.length]!,
      );
      return questions[Math.floor(random() * questions.length)]!;
    });
    const put = (question: Question, answers: Gold | undefined): Example[] =>
      variants.flatMap((variant) => {
        const text = question[variant];
        if (text === undefined) return [];
        return [
          { set, variant, article, answerable: answers !== undefined, ...describedIn(collection, text, answers) },
        ];
      });
    return answerableOf(own)
      .flatMap((question) => put(question, { question, own, id: 'article-0', sentenceHit }))
      .concat(others.flatMap((question) => put(question, undefined)));
  });
}

/** Reads some questions put to several articles together; all of them are in one fold. */
export async function readPooled(set: string): Promise<Example[]> {
  const sentenceHit = await loadSentenceHit();
  const articles = readArticles(set);
  return Array.from({ length: POOLS }, (_, fold) => {
    const pool = articles.filter((_article, at) => at % POOLS === fold);
    const collection = collectionOf(pool);
    return pool.flatMap((own, at) =>
      answerableOf(own)
        .filter((_question, position) => position % POOLED_EVERY === 0)
        .map((question): Example => {
          const answers = { question, own, id: `article-${at}`, sentenceHit };
          const described = describedIn(collection, question.q, answers);
          return Object.assign(described, { set, variant: 'pooled' as const, article: fold, answerable: true });
        }),
    );
  }).flat();
}

/** What tells which rows answer. */
interface Gold {
  readonly question: Question;
  readonly own: QuestionedArticle;
  /** Of the article, in the collection. */
  readonly id: string;
  readonly sentenceHit: SentenceHit;
}

function describedIn(collection: Collection, text: string, gold: Gold | undefined) {
  const read = collection.read(text);
  const { query, candidates, statistics } = collection.candidatesFor(read, {});
  const { rows, matrix } = computeFeatures(query, candidates, statistics);
  const labels = rows.map((row) => labelOf(row, gold));
  const kept = keptRows(
    matrix,
    labels.map(({ inParagraph }) => inParagraph),
  );
  return {
    terms: read.terms.length,
    missing: read.terms.filter(({ ids }) => ids.length === 0).length / (read.terms.length || 1),
    rows: kept.length,
    matrix: rowsOf(matrix, kept),
    isAnswer: Uint8Array.from(kept, (row) => Number(labels[row]!.isAnswer)),
    inParagraph: Uint8Array.from(kept, (row) => Number(labels[row]!.inParagraph)),
  };
}

function labelOf({ indexed, sentence }: ReturnType<typeof computeFeatures>['rows'][number], gold: Gold | undefined) {
  if (indexed.article.id !== gold?.id) return { inParagraph: false, isAnswer: false };
  const { question, own, sentenceHit } = gold;
  const p = indexed.sentenceBlock[sentence]!;
  const here = question.answers.filter((answer) => answer.p === p);
  const { text, sents } = own.paragraphs[p]!;
  const excerpt = indexed.article.source.slice(...sentenceSpan(indexed, sentence));
  return {
    inParagraph: p === question.p || here.length > 0,
    isAnswer: here.length > 0 && sentenceHit(text, sents, here, excerpt),
  };
}

function collectionOf(articles: readonly QuestionedArticle[]): Collection {
  const collection = createCollection();
  for (const [at, { id, title, paragraphs }] of articles.entries())
    collection.add(articleOf({ id, title, paragraphs: paragraphs.map(({ text }) => text) }, at));
  return collection;
}

function keptRows(matrix: Float64Array, wanted: readonly boolean[]): readonly number[] {
  const at = (row: number, column: number) => matrix[row * FEATURE_COUNT + column]!;
  const promise = wanted.map(
    (_, row) =>
      at(row, COLUMN.sentenceRarity) +
      at(row, COLUMN.blockRarity) +
      at(row, COLUMN.sentence) +
      at(row, COLUMN.unionFirst) / 2,
  );
  const best = new Set(
    wanted
      .map((_, row) => row)
      .sort((a, b) => promise[b]! - promise[a]!)
      .slice(0, KEPT_ROWS),
  );
  return wanted.map((_, row) => row).filter((row) => wanted[row] || best.has(row));
}

function rowsOf(matrix: Float64Array, rows: readonly number[]): Float32Array {
  const kept = new Float32Array(rows.length * FEATURE_COUNT);
  for (const [at, row] of rows.entries())
    kept.set(matrix.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT), at * FEATURE_COUNT);
  return kept;
}

/** Park and Miller's generator: the same numbers each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
