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

export const VARIANTS = ['q', 'typo1', 'typo2', 'kw'] as const;
export type Variant = (typeof VARIANTS)[number];

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

/** Reads the examples of a set for training the order of sentences. */
export async function readExamples(set: string): Promise<Example[]> {
  const { sentenceHit } = (await import(pathToFileURL(path.join(EVAL_FOLDER, 'harness/qa.mjs')).href)) as {
    sentenceHit: SentenceHit;
  };
  return readDocuments(set).flatMap((document, article) => {
    const collection = collectionOf(document);
    return document.questions
      .filter(({ unanswerable }) => !unanswerable)
      .flatMap((question) =>
        VARIANTS.flatMap((variant): Example[] => {
          const text = textOf(question, variant);
          if (text === undefined) return [];
          const { rows, matrix } = describedIn(collection, text);
          const golden = new Set([question.p, ...question.answers.map(({ p }) => p)]);
          const labels = rows.map(({ indexed, sentence }) => {
            const p = indexed.sentenceBlock[sentence]!;
            const here = question.answers.filter((answer) => answer.p === p);
            const { text: paragraph, sents } = document.paragraphs[p]!;
            const excerpt = indexed.article.source.slice(...sentenceSpan(indexed, sentence));
            return {
              inParagraph: golden.has(p),
              isAnswer: here.length > 0 && sentenceHit(paragraph, sents, here, excerpt),
            };
          });
          const kept = keptRows(
            matrix,
            labels.map(({ inParagraph }) => inParagraph),
          );
          return [
            {
              set,
              variant,
              article,
              rows: kept.length,
              matrix: rowsOf(matrix, kept),
              isAnswer: Uint8Array.from(kept, (row) => Number(labels[row]!.isAnswer)),
              inParagraph: Uint8Array.from(kept, (row) => Number(labels[row]!.inParagraph)),
            },
          ];
        }),
      );
  });
}

/** Reads questions put to their own article and to others, for training silence. Deterministic. */
export function readTrials(set: string, variants: readonly Variant[]): Trial[] {
  const documents = readDocuments(set);
  const random = randomNumbers(set.length);
  const answerable = documents.map(({ questions }) => questions.filter(({ unanswerable }) => !unanswerable));
  return documents.flatMap((document, article) => {
    const collection = collectionOf(document);
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
  return variant === 'q' ? question.q : question[variant];
}

function collectionOf({ id, title, paragraphs }: Document): Collection {
  const collection = createCollection();
  collection.add(articleOf({ id, title, paragraphs: paragraphs.map(({ text }) => text) }));
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
