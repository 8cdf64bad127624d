import { readFileSync } from 'node:fs';

export interface ReadingReference {
  readonly question: string;
  readonly passage: string;
  /** Question, `[SEP]`, passage. */
  readonly ids: readonly number[];
  readonly score: number;
  readonly answer: string;
}

export interface TaggingReference {
  readonly sentence: string;
  readonly ids: readonly number[];
  readonly offsets: readonly (readonly [number, number])[];
  readonly head: readonly number[];
  /** A label is null where the next one is so near that rounding decides. */
  readonly upos: readonly (string | null)[];
  readonly relation: readonly (string | null)[];
  readonly name: readonly (string | null)[];
  readonly event: readonly (string | null)[];
  /** The first numbers of the vector. */
  readonly mean: readonly number[];
}

const lines = readFileSync(new URL('reference.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ReadingReference | TaggingReference);

export const READINGS = lines.filter((line): line is ReadingReference => 'question' in line);
export const TAGGINGS = lines.filter((line): line is TaggingReference => 'sentence' in line);
