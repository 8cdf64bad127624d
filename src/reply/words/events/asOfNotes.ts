import type { AnswerOf } from '../../../answer/answer.ts';
import { edtfInWords } from './edtfInWords.ts';

/** Says how times were read that are of no event as of today: a sentence for each. */
export function asOfNotes({ asOf = [] }: Pick<AnswerOf<'events'>, 'asOf'>): readonly string[] {
  const notes = asOf.map(
    ({ published, phrase, edtf }) =>
      `Nothing fits “${phrase}” as of today; as of the article’s date, ${edtfInWords(published)}, it is ${edtfInWords(edtf)}.`,
  );
  return [...new Set(notes)];
}
