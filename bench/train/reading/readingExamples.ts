import { readFileSync } from 'node:fs';
import { evidence } from '../../../src/answer/reading/evidence.ts';
import { handOn } from '../../../src/answer/reading/handOn.ts';
import type { ReadSentence } from '../../../src/answer/reading/evidence.ts';
import { questionAsked, type QuestionAsked } from '../../../src/answer/reading/questionAsked.ts';

/** A question with the sentences that were read for it, as `readings.ts` writes it, a line each. */
export interface WrittenReading {
  readonly set: string;
  readonly article: string;
  readonly question: string;
  /**
   * `taken-out`: the sentences that answer were taken out of the article. `unanswered`: the article does not answer. `pooled`: put
   * to all articles of the set, of which one answers; `pooled-unanswered`: of which none does.
   */
  readonly kind: 'answered' | 'taken-out' | 'unanswered' | 'pooled' | 'pooled-unanswered';
  readonly type: string;
  readonly isQuestion: boolean;
  /** As `QuestionAsked` has it. */
  readonly deed: readonly string[];
  /** By article. */
  readonly titles: Readonly<Record<string, string>>;
  /** `a` and `p`: whether it answers, and whether its paragraph does. */
  readonly read: readonly (ReadSentence & {
    readonly a: number;
    readonly p: number;
    /** What the second reading says, of the likeliest. */
    readonly again?: number | undefined;
  })[];
}

/** The same, described. */
export interface ReadingExample extends WrittenReading {
  readonly asked: QuestionAsked;
  readonly matrix: Float64Array;
}

/** Reads what `readings.ts` has written. */
export function readReadingExamples(file: string): readonly ReadingExample[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const written = JSON.parse(line) as WrittenReading;
      const asked = { ...questionAsked(written.question, written.isQuestion), deed: new Set(written.deed) };
      const read = handOn(written.read.map((one) => ({ ...one, title: written.titles[one.from ?? ''] })));
      return { ...written, read, asked, matrix: evidence(asked, read) };
    })
    .filter(({ read }) => read.length > 0);
}
