import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCollection, type Collection } from '../../src/search/collection.ts';
import { describe } from '../../src/search/describe.ts';
import { COLUMN, WIDTH } from '../../src/search/features.ts';
import { sentenceSpan } from '../../src/search/indexedArticle.ts';
import { articleOf } from '../eval/evalArticle.ts';

/** One question and the sentences to choose from. */
export interface Example {
  readonly set: string;
  readonly variant: Variant;
  /** Which of its set's articles it is about; folds are made of whole articles. */
  readonly article: number;
  readonly rows: number;
  readonly matrix: Float32Array;
  /** 1 for rows that answer, by the harness's own measure. */
  readonly isAnswer: Uint8Array;
  /** 1 for rows in a paragraph that answers. */
  readonly inParagraph: Uint8Array;
}

/** A question put to an article that answers it, or to another, with what silence is decided by. */
export interface Trial {
  readonly set: string;
  readonly article: number;
  readonly variant: Variant;
  readonly answerable: boolean;
  /** Query terms, and the share of them that no sentence holds. */
  readonly terms: number;
  readonly missing: number;
  readonly rows: number;
  readonly matrix: Float32Array;
}

const VARIANTS = ['q', 'typo1', 'typo2', 'kw'] as const;
/** How a question is put: as it stands, mistyped, as keywords, or to several articles at once. */
export type Variant = (typeof VARIANTS)[number] | 'pooled';

interface Question {
  readonly q: string;
  readonly p: number;
  readonly answers: readonly { readonly p: number; readonly s: number; readonly e: number }[];
  readonly typo1?: string;
  readonly typo2?: string;
  readonly kw?: string;
  readonly unanswerable?: boolean;
}
interface Document {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string; readonly sents: readonly (readonly [number, number])[] }[];
  readonly questions: readonly Question[];
}
type SentenceHit = (
  paragraph: string,
  sents: Document['paragraphs'][number]['sents'],
  answers: Question['answers'],
  sentence: string,
) => boolean;

/** Where the public data lie, beside the repository. */
export const EVAL_FOLDER = path.join(import.meta.dirname, '../../../shared/eval');
/** Rows beyond these cannot win, and cost time. */
const KEPT_ROWS = 25;
const OTHERS_PER_ARTICLE = 40;
/** As many as the folds of cross-validation, so that no pool crosses a fold. */
const POOLS = 4;
const POOLED_EVERY = 3;

/** Reads the examples of a set for training the order of sentences. */
export async function readExamples(set: string): Promise<Example[]> {
  const harness = pathToFileURL(path.join(EVAL_FOLDER, 'harness/qa.mjs')).href;
  const { sentenceHit } = (await import(harness)) as { sentenceHit: SentenceHit };
  const documents = readDocuments(set);
  const single = documents.flatMap((document, article) => {
    const collection = collectionOf([document]);
    return answerableIn(document).flatMap((question) =>
      VARIANTS.flatMap((variant): Example[] => {
        const text = textOf(question, variant);
        if (text === undefined) return [];
        const labelled = labelledIn(collection, text, { question, document, id: 'article-0', sentenceHit });
        return [{ set, variant, article, ...labelled }];
      }),
    );
  });
  return [...single, ...pooledExamples(set, documents, sentenceHit)];
}

/** Puts some questions to several articles together; all of them are in one fold. */
function pooledExamples(set: string, documents: readonly Document[], sentenceHit: SentenceHit): Example[] {
  return Array.from({ length: POOLS }, (_, fold) => {
    const pool = documents.filter((_document, article) => article % POOLS === fold);
    const collection = collectionOf(pool);
    return pool.flatMap((document, at) =>
      answerableIn(document)
        .filter((_question, position) => position % POOLED_EVERY === 0)
        .map((question): Example => {
          const labelled = labelledIn(collection, question.q, { question, document, id: `article-${at}`, sentenceHit });
          return Object.assign(labelled, { set, variant: 'pooled' as const, article: fold });
        }),
    );
  }).flat();
}

interface Labelling {
  readonly question: Question;
  readonly document: Document;
  /** Of the document, in the collection. */
  readonly id: string;
  readonly sentenceHit: SentenceHit;
}

