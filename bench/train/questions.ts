import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a question is put: as it is, mistyped, or as keywords. */
export const VARIANTS = ['q', 'typo1', 'typo2', 'kw'] as const;
export type Variant = (typeof VARIANTS)[number];

/** A question of the public data, with where its answers are. */
export interface Question {
  readonly q: string;
  readonly p: number;
  readonly answers: readonly { readonly p: number; readonly s: number; readonly e: number }[];
  readonly typo1?: string;
  readonly typo2?: string;
  readonly kw?: string;
  readonly unanswerable?: boolean;
}

/** An article of the public data with its questions. */
export interface QuestionedArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string; readonly sents: readonly (readonly [number, number])[] }[];
  readonly questions: readonly Question[];
}

/** Whether an excerpt is (about) the sentence that holds an answer. */
export type SentenceHit = (
  paragraph: string,
  sents: QuestionedArticle['paragraphs'][number]['sents'],
  answers: Question['answers'],
  sentence: string,
) => boolean;

/** The folder with the public data and their measures (docs/evaluation.md): `EVAL_DATA`, by default one beside the repository. */
export const EVAL_FOLDER = path.resolve(
  process.env['EVAL_DATA'] ?? path.join(import.meta.dirname, '../../../shared/eval'),
);
/** The sets of questions, by file name. */
export const SETS = ['qa-dev', 'qa-news-dev', 'qa-long-dev'] as const;

/** Returns true if the data are there. */
export function hasData(): boolean {
  return existsSync(path.join(EVAL_FOLDER, 'data/qa-dev.jsonl'));
}

/** Reads a set. */
export function readArticles(set: string): readonly QuestionedArticle[] {
  const lines = readFileSync(path.join(EVAL_FOLDER, `data/${set}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as QuestionedArticle);
}

/** Lists an article's questions, without those that were written to have no answer. */
export function answerableOf({ questions }: QuestionedArticle): readonly Question[] {
  return questions.filter(({ unanswerable }) => !unanswerable);
}

/** Loads the measure that the harness has for sentences. */
export async function loadSentenceHit(): Promise<SentenceHit> {
  const harness = pathToFileURL(path.join(EVAL_FOLDER, 'harness/qa.mjs')).href;
  return ((await import(harness)) as { readonly sentenceHit: SentenceHit }).sentenceHit;
}
