import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Mention } from '../mentions/mention.ts';
import { wordAt, type Word } from '../mentions/sentence.ts';

/** Which words of a sentence a date expression covers. */
export interface PlacedDate {
  readonly from: number;
  readonly to: number;
}

/** Finds the words that a date expression covers. */
export function placedIn(words: readonly Word[], date: DateExpression): PlacedDate | undefined {
  const from = words.findIndex((word) => word.span[1] > date.span[0]);
  if (from === -1) return undefined;
  let to = from + 1;
  while (to < words.length && wordAt(words, to).span[0] < date.span[1]) to += 1;
  return { from, to };
}

/** Returns true if a date is part of a noun's name: "the 2022 bombing". */
export function modifies(words: readonly Word[], { from, to }: PlacedDate, { at, trigger }: Mention): boolean {
  if (
    trigger.word !== 'noun' ||
    to > at ||
    at - to > 3 ||
    /^(?:in|on|by|since|of|during|until)$/u.test(words[from - 1]?.text ?? '')
  )
    return false;
  return words
    .slice(to, at)
    .every(
      (word) =>
        !word.afterMark &&
        word.clause === wordAt(words, at).clause &&
        !/^(?:and|or|the|an?|to|of|in|on|by)$/u.test(word.text),
    );
}

/** Returns true if a date opens the sentence, before its first clause says anything. */
export function opensSentence(words: readonly Word[], { from }: PlacedDate): boolean {
  return (
    from <= 3 &&
    words
      .slice(0, from)
      .every((word) =>
        /^(?:on|in|at|during|over|early|late|likewise|for|example|meanwhile|the|and|but|then|later|by|since|throughout)$/u.test(
          word.text,
        ),
      )
  );
}
