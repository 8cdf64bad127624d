import { answerFit, deedHeld, hasNumber, measured } from '../answerFit.ts';
import { besideOf, type Beside } from './besideOf.ts';
import type { QuestionAsked } from '../questionAsked.ts';

/**
 * Finds the sentence with the number of those who did what is asked, where the likeliest one says only what might be, and nothing of
 * the deed: "Some 900 people could get relief. Only about 700 had applied." to "How many applied?". Returns its index, that of the sentence right before or after;
 * undefined if there is none.
 */
export function figureBeside(asked: QuestionAsked, read: readonly Beside[], at: number): number | undefined {
  const one = read[at];
  if (asked.kind !== 'quantity' || !one || deedHeld(asked, one.text) !== false) return undefined;
  const { real } = answerFit(asked, { text: one.text, span: [0, one.text.length], around: '' });
  if (real !== -1) return undefined;
  return besideOf(read, at).find((other) => {
    const { text } = read[other]!;
    return deedHeld(asked, text) === true && hasNumber(text) && measured(asked, text) >= 0;
  });
}
