import { wordsHeld } from '../answerFit.ts';
import { besideOf, type Beside } from './besideOf.ts';
import type { QuestionAsked } from '../questionAsked.ts';

/** Words that tell a cause of what was said just before or after, whatever else they can mean. */
const CAUSE =
  /\b(?:because|due to|owing to|thanks to|as a result|result(?:s|ed)? (?:in|from)|caus(?:e[ds]?|ing)|reasons?|that's why|which is why|leads? to|led to|to blame|blam(?:e[ds]|ing)|at fault|responsible|attribut(?:e[ds]?|ing)|contribut(?:e[ds]?|ing|ors?)|factors?|play(?:s|ed|ing)? (?:a|an|their|its) (?:\w+ )?(?:part|role)|explain(?:s|ed)?|trigger(?:s|ed|ing)|stem(?:s|med)? from|driven by)\b/iu;
/** Words that may tell a cause in the sentence itself. */
const PERHAPS_CAUSE =
  /\b(?:because|since|so|after|amid|over|following|by|from|with|given|as (?!an?\b|the\b))\b|\bto \p{L}{3}/iu;

/**
 * Finds the sentence that tells the cause of what another one only repeats from a "why" question: "The trains have been late for weeks.
 * A shortage of drivers is to blame." Returns its index, that of the sentence right before or after; undefined if there is none.
 */
export function causeBeside(asked: QuestionAsked, read: readonly Beside[], at: number): number | undefined {
  const one = read[at];
  if (asked.kind !== 'why' || !one || !onlyRepeats(asked, one.text)) return undefined;
  return besideOf(read, at).find((other) => CAUSE.test(read[other]!.text));
}

function onlyRepeats(asked: QuestionAsked, text: string): boolean {
  return wordsHeld(asked, text) === 1 && !CAUSE.test(text) && !PERHAPS_CAUSE.test(text);
}
