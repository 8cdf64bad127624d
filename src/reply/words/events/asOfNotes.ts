import type { AnswerOf } from '../../../answer/answer.ts';
import { edtfInWords } from './edtfInWords.ts';

/** Says as of which day times were read if no event fits them as of today: a sentence each. */
export function asOfNotes({ asOf = [] }: Pick<AnswerOf<'events'>, 'asOf'>): readonly string[] {
  const notes = asOf.map(
    ({ published, phrase, edtf }) =>
      `Nothing fits “${phrase}” as of today; as of the article’s date, ${edtfInWords(published)}, it is ${edtfInWords(edtf)}.`,
  );
  return [...new Set(notes)];
}