function labelledIn(collection: Collection, text: string, { question, document, id, sentenceHit }: Labelling) {
  const { rows, matrix } = describedIn(collection, text);
  const golden = new Set([question.p, ...question.answers.map(({ p }) => p)]);
  const labels = rows.map(({ indexed, sentence }) => {
    const p = indexed.sentenceBlock[sentence]!;
    if (indexed.article.id !== id) return { inParagraph: false, isAnswer: false };
    const here = question.answers.filter((answer) => answer.p === p);
    const { text: paragraph, sents } = document.paragraphs[p]!;
    const excerpt = indexed.article.source.slice(...sentenceSpan(indexed, sentence));
    return { inParagraph: golden.has(p), isAnswer: here.length > 0 && sentenceHit(paragraph, sents, here, excerpt) };
  });
  const kept = keptRows(
    matrix,
    labels.map(({ inParagraph }) => inParagraph),
  );
  return {
    rows: kept.length,
    matrix: rowsOf(matrix, kept),
    isAnswer: Uint8Array.from(kept, (row) => Number(labels[row]!.isAnswer)),
    inParagraph: Uint8Array.from(kept, (row) => Number(labels[row]!.inParagraph)),
  };
}

function answerableIn({ questions }: Document): readonly Question[] {
  return questions.filter(({ unanswerable }) => !unanswerable);
}

/** Reads questions put to their own article and to others, for training silence. Deterministic. */
export function readTrials(set: string, variants: readonly Variant[]): Trial[] {
  const documents = readDocuments(set);
  const random = randomNumbers(set.length);
  const answerable = documents.map(answerableIn);
  return documents.flatMap((document, article) => {
    const collection = collectionOf([document]);
    const others = Array.from({ length: OTHERS_PER_ARTICLE }, () => {
      const other = (article + 1 + Math.floor(random() * (documents.length - 1))) % documents.length;
      return answerable[other]![Math.floor(random() * answerable[other]!.length)]!;
    });
    return variants.flatMap((variant) =>
      [
        ...answerable[article]!.map((question) => ({ question, own: true })),
        ...others.map((question) => ({ question, own: false })),
      ].flatMap(({ question, own }): Trial[] => {
        const text = textOf(question, variant);
        if (text === undefined) return [];
        const { rows, matrix, terms, missing } = describedIn(collection, text);
        const kept = keptRows(
          matrix,
          rows.map(() => false),
        );
        return [
          { set, article, variant, answerable: own, terms, missing, rows: kept.length, matrix: rowsOf(matrix, kept) },
        ];
      }),
    );
  });
}

/** Tells whether the data are there. */
export function hasData(): boolean {
  return existsSync(path.join(EVAL_FOLDER, 'data/qa-dev.jsonl'));
}

function textOf(question: Question, variant: Variant): string | undefined {
  return variant === 'q' || variant === 'pooled' ? question.q : question[variant];
}

function collectionOf(documents: readonly Document[]): Collection {
  const collection = createCollection();
  for (const [at, { id, title, paragraphs }] of documents.entries())
    collection.add(articleOf({ id, title, paragraphs: paragraphs.map(({ text }) => text) }, at));
  return collection;
}

function describedIn(collection: Collection, text: string) {
  const read = collection.read(text);
  const { query, candidates, statistics } = collection.candidatesFor(read, {});
  const missing = read.terms.filter(({ ids }) => ids.length === 0).length / (read.terms.length || 1);
  return { ...describe(query, candidates, statistics), terms: read.terms.length, missing };
}

function keptRows(matrix: Float64Array, wanted: readonly boolean[]): readonly number[] {
  const at = (row: number, column: number) => matrix[row * WIDTH + column]!;
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
  const kept = new Float32Array(rows.length * WIDTH);
  for (const [at, row] of rows.entries()) kept.set(matrix.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH);
  return kept;
}

function readDocuments(set: string): Document[] {
  const lines = readFileSync(path.join(EVAL_FOLDER, `data/${set}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Document);
}

/** Park and Miller's generator: the same numbers each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
